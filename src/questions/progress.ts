import { DEFAULT_OBJECTIVES } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import type { Specification } from '../domain/specification.js';
import { totalsOf, type Totals } from '../domain/totals.js';
import type { Means } from '../methods/means.js';
import { findPathway, type PathwayAnswer } from './pathway.js';

/** How far a learner is from one qualification. `totals` are those of the cheapest completion. */
export type Progress = { readonly specification: Specification } & (
  | { readonly status: 'answered'; readonly complete: boolean; readonly totals: Totals }
  | { readonly status: Exclude<PathwayAnswer['status'], 'optimal'> }
  | { readonly status: 'open'; readonly names: readonly string[] }
);

/** The least new hours to complete one qualification. */
export async function progressTowards(
  specification: Specification,
  problem: Problem,
  means: Pick<Means, 'method' | 'confirmers' | 'deadline'>,
): Promise<Progress> {
  const answer = await findPathway(problem, DEFAULT_OBJECTIVES, means);
  if (answer.status !== 'optimal') return { specification, status: answer.status };
  const totals = totalsOf(problem, answer.pathway.selection);
  return { specification, status: 'answered', complete: totals.newUnits === 0, totals };
}

/** Nearest first: complete ones, then by new hours and new credit; what has no answer comes last, by title. */
export function nearestFirst(progress: readonly Progress[]): readonly Progress[] {
  const key = (it: Progress): number =>
    it.status === 'answered' ? (it.totals.newGlh ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
  const complete = (it: Progress): number => (it.status === 'answered' && it.complete ? 0 : 1);
  return [...progress].sort(
    (a, b) =>
      complete(a) - complete(b) || key(a) - key(b) || a.specification.title.localeCompare(b.specification.title, 'en'),
  );
}
