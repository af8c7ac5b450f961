import { error, type Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Equivalence } from '../domain/identity.js';
import { didYouMean } from '../domain/suggest.js';
import { readModel, type Model } from '../read/model/model-file.js';
import { readEquivalences } from '../read/units/equivalences.js';
import type { Isolate } from '../solvers/hard-stop.js';
import { valueOrThrow } from './input-error.js';
import { openSession, type Session } from './session.js';
import { openWorkspace, type Workspace } from './workspace.js';

/** A qualification as texts in memory. */
export interface ModelText {
  /** The model file, YAML. */
  readonly model: string;
  /** The unit table, CSV; not needed where the model lists its units itself. */
  readonly units?: string;
  /** The equivalences table, CSV. */
  readonly equivalences?: string;
  /** What the qualification is called in answers; `model` unless told otherwise. */
  readonly id?: string;
  /** Runs solvers where they can be killed; without it they run in place. */
  readonly isolate?: Isolate;
  /** The day that it is, `2026-09-01`; what the clock says without. */
  readonly today?: string;
}

/** Several qualifications as texts in memory. */
export interface ModelTexts extends Pick<ModelText, 'equivalences' | 'isolate'> {
  readonly models: readonly (Pick<ModelText, 'model' | 'units'> & { readonly id: string })[];
}

/**
 * Opens a qualification from texts; throws an InputError with every issue of the model and its units.
 *
 * @example
 * ```ts
 * import { openText } from 'qualpath';
 *
 * const model = `
 * title: Small
 * units: units.csv
 * groups: { A: Units }
 * rule:
 *   - at least 3 credits
 * `;
 * const units = 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,24\nA,X 2,Two,2,3,20\n';
 * const best = await openText({ model, units }).pathway();
 * if (best.status === 'optimal') console.log(best.units.map(({ ref }) => ref), best.totals.glh); // [ 'X 2' ] 20
 * ```
 */
export function openText({ model: text, units, equivalences, id = 'model', isolate, today }: ModelText): Session {
  const read = readText({ id, model: text, units });
  const model = valueOrThrow(read);
  const surroundings = {
    equivalences: readTable(equivalences),
    ...(isolate === undefined ? {} : { isolate }),
    ...(today === undefined ? {} : { today }),
  };
  return openSession(model, surroundings, read.ok ? read.warnings : []);
}

/**
 * Opens qualifications from texts to be asked about together; what is wrong with one is told where it is asked for.
 *
 * @example
 * ```ts
 * import { openTexts } from 'qualpath';
 *
 * const model = 'title: Small\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 3 credits\n';
 * const units = 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,24\nA,X 2,Two,2,3,20\n';
 * const all = openTexts({ models: [{ id: 'one', model, units }, { id: 'two', model, units }] });
 * const { document } = await all.overlap({ qualifications: 'all' });
 * console.log(document.all.jointGlh, document.all.savingGlh); // 20 20
 * ```
 */
export function openTexts({ models, equivalences, isolate }: ModelTexts): Workspace {
  const sorted = models.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const read = new Map<string, Result<Model>>();
  const load = (id: string): Result<Model> => {
    const before = read.get(id);
    if (before !== undefined) return before;
    const text = sorted.find((it) => it.id.toLowerCase() === id.toLowerCase());
    const model = text === undefined ? unknownModel(id, sorted) : readText(text);
    read.set(id, model);
    return model;
  };
  const library = {
    list: () => success(sorted.map(({ id }) => ({ id, file: id }))),
    load,
    check: (id: string) => {
      const model = load(id);
      return model.ok ? { model: model.value, issues: model.warnings } : { model: null, issues: model.issues };
    },
    equivalences: () => readTable(equivalences),
  };
  return openWorkspace(library, isolate);
}

function readText({ id, model, units }: { id: string; model: string; units?: string | undefined }): Result<Model> {
  return readModel(model, {
    id,
    file: `${id}.yaml`,
    openUnits: (file, named) => ({
      file,
      text: units === undefined ? failure([noUnits(file, named)]) : success(units),
    }),
  });
}

function unknownModel(id: string, models: readonly { readonly id: string }[]): Result<Model> {
  const ids = models.map((it) => it.id);
  const message = `There is no qualification ${id}${didYouMean(id, ids)}; there are ${ids.join(', ')}.`;
  return failure([error('unknown-qualification', message, { option: id })]);
}

/** The table that was read last: whoever asks at every keystroke gives the same one each time. */
let lastTable: { readonly text: string; readonly read: Result<readonly Equivalence[]> } | null = null;

function readTable(text: string | undefined): Result<readonly Equivalence[]> {
  if (text === undefined) return success([]);
  if (lastTable?.text !== text) lastTable = { text, read: readEquivalences(text, 'equivalences.csv') };
  return lastTable.read;
}

function noUnits(file: string, source: Issue['source']): Issue {
  const message = `The model names a unit table ${file}; give its text as 'units'.`;
  return { code: 'file-missing', severity: 'error', message, source };
}
