import type { Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Equivalence } from '../domain/identity.js';
import { readModel } from '../read/model/model-file.js';
import { readEquivalences } from '../read/units/equivalences.js';
import type { Isolate } from '../solvers/hard-stop.js';
import { valueOrThrow } from './input-error.js';
import { openSession, type Session } from './session.js';

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

/** Opens a qualification from texts; throws an InputError with every issue of the model and its units. */
export function openText({ model: text, units, equivalences, id = 'model', isolate, today }: ModelText): Session {
  const read = readModel(text, {
    id,
    file: `${id}.yaml`,
    openUnits: (file, named) => ({
      file,
      text: units === undefined ? failure([noUnits(file, named)]) : success(units),
    }),
  });
  const model = valueOrThrow(read);
  const surroundings = {
    equivalences: readTable(equivalences),
    ...(isolate === undefined ? {} : { isolate }),
    ...(today === undefined ? {} : { today }),
  };
  return openSession(model, surroundings, read.ok ? read.warnings : []);
}

function readTable(text: string | undefined): Result<readonly Equivalence[]> {
  return text === undefined ? success([]) : readEquivalences(text, 'equivalences.csv');
}

function noUnits(file: string, source: Issue['source']): Issue {
  const message = `The model names a unit table ${file}; give its text as 'units'.`;
  return { code: 'file-missing', severity: 'error', message, source };
}
