import { filtersOf } from '../domain/fold.js';
import { identify, identityOf, piecesNamed, type Equivalence, type Identities } from '../domain/identity.js';
import { warning, type Issue } from '../domain/issue.js';
import type { Place } from '../domain/source.js';
import type { Specification } from '../domain/specification.js';
import type { UnitFilter } from '../domain/unit-filter.js';

/**
 * A warning for each of several groups with units that no statement looks at; `places` says where groups are declared,
 * `equivalences` which units are one.
 */
export function checkGroups(
  specification: Specification,
  places: ReadonlyMap<string, Place>,
  equivalences: readonly Equivalence[],
): readonly Issue[] {
  const identities = identify(specification.rows, equivalences);
  const { rule, titles } = specification;
  const filters = [...rule, ...[...titles.values()].flat()].flatMap(filtersOf);
  // Where there is one group only, it needs no mention.
  if (specification.groups.size === 1) return [];
  return [...specification.groups.keys()]
    .filter((group) => {
      const listed = specification.rows.some((row) => row.group === group);
      return listed && !filters.some((filter) => mentions(specification, filter, group, identities));
    })
    .map((group) => {
      const text = `No statement mentions group ${group}: its units count towards totals without any limit of their own.`;
      return warning('group-not-mentioned', text, places.get(group) ?? null);
    });
}

/** A filter mentions a group when it names the group, a unit of it, or others that it is outside of. */
function mentions({ rows }: Specification, { from }: UnitFilter, group: string, identities: Identities): boolean {
  if (from.kind === 'groups') return from.groups.includes(group);
  // Units from outside other groups are those of this one too.
  if (from.kind === 'outside') return true;
  if (from.kind !== 'units') return false;
  const named = piecesNamed(identities, from.units);
  return rows.some((row) => row.group === group && named.has(identityOf(identities, row.ref)));
}
