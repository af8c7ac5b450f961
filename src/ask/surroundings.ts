import type { IsoDate } from '../domain/date.js';
import type { Equivalence } from '../domain/identity.js';
import type { Result } from '../domain/result.js';
import type { Isolate } from '../solvers/hard-stop.js';

/** What a session has around it besides its model. */
export interface Surroundings {
  /** The equivalences table, or what is wrong with it. */
  readonly equivalences: Result<readonly Equivalence[]>;
  /** The day that it is; what the clock says without. */
  readonly today?: IsoDate;
  /** Runs solvers where they can be killed, such as in threads; without it they run in place. */
  readonly isolate?: Isolate;
}
