import { warning, type Issue } from '../domain/issue.js';
import type { Specification } from '../domain/specification.js';
import type { OpenValue } from '../domain/unit.js';

/**
 * Group totals that the document prints, set beside the sums of the unit table: a warning for each that differs. A
 * group with an open value has no sum.
 */
export function checkPublished(specification: Specification): readonly Issue[] {
  return [...specification.published.groupTotals].flatMap(([group, { credits, glh }]) => {
    const rows = specification.rows.filter((row) => row.group === group);
    return [
      ...compare(specification, group, 'credits', credits, sum(rows.map((row) => row.credit))),
      ...compare(specification, group, 'GLH', glh, sum(rows.map((row) => row.glh))),
    ];
  });
}

function sum(values: readonly (number | OpenValue)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || typeof value !== 'number' ? null : total + value),
    0,
  );
}

function compare(
  { file }: Specification,
  group: string,
  what: string,
  printed: number | null,
  computed: number | null,
): Issue[] {
  if (printed === null || computed === null || printed === computed) return [];
  const text = `The printed total of group ${group} is ${printed} ${what}; its units add up to ${computed}.`;
  return [warning('group-total-differs', text, { file, line: 1, column: 1 })];
}
