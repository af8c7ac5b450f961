import type { Statement } from '../domain/statement.js';

/**
 * Where one statement stands for one selection. `value` is what was counted, in the statement's own unit: credits,
 * units, hours, groups, statements of its list, or per cent for a share (null when there is nothing to take a share
 * of). `missing` is what it falls short by and `excess` what it goes over by, in the unit counted; at most one of the
 * two is above 0, and neither is when the statement holds.
 */
export interface Standing {
  readonly statement: Statement;
  readonly value: number | null;
  readonly holds: boolean;
  readonly missing: number;
  readonly excess: number;
  /** For a list of statements, where each stands; for `needs`, the one called for; otherwise empty. */
  readonly parts: readonly Standing[];
}
