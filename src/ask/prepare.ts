import type { IsoDate } from '../domain/date.js';
import { DEFAULT_OBJECTIVES, parseMeasure, type Objective } from '../domain/measure.js';
import { checkCounted } from '../domain/counted-columns.js';
import { error } from '../domain/issue.js';
import { pose } from '../domain/pose.js';
import type { Problem } from '../domain/problem.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { namesOf } from '../notation/names.js';
import { parseStatement } from '../notation/parse-statement.js';
import { readAsOf, type AsOf } from './as-of.js';
import { gather } from './gather.js';
import { readHeld } from './held.js';
import type { ObjectiveText, Question } from './question.js';
import { readSettings } from './settings.js';
import type { Surroundings } from './surroundings.js';
import { findTitle } from './title.js';

/** A request in full: the problem it poses and the objectives in their order. */
export interface Prepared {
  readonly specification: Specification;
  readonly problem: Problem;
  /** The references held, as given and each once. */
  readonly held: readonly string[];
  readonly objectives: readonly Objective[];
}

/** Whether a question is driven by objectives, whose figures must be known, or has aims of its own and leaves out what is not. */
export type Aims = 'asked' | 'own';

/** Puts a question together from its texts. Every problem in it is reported, not only the first. */
export function prepare(
  specification: Specification,
  surroundings: Surroundings,
  question: Question,
  aims: Aims = 'asked',
): Result<Prepared> {
  const parts = readParts(specification, surroundings, question);
  const { equivalences, achieved, title, also, settings, objectives } = parts;
  const { require = [], exclude = [] } = question;
  const held = readable(achieved);
  const asked = aims === 'own' || !objectives.ok ? [] : completeObjectives(objectives.value);
  const further = [...readable(title), ...readable(also)];
  const request = { ...dayOf(parts.asOf), achieved: held, require, exclude, also: further, objectives: asked };
  // Without the settings, names would be called open that were set: those complaints wait for the next run.
  const posed = settings.ok
    ? pose(specification, { ...request, settings: settings.value }, readable(equivalences))
    : settings;
  const read = gather<unknown>([...Object.values(parts), ...(settings.ok ? [posed] : [])]);
  if (!read.ok || !posed.ok || !objectives.ok) return read.ok ? failure([]) : read;
  const value = { specification, problem: posed.value, held, objectives: completeObjectives(objectives.value) };
  return success(value, read.warnings);
}

/** The parts of a question, each with what is wrong with it. */
function readParts(specification: Specification, { equivalences, today }: Surroundings, question: Question) {
  const { also = [], set = [], objectives = [], title } = question;
  return {
    asOf: readAsOf(specification, question, today),
    equivalences,
    achieved: readHeld(question, [specification], readable(equivalences)),
    title: findTitle(specification, title),
    also: gather(also.map((text) => readStatement(text, specification))),
    settings: readSettings(set),
    objectives: gather(objectives.map((objective) => readObjective(objective, specification))),
  };
}

function dayOf(asOf: Result<AsOf>): { readonly asOf?: IsoDate } {
  return asOf.ok && asOf.value !== undefined ? { asOf: asOf.value } : {};
}

/** What could be read; what could not is told by itself. */
function readable<T>(result: Result<readonly T[]>): readonly T[] {
  return result.ok ? result.value : [];
}

/** Without objectives, least new hours; after overlap alone, least new hours too. */
function completeObjectives(objectives: readonly Objective[]): readonly Objective[] {
  if (objectives.length === 0) return DEFAULT_OBJECTIVES;
  const onlyOverlap = objectives.every(({ measure }) => measure.over === 'overlap');
  return onlyOverlap ? [...objectives, ...DEFAULT_OBJECTIVES] : objectives;
}

function readStatement(text: string, specification: Specification): Result<Statement<Threshold>> {
  return parseStatement({ kind: 'line', text, source: { option: `--also "${text}"` } }, namesOf(specification));
}

const MEASURES = ['glh', 'credits', 'units'].flatMap((name) => [name, `new-${name}`, `overlap-${name}`]);

function readObjective(text: ObjectiveText, { columns, rows }: Specification): Result<Objective> {
  const [sense, name] =
    'minimise' in text ? (['minimise', text.minimise] as const) : (['maximise', text.maximise] as const);
  const source = { option: `--${sense} ${name}` };
  const parsed = parseMeasure(name, columns);
  if (parsed === null) {
    const known = [...MEASURES, ...columns];
    const message = `There is no measure '${name}'${didYouMean(name, known)}; there are ${known.join(', ')}.`;
    return failure([error('unknown-measure', message, source)]);
  }
  if (typeof parsed.quantity === 'string') return success({ sense, measure: parsed });
  const issues = checkCounted(rows, parsed.quantity.column);
  return issues.length > 0 ? failure(issues) : success({ sense, measure: parsed });
}
