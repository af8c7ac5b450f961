/** The answer for one learner of a cohort: one line of output. */
export interface CohortLineDocument {
  readonly learner: string;
  /** The id of the qualification, where several were asked for. */
  readonly qualification?: string;
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'unknown' | 'disputed';
  /** Whether what is held is enough; null where no pathway was found in time. */
  readonly complete: boolean | null;
  /** Hours still to do; null without a pathway. */
  readonly newGlh: number | null;
  /** References of the units still to do, in table order. */
  readonly newUnits: readonly string[];
  /** References of all units of the pathway, in table order. */
  readonly counted: readonly string[];
  /** Only where the pathway is not proved best: none needs fewer new hours; null when nothing is known. */
  readonly bound?: number | null;
  /** The days of the version that is meant, where the qualification has several. */
  readonly version?: string;
  /** References held that are of no use here. */
  readonly unknown?: readonly string[];
}
