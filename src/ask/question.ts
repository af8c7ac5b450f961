import type { Result } from '../domain/result.js';
import type { Deadline } from '../methods/deadline.js';
import type { AchievedUnit } from '../read/units/achieved.js';
import type { KnowsUnit } from '../read/units/markbook.js';
import type { SolverName } from '../solvers/solver-name.js';

/** An objective by the name of its measure: `{ minimise: 'cost' }`, `{ maximise: 'overlap-credits' }`. */
export type ObjectiveText = { readonly minimise: string } | { readonly maximise: string };

/** Reads what is held; a column of a markbook is a unit if `knows` says so. */
export type HeldUnitsLater = (knows: KnowsUnit) => Result<readonly (string | AchievedUnit)[]>;

/** What one asks of a qualification besides its rule, all of it as text. */
export interface RequestText {
  /**
   * References of units that the learner holds; or what came of reading them, to have its issues told with all others;
   * or who reads them once it is known which units there are.
   */
  readonly achieved?: readonly string[] | Result<readonly (string | AchievedUnit)[]> | HeldUnitsLater;
  /** References of units that must be counted. */
  readonly require?: readonly string[];
  /** References of units that must not be. */
  readonly exclude?: readonly string[];
  /** Further conditions in the words of a rule. */
  readonly also?: readonly string[];
  /** A title of the model: what it asks for is asked for besides the rule. */
  readonly title?: string;
  /**
   * The day on which what is new is to be started, `2026-09-01`: units that cannot be are left out unless they are held.
   * Today where it makes a difference and is not given.
   */
  readonly asOf?: string;
  /** The day on which the learner registered: it chooses the version of a model that has several. */
  readonly registeredOn?: string;
  /** Values for open names: by name, or as texts `NAME=VALUE`. */
  readonly set?: Readonly<Record<string, number>> | readonly string[];
}

/** Who answers, and for how long. */
export interface SearchText {
  readonly solver?: SolverName;
  /** Whether a second method has to confirm the answer as well. */
  readonly confirm?: boolean;
  /** Seconds after which the search ends, 60 unless told otherwise; or the deadline itself. */
  readonly timeLimit?: number | Deadline;
}

/** A question about one qualification. Without objectives, the least new hours are wanted, then the fewest new units. */
export interface Question extends RequestText, SearchText {
  /** Taken in their order, each kept at its best while the next is improved. */
  readonly objectives?: readonly ObjectiveText[];
}

/** How many of the best pathways are wanted. */
export interface AlternativesQuestion extends Question {
  /** At most so many; 10 unless told otherwise. */
  readonly count?: number;
  /** Only those whose first objective is at most this far from its best. */
  readonly within?: number;
}

/** What a check is given besides the model. */
export interface CheckQuestion
  extends Pick<RequestText, 'set' | 'asOf' | 'registeredOn'>, Pick<SearchText, 'timeLimit'> {}

/** What is asked of every learner of a cohort besides the rule. */
export interface CohortRequest extends Omit<RequestText, 'achieved'> {
  /** Seconds that the search for one learner may take where the diagram does not answer; 10 unless told otherwise. */
  readonly learnerLimit?: number;
}
