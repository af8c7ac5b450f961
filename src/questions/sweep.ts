import { DEFAULT_OBJECTIVES, type Measure } from '../domain/measure.js';
import { knownObjectives, unknownIn } from '../domain/needed.js';
import type { Problem } from '../domain/problem.js';
import { measureSelection } from '../domain/totals.js';
import type { Pathway } from '../evaluate/certify.js';
import type { SearchMeans } from '../methods/means.js';
import { provePathway, type PathwayAnswer } from './pathway.js';
import { countPathways } from './range.js';

/** What one setting of a sweep gives: hours over all pathways, their number, and the best of them. */
export interface SweepPoint {
  readonly status: PathwayAnswer['status'];
  /** Null where hours are not known, or nothing is proved. */
  readonly glh: { readonly min: number | null; readonly max: number | null };
  /** Null where they could not be counted. */
  readonly pathways: bigint | null;
  /** With the least new hours, then the fewest new units, the first in table order of several; null without a proved one. */
  readonly best: Pathway | null;
}

/** The point of a rule that nothing meets. */
export const IMPOSSIBLE: SweepPoint = {
  status: 'infeasible',
  glh: { min: null, max: null },
  pathways: 0n,
  best: null,
};

const GLH: Measure = { over: 'all', quantity: 'glh' };

/** Answers one setting by itself. */
export async function solvePoint(problem: Problem, means: SearchMeans): Promise<SweepPoint> {
  const best = await bestOf(problem, means);
  if (best.status === 'infeasible') return IMPOSSIBLE;
  if (best.status !== 'optimal') return { ...IMPOSSIBLE, status: best.status, pathways: null };
  const [least, most] = [await hours(problem, 'minimise', means), await hours(problem, 'maximise', means)];
  return {
    status: 'optimal',
    glh: { min: least, max: most },
    pathways: countPathways(problem, means.store).pathways,
    best: best.pathway,
  };
}

/** The best pathway of a setting, as far as its hours are known. */
export function bestOf(problem: Problem, means: SearchMeans): Promise<PathwayAnswer> {
  return provePathway(problem, knownObjectives(problem, DEFAULT_OBJECTIVES), means);
}

/** Whether the hours of all units are known. */
export function knowsHours(problem: Problem): boolean {
  return unknownIn(problem, { sense: 'minimise', measure: GLH }).length === 0;
}

async function hours(problem: Problem, sense: 'minimise' | 'maximise', means: SearchMeans): Promise<number | null> {
  if (!knowsHours(problem)) return null;
  const answer = await provePathway(problem, [{ sense, measure: GLH }], means);
  return answer.status === 'optimal' ? measureSelection(answer.pathway.problem, answer.pathway.selection, GLH) : null;
}
