import type { Specification } from '../domain/specification.js';

/** The names that statements of one qualification may use, spelt as the qualification declares them. */
export interface Names {
  readonly groups: readonly string[];
  readonly units: readonly { readonly ref: string; readonly urn: string | null }[];
  /** Further columns of the unit table, which amounts may count. */
  readonly columns: readonly string[];
  readonly parameters: readonly string[];
}

/** No names at all, for words that can stand without any. */
export const NO_NAMES: Names = { groups: [], units: [], columns: [], parameters: [] };

/**
 * The names that a specification declares.
 *
 * @example
 * ```ts
 * import { namesOf } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * console.log(namesOf(specification).groups); // [ 'A', 'B', 'C' ]
 * ```
 */
export function namesOf(specification: Specification): Names {
  return {
    groups: [...specification.groups.keys()],
    units: specification.rows.map(({ ref, urn }) => ({ ref, urn })),
    columns: specification.columns,
    parameters: [...specification.parameters.keys()],
  };
}
