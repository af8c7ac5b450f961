import { note, warning, type Issue } from '../domain/issue.js';
import type { Place } from '../domain/source.js';
import type { Published } from '../domain/published.js';
import type { Specification } from '../domain/specification.js';
import { withoutResidue } from '../domain/scale.js';
import type { OpenValue } from '../domain/unit.js';
import type { PrintedFigure } from '../questions/published.js';

/** Where a name or key of a model stands. */
type Places = ReadonlyMap<string, Place>;

/**
 * Group totals that the document prints, set beside the sums of the unit table: a warning for each that differs. A
 * group with an open value has no sum.
 */
export function checkGroupTotals(specification: Specification, places: Places): readonly Issue[] {
  return [...specification.published.groupTotals].flatMap(([group, { credits, glh, units }]) => {
    const rows = specification.rows.filter((row) => row.group === group);
    const compare = (what: string, printed: number | null, computed: number | null): Issue[] => {
      if (printed === null || computed === null || printed === computed) return [];
      const text = `The printed total of group ${group} is ${printed} ${what}; its units add up to ${computed}.`;
      return [warning('group-total-differs', text, places.get(group) ?? null)];
    };
    return [
      ...compare('credits', credits, sum(rows.map((row) => row.credit))),
      ...compare('GLH', glh, sum(rows.map((row) => row.glh))),
      ...compare('units', units, rows.length),
    ];
  });
}

function sum(values: readonly (number | OpenValue)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || typeof value !== 'number' ? null : withoutResidue(total + value)),
    0,
  );
}

/** Whether any figure is printed that a range can be set beside. */
export function hasPublishedFigures({ figures, groupRequired }: Published): boolean {
  return figures.size > 0 || groupRequired.size > 0;
}

/**
 * Printed figures beside the computed ones: a warning for each that differs, a note for each that could not be checked.
 * `places` are those of the keys under `published`, `groups` those of the groups under `group-required`.
 */
export function checkFigures(printed: readonly PrintedFigure[], places: Places, groups: Places): readonly Issue[] {
  return printed.flatMap(({ key, group, words, printed: value, computed, why }): Issue[] => {
    const place = (group === null ? places.get(key) : groups.get(group)) ?? null;
    const named = `The printed ${words} is ${value}`;
    if (computed === null) return [note('figure-not-checked', `${named}, which was not checked: ${why}.`, place)];
    if (computed === value) return [];
    return [warning('figure-differs', `${named}; by the rule it is ${computed}.`, place)];
  });
}

/** Notes on printed figures that no range can be computed for, because the rule waits for open values. */
export function noteUnchecked({ figures, groupRequired }: Published, places: Places, groups: Places): readonly Issue[] {
  const found = [
    ...[...figures.keys()].map((key) => [key, places.get(key)] as const),
    ...[...groupRequired.keys()].map((group) => [`group-required of ${group}`, groups.get(group)] as const),
  ];
  return found.map(([name, place]) => {
    const text = `The printed figure '${name}' was not checked: the rule waits for open values, which --set gives.`;
    return note('figure-not-checked', text, place ?? null);
  });
}
