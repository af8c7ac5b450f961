import type { CohortLineDocument } from './cohort-line.js';
import type { DistributionPointDocument } from './distribution.js';

/** How the learners of a cohort stand towards one qualification. */
export interface CohortTowardsDocument {
  /** Its id. */
  readonly qualification: string;
  readonly learners: number;
  /** How many hold enough already. */
  readonly complete: number;
  /** How many there are of each status that a line may have. */
  readonly statuses: { readonly [status in CohortLineDocument['status']]: number };
  /** How many learners (as strings) have so many new hours to do, ascending; those whose hours are not known are left out. */
  readonly newGlh: readonly DistributionPointDocument[];
  /** Units by how many learners still have to do them, the most first. */
  readonly units: readonly { readonly ref: string; readonly title: string | null; readonly learners: number }[];
  /** How many learners hold references that are of no use here. */
  readonly withUnknown: number;
}

/** What `cohort --report` says of all learners that were answered. */
export interface CohortSummaryDocument {
  readonly learners: number;
  readonly qualifications: readonly CohortTowardsDocument[];
}
