import { formatLevel } from '../../domain/level.js';
import { isAchieved } from '../../domain/problem.js';
import { totalsOf, type Totals } from '../../domain/totals.js';
import type { Pathway } from '../../evaluate/certify.js';

/** One counted unit. `credit` is in credits, `glh` in hours. */
export interface UnitDocument {
  readonly ref: string;
  readonly title: string;
  readonly group: string;
  /** As handbooks write it: `Entry 3`, `2`; null for none. */
  readonly level: string | null;
  /** Null where nobody knows it, as with the hours. */
  readonly credit: number | null;
  readonly glh: number | null;
  /** Whether the learner holds it already. */
  readonly achieved: boolean;
}

/** Sums over a pathway: units, credits and guided learning hours, in all, new, and of what is held already. */
export type TotalsDocument = Totals;

/** The units of a pathway in table order. */
export function unitDocuments(pathway: Pathway): readonly UnitDocument[] {
  return pathway.entries.map((entry) => ({
    ref: entry.ref,
    title: entry.title,
    group: entry.group,
    level: entry.level === null ? null : formatLevel(entry.level),
    credit: entry.credit,
    glh: entry.glh,
    achieved: isAchieved(pathway.problem, entry),
  }));
}

/** The totals of a pathway. */
export function totalsDocument(pathway: Pathway): TotalsDocument {
  return totalsOf(pathway.problem, pathway.selection);
}
