/** A unit that more than one qualification lists. */
export interface SharedUnitDocument {
  readonly ref: string;
  readonly title: string;
  /** The largest that a table gives; null where some table does not say. */
  readonly glh: number | null;
  readonly qualifications: readonly string[];
}

/** Hours of a plan for all of some qualifications, beside those of a plan for each. */
export interface JointHoursDocument {
  /** The least hours of one plan for all; null where that is not known. */
  readonly jointGlh: number | null;
  /** The least hours of each by itself, added up; null where that is not known. */
  readonly separateGlh: number | null;
  readonly savingGlh: number | null;
  /** `optimal` where both are proved, `infeasible` where there is no plan for all, `unknown` where a limit left it open. */
  readonly status: 'optimal' | 'infeasible' | 'unknown';
}

/** Two qualifications and what they share. */
export interface OverlapPairDocument extends JointHoursDocument {
  readonly a: string;
  readonly b: string;
  readonly sharedUnits: number;
  /** Credits and hours of the shared units; null where some are not known. */
  readonly sharedCredits: number | null;
  readonly sharedGlh: number | null;
}

/** The answer to `overlap`. */
export interface OverlapDocument {
  readonly qualifications: readonly string[];
  /** Units that at least two list, those of most qualifications first. */
  readonly units: readonly SharedUnitDocument[];
  readonly pairs: readonly OverlapPairDocument[];
  readonly all: JointHoursDocument;
}
