import type { SweepPoint } from '../../questions/sweep.js';
import { totalsDocument, unitDocuments, type TotalsDocument, type UnitDocument } from './unit.js';

/** The answer for one setting of a sweep: one line of `sweep --json`. */
export interface SweepPointDocument {
  /** The values that were swept, by open name, or `statement 3` for the threshold of a statement. */
  readonly set: { readonly [name: string]: number };
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown' | 'disputed';
  /** Hours over all pathways; null where they are not known, or there is no pathway. */
  readonly glh: { readonly min: number | null; readonly max: number | null };
  /** How many pathways there are, as a string; null where they could not be counted. */
  readonly pathways: string | null;
  /** The pathway with the least new hours; null where none is proved. */
  readonly best: { readonly units: readonly UnitDocument[]; readonly totals: TotalsDocument } | null;
}

/** All points of a sweep in their order: the last axis runs fastest. */
export type SweepDocument = readonly SweepPointDocument[];

/** One point as a line. */
export function sweepPointDocument(set: Readonly<Record<string, number>>, point: SweepPoint): SweepPointDocument {
  const { status, glh, pathways, best } = point;
  return {
    set,
    status,
    glh,
    pathways: pathways === null ? null : String(pathways),
    best: best === null ? null : { units: unitDocuments(best), totals: totalsDocument(best) },
  };
}
