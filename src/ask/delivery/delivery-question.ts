import type { Offered } from '../offered.js';
import type { RequestText, SearchText } from '../question.js';

/** How far a search for a plan has come, in the measure of the first objective; null for what is not known yet. */
export interface DeliveryProgress {
  readonly found: number | null;
  readonly bound: number | null;
}

/** What several qualifications share. */
export interface OverlapQuestion extends SearchText, Pick<RequestText, 'set' | 'asOf'> {
  readonly qualifications: Offered;
}

/** The text of a file with its name. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

/** What is to be planned, all of it as text. */
export interface DeliveryQuestion extends OverlapQuestion {
  /** Units that are left out, and units that are delivered anyway. */
  readonly exclude?: readonly string[];
  readonly require?: readonly string[];
  /** Measures taken in their order; the delivered hours when there is none. */
  readonly minimise?: readonly string[];
  /** At most so many units, and so many delivered hours. */
  readonly maxUnits?: number;
  readonly maxGlh?: number;
  /** Conditions on single qualifications: `Q: STATEMENT`. */
  readonly also?: readonly string[];
  /** An earlier answer as JSON: as little as possible is to change, or at most `maxChanges` units. */
  readonly keep?: NamedText;
  readonly maxChanges?: number;
  /** Whether the trade-off between units and hours is wanted as well. */
  readonly frontier?: boolean;
  /** Who is enrolled on what, and holds what: a plan for these learners. */
  readonly cohort?: NamedText;
  /** The most learners of a run, and the fewest; where they are not given, columns `capacity` and `min-class` of the tables hold. */
  readonly capacity?: number;
  readonly minClass?: number;
  /** In how many periods runs take place, and the most hours that a learner attends in one. */
  readonly periods?: number;
  readonly maxLoad?: number;
  /** Who teaches what, for how many hours; and people who do not. */
  readonly staff?: NamedText;
  readonly withoutStaff?: readonly string[];
  /** Where the search begins, 1 unless told otherwise; it matters only where a limit stops the search. */
  readonly seed?: number;
  /** Hears how far the search has come. */
  readonly progress?: (progress: DeliveryProgress) => void;
}
