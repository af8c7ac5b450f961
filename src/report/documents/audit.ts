import { formatMeasure } from '../../domain/measure.js';
import type { Problem } from '../../domain/problem.js';
import { printStatement } from '../../notation/print-statement.js';
import type { Audit } from '../../questions/audit.js';
import type { Conflict } from '../../questions/conflict.js';
import type { TitleStanding } from '../../questions/titles.js';
import { describeMissing } from '../sheets/missing.js';
import { whyUnknown, type NotSaidDocument } from './not-said.js';
import { pathwayDocument, type PathwayDocument } from './pathway.js';
import type { StandingDocument } from './statement.js';

/** One statement of the rule and where a learner stands with the units that count. */
export interface AuditedStatementDocument extends StandingDocument {
  /** What it falls short by, in the unit counted. */
  readonly missing: number;
  /** What it goes over by. */
  readonly excess: number;
  /** The same in words. */
  readonly words: string;
}

/** A held unit that does not count, and why. */
export interface UncountedDocument {
  readonly ref: string;
  readonly why: string;
}

/** How far a learner is from a title that may be earned with the qualification. */
export interface TitleDocument {
  readonly title: string;
  /** How the search came out; `open` where something that the title asks for is still to be set. */
  readonly status: 'optimal' | 'open' | 'feasible' | 'infeasible' | 'unknown' | 'disputed';
  /** Whether what is held is enough for the qualification with this title; null where that is not known. */
  readonly earned: boolean | null;
  /** The least new hours to earn it; null where that is not known, or where it cannot be earned. */
  readonly newGlh: number | null;
  /** References of the new units that cost these hours; null as with the hours. */
  readonly newUnits: readonly string[] | null;
}

/** The answer to `audit`. */
export interface AuditDocument {
  readonly qualification: string;
  /** Whether a pathway exists inside what is held; null when a limit stopped the search before that was known. */
  readonly complete: boolean | null;
  readonly rule: readonly AuditedStatementDocument[];
  /** References of the held units that count. */
  readonly counted: readonly string[];
  readonly uncounted: readonly UncountedDocument[];
  /** The pathway with the least new hours, as `solve` gives it. */
  readonly completion: PathwayDocument;
  /** What the completion has least of: `new-glh`, or `new-units` where hours are not known. */
  readonly cheapestIn: string;
  /** How many sets of new units have equally little of that, as a string; null where it is not known. */
  readonly equallyCheap: string | null;
  /** What could not be said, and why; left out where there is nothing of that kind. */
  readonly notSaid?: readonly NotSaidDocument[];
  /** Each title of the model, in its order; empty where it has none. */
  readonly titles: readonly TitleDocument[];
}

/** Where a learner stands, and the cheapest completion. */
export function auditDocument(
  qualification: string,
  audit: Audit,
  problem: Problem,
  conflict: Conflict | null,
  titles: readonly TitleStanding[] = [],
): AuditDocument {
  const silent = notSaidOfAudit(audit, problem);
  return {
    qualification,
    complete: audit.complete,
    rule: audit.rule.map((standing) => ({
      statement: printStatement(standing.statement),
      value: standing.value,
      holds: standing.holds,
      missing: standing.missing,
      excess: standing.excess,
      words: describeMissing(standing),
    })),
    counted: audit.counted.map(({ ref }) => ref),
    uncounted: audit.uncounted,
    completion: pathwayDocument(qualification, audit.completion, conflict),
    cheapestIn: formatMeasure(audit.cheapestIn),
    equallyCheap: audit.equallyCheap === null ? null : String(audit.equallyCheap),
    titles,
    ...(silent === null ? {} : { notSaid: [silent] }),
  };
}

/** That the completion is the one with the fewest new units, because hours are not known; null where they are. */
export function notSaidOfAudit({ cheapestIn }: Audit, problem: Problem): NotSaidDocument | null {
  const why = cheapestIn.quantity === 'glh' ? null : whyUnknown(problem, problem.entries, 'glh');
  if (why === null) return null;
  return {
    figure: 'completion',
    why: `${why}: the completion is the one with the fewest new units, not the least new hours`,
  };
}
