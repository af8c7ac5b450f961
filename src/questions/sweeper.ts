import type { Interval } from '../domain/interval.js';
import { itemAt } from '../domain/item-at.js';
import type { Problem } from '../domain/problem.js';
import type { Pathway } from '../evaluate/certify.js';
import { certify } from '../evaluate/certify.js';
import type { SearchMeans } from '../methods/means.js';
import { bestOf, IMPOSSIBLE, solvePoint, type SweepPoint } from './sweep.js';
import { areWithin, sweepTable, sweptBounds, type SweepTable } from './sweep-table.js';

/** Answers the settings of a sweep, one after the other. */
export type Sweeper = (problem: Problem) => Promise<SweepPoint>;

/**
 * A sweeper for problems that differ from the first in the thresholds of some of their amounts, whose places among the
 * conditions are `swept`; null where they differ in anything else, and then every setting is solved by itself.
 *
 * With a table of the rule without those statements, the number of pathways and their hours are sums over its cells; and
 * the best pathway of a wider setting that lies in a narrower one is the best there too, so that only few are searched.
 */
export function createSweeper(first: Problem, swept: readonly number[] | null, means: SearchMeans): Sweeper {
  const table = swept === null ? null : sweepTable(first, swept, means.store);
  if (table === null || swept === null) return (problem) => solvePoint(problem, means);
  const known: Known[] = [];
  return (problem) => pointByTable(problem, sweptBounds(problem, swept), table, known, means);
}

/** What a setting comes to, without its best pathway. */
export type Measured = Pick<SweepPoint, 'status' | 'glh' | 'pathways'>;

/** As {@link createSweeper}, for whoever does not want the best pathways: with a table nothing is searched at all. */
export function createMeasurer(
  first: Problem,
  swept: readonly number[] | null,
  means: SearchMeans,
): (problem: Problem) => Promise<Measured> {
  const table = swept === null ? null : sweepTable(first, swept, means.store);
  if (table === null || swept === null) return (problem) => solvePoint(problem, means);
  return (problem) => {
    const { pathways, min, max } = table.within(sweptBounds(problem, swept));
    return Promise.resolve(pathways === 0n ? IMPOSSIBLE : { status: 'optimal', glh: { min, max }, pathways });
  };
}

/** A setting that has been searched, with its best pathway and what that comes to under the swept statements. */
interface Known {
  readonly bounds: readonly Interval[];
  readonly best: Pathway;
  readonly values: readonly number[];
}

async function pointByTable(
  problem: Problem,
  bounds: readonly Interval[],
  table: SweepTable,
  known: Known[],
  means: SearchMeans,
): Promise<SweepPoint> {
  const { pathways, min, max } = table.within(bounds);
  if (pathways === 0n) return IMPOSSIBLE;
  const wider = known.find((it) => areWithin(it.values, bounds) && bounds.every((own, at) => isIn(own, it.bounds, at)));
  if (wider !== undefined) {
    const certificate = certify(problem, wider.best.selection);
    if (!certificate.ok) return { ...IMPOSSIBLE, status: 'disputed', pathways: null };
    return { status: 'optimal', glh: { min, max }, pathways, best: certificate.pathway };
  }
  const best = await bestOf(problem, means);
  if (best.status === 'infeasible') return { ...IMPOSSIBLE, status: 'disputed', pathways: null };
  if (best.status !== 'optimal') return { ...IMPOSSIBLE, status: best.status, pathways: null };
  known.unshift({ bounds, best: best.pathway, values: table.valuesOf(best.pathway.selection) });
  return { status: 'optimal', glh: { min, max }, pathways, best: best.pathway };
}

/** Whether an interval lies in the one at a place among others. */
function isIn(inner: Interval, others: readonly Interval[], at: number): boolean {
  const outer = itemAt(others, at);
  const low = outer.min === null || (inner.min !== null && inner.min >= outer.min);
  return low && (outer.max === null || (inner.max !== null && inner.max <= outer.max));
}
