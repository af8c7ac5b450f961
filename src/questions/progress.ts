import type { IsoDate } from '../domain/date.js';
import type { Equivalence } from '../domain/identity.js';
import type { Issue } from '../domain/issue.js';
import { DEFAULT_OBJECTIVES } from '../domain/measure.js';
import { unknownIn } from '../domain/needed.js';
import { namesToSet } from '../domain/open-names.js';
import { pose } from '../domain/pose.js';
import type { Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import { totalsOf, type Totals } from '../domain/totals.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type PathwayAnswer } from './pathway.js';

/** A qualification to look at, by its id, and what reading its model came to. */
export interface ProgressModel {
  readonly id: string;
  readonly model: Result<Specification>;
  /** The day on which new units are to be started, where that makes a difference. */
  readonly asOf?: IsoDate;
}

/**
 * How far a learner is from one qualification. `answered`: `totals` are those of the completion with the least new
 * hours, proved. `open`: names without a value. `broken`: a model that cannot be read or used. Otherwise why there is no
 * proved answer. `title` is null where the model could not be read.
 */
export type Progress = { readonly id: string; readonly title: string | null } & (
  | { readonly status: 'answered'; readonly complete: boolean; readonly totals: Totals }
  | { readonly status: Exclude<PathwayAnswer['status'], 'optimal'> }
  | { readonly status: 'open'; readonly names: readonly string[] }
  | { readonly status: 'broken'; readonly issues: readonly Issue[] }
);

/** The least new hours to complete one qualification, whatever state its model is in. */
export async function progressTowards(
  { id, model, asOf }: ProgressModel,
  held: readonly string[],
  equivalences: readonly Equivalence[],
  means: SearchMeans,
): Promise<Progress> {
  if (!model.ok) return { id, title: null, status: 'broken', issues: model.issues };
  const { title } = model.value;
  const names = namesToSet(model.value).map(({ name }) => name);
  if (names.length > 0) return { id, title, status: 'open', names };
  const posed = pose(model.value, { achieved: held, ...(asOf === undefined ? {} : { asOf }) }, equivalences);
  if (!posed.ok) return { id, title, status: 'broken', issues: posed.issues };
  const unknown = DEFAULT_OBJECTIVES.flatMap((objective) => unknownIn(posed.value, objective));
  if (unknown.length > 0) return { id, title, status: 'open', names: unknown.map(({ name }) => name) };
  const answer = await provePathway(posed.value, DEFAULT_OBJECTIVES, means);
  if (answer.status !== 'optimal') return { id, title, status: answer.status };
  const { problem, selection } = answer.pathway;
  const totals = totalsOf(problem, selection);
  return { id, title, status: 'answered', complete: totals.newUnits === 0, totals };
}

/** Whether a limit left the answer open. */
export function isUnsettled({ status }: Progress): boolean {
  return status === 'unknown' || status === 'feasible';
}

/** Nearest first: complete ones, then by new hours, then by id; what has no answer comes last, by id. */
export function nearestFirst(progress: readonly Progress[]): readonly Progress[] {
  const hours = (it: Progress): number =>
    it.status === 'answered' && it.totals.newGlh !== null ? it.totals.newGlh : Infinity;
  const order = (it: Progress): number => (it.status !== 'answered' ? 2 : it.complete ? 0 : 1);
  const byHours = (a: Progress, b: Progress): number => (hours(a) === hours(b) ? 0 : hours(a) - hours(b));
  const byId = (a: Progress, b: Progress): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return [...progress].sort((a, b) => order(a) - order(b) || byHours(a, b) || byId(a, b));
}
