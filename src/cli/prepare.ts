import { existsSync } from 'node:fs';
import { DEFAULT_OBJECTIVES, parseMeasure, type Objective } from '../domain/measure.js';
import { error, type Issue } from '../domain/issue.js';
import { pose } from '../domain/pose.js';
import type { Problem } from '../domain/problem.js';
import type { Settings } from '../domain/settings.js';
import { referenceKey } from '../domain/reference.js';
import { parseWholeNumber } from '../domain/quantity.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { namesOf } from '../notation/names.js';
import { parseStatement } from '../notation/parse-statement.js';
import { readAchieved } from '../read/units/achieved.js';
import type { Library } from '../node/library.js';
import { readTextFile } from '../node/read-text-file.js';
import type { RequestOptions, TypedObjective } from './request-options.js';

/** A request in full: the problem it poses and the objectives in their order. */
export interface Prepared {
  readonly specification: Specification;
  readonly problem: Problem;
  /** The references held, as given and each once. */
  readonly held: readonly string[];
  readonly objectives: readonly Objective[];
}

/** Puts a request together from what was typed. Every problem in it is reported, not only the first. */
export function prepare(
  library: Library,
  qualification: string,
  options: RequestOptions,
  typed: readonly TypedObjective[],
): Result<Prepared> {
  const loaded = library.load(qualification);
  if (!loaded.ok) return loaded;
  const specification = loaded.value;
  const parts = {
    equivalences: library.equivalences(),
    achieved: readHeldUnits(options.achieved),
    also: gather(options.also.map((text) => readStatement(text, specification))),
    settings: readSettings(options.set),
    objectives: gather(typed.map((objective) => readObjective(objective, specification))),
  };
  const { equivalences, achieved, also, settings, objectives } = parts;
  const { require, exclude } = options;
  const held = achieved.ok ? achieved.value : [];
  const request = { achieved: held, require, exclude, also: also.ok ? also.value : [] };
  // Without the settings, names would be called open that were set: those complaints wait for the next run.
  const posed = settings.ok
    ? pose(specification, { ...request, settings: settings.value }, equivalences.ok ? equivalences.value : [])
    : settings;
  const read = gather<unknown>([...Object.values(parts), ...(settings.ok ? [posed] : [])]);
  if (!read.ok || !posed.ok || !objectives.ok) return read.ok ? failure([]) : read;
  const value = { specification, problem: posed.value, held, objectives: completeObjectives(objectives.value) };
  return success(value, [...loaded.warnings, ...read.warnings]);
}

/** All values when every result has one, otherwise every issue of all of them. */
function gather<T>(results: readonly Result<T>[]): Result<T[]> {
  const issues = results.flatMap((result) => (result.ok ? result.warnings : result.issues));
  if (results.some((result) => !result.ok)) return failure(issues);
  return success(
    results.flatMap((result) => (result.ok ? [result.value] : [])),
    issues,
  );
}

/** Without objectives, least new hours; after overlap alone, least new hours too. */
function completeObjectives(objectives: readonly Objective[]): readonly Objective[] {
  if (objectives.length === 0) return DEFAULT_OBJECTIVES;
  const onlyOverlap = objectives.every(({ measure }) => measure.over === 'overlap');
  return onlyOverlap ? [...objectives, ...DEFAULT_OBJECTIVES] : objectives;
}

/** References held, each once: every text is a reference, or the name of a file of references. */
export function readHeldUnits(texts: readonly string[]): Result<readonly string[]> {
  const read = gather(texts.map(readHeld));
  return read.ok ? success([...new Set(read.value.flat())], read.warnings) : read;
}

function readHeld(text: string): Result<string[]> {
  if (/\.(?:ndjson|jsonl|json)$/i.test(text)) {
    const message = `${text} holds learners, not the units of one; qualpath cohort reads such files.`;
    return failure([error('achieved-file', message, { option: `--achieved ${text}` })]);
  }
  if (!/\.(?:csv|tsv|txt)$/i.test(text) && !existsSync(text)) return success([text]);
  const file = readTextFile(text);
  if (!file.ok) return file;
  const units = readAchieved(file.value, text);
  return units.ok
    ? success(
        units.value.map(({ ref }) => ref),
        units.warnings,
      )
    : units;
}

function readStatement(text: string, specification: Specification): Result<Statement<Threshold>> {
  return parseStatement({ kind: 'line', text, source: { option: `--also "${text}"` } }, namesOf(specification));
}

/** Values typed as `NAME=VALUE`, by name. */
export function readSettings(texts: readonly string[]): Result<Settings> {
  const read = gather(texts.map(readSetting));
  if (!read.ok) return read;
  const repeated = read.value.filter(([name], index) => {
    return read.value.findIndex(([other]) => referenceKey(other) === referenceKey(name)) < index;
  });
  if (repeated.length === 0) return success(new Map(read.value), read.warnings);
  return failure(
    repeated.map(([name, value]) => error('setting', `${name} is set twice.`, { option: `--set ${name}=${value}` })),
  );
}

function readSetting(text: string): Result<[string, number]> {
  const source = { option: `--set ${text}` };
  const separator = text.lastIndexOf('=');
  if (separator < 1) return failure([error('setting', 'Write --set as NAME=VALUE.', source)]);
  const value = parseWholeNumber(text.slice(separator + 1));
  if (value !== null) return success([text.slice(0, separator).trim(), value]);
  const issue = error('setting', `'${text.slice(separator + 1)}' is not a whole number of 0 or more.`, source);
  return failure([issue]);
}

const MEASURES = ['glh', 'credits', 'units'].flatMap((name) => [name, `new-${name}`, `overlap-${name}`]);

function readObjective({ sense, measure }: TypedObjective, { columns, rows }: Specification): Result<Objective> {
  const source = { option: `--${sense} ${measure}` };
  const parsed = parseMeasure(measure, columns);
  if (parsed === null) {
    const known = [...MEASURES, ...columns];
    const text = `There is no measure '${measure}'${didYouMean(measure, known)}; there are ${known.join(', ')}.`;
    return failure([error('unknown-measure', text, source)]);
  }
  if (typeof parsed.quantity === 'string') return success({ sense, measure: parsed });
  const { column } = parsed.quantity;
  const issues = rows.flatMap((row): Issue[] => {
    const text = row.columns.get(column) ?? '';
    if (text.trim() === '' || parseWholeNumber(text) !== null) return [];
    return [error('measure-not-whole', `'${text}' in column ${column} is not a whole number of 0 or more.`, row.place)];
  });
  return issues.length > 0 ? failure(issues) : success({ sense, measure: parsed });
}
