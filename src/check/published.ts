import { warning, type Issue } from '../domain/issue.js';
import type { Place } from '../domain/source.js';
import type { Published, Specification } from '../domain/specification.js';
import { withoutResidue } from '../domain/scale.js';
import { tqtOf } from '../domain/totals.js';
import type { OpenValue } from '../domain/unit.js';
import type { Figure, Range } from '../questions/range.js';

/** Where a name or key of a model stands. */
type Places = ReadonlyMap<string, Place>;

/**
 * Group totals that the document prints, set beside the sums of the unit table: a warning for each that differs. A
 * group with an open value has no sum.
 */
export function checkGroupTotals(specification: Specification, places: Places): readonly Issue[] {
  return [...specification.published.groupTotals].flatMap(([group, { credits, glh }]) => {
    const rows = specification.rows.filter((row) => row.group === group);
    const compare = (what: string, printed: number | null, computed: number | null): Issue[] => {
      if (printed === null || computed === null || printed === computed) return [];
      const text = `The printed total of group ${group} is ${printed} ${what}; its units add up to ${computed}.`;
      return [warning('group-total-differs', text, places.get(group) ?? null)];
    };
    return [
      ...compare('credits', credits, sum(rows.map((row) => row.credit))),
      ...compare('GLH', glh, sum(rows.map((row) => row.glh))),
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
export function hasPublishedFigures({ minimumGlh, maximumGlh, minimumTqt }: Published): boolean {
  return minimumGlh !== null || maximumGlh !== null || minimumTqt !== null;
}

/** Hours that the document prints, set beside the computed ones: a warning for each that differs. */
export function checkFigures(published: Published, { glh, credits }: Range, places: Places): readonly Issue[] {
  const compare = (key: string, words: string, printed: number | null, computed: number | null): Issue[] => {
    if (printed === null || computed === null || printed === computed) return [];
    const text = `The printed ${words} is ${printed}; by the rule it is ${computed}.`;
    return [warning('figure-differs', text, places.get(key) ?? null)];
  };
  const { minimumGlh, maximumGlh, minimumTqt } = published;
  return [
    ...compare('minimum-glh', 'lowest GLH', minimumGlh, said(glh.min)),
    ...compare('maximum-glh', 'highest GLH at the minimum credit', maximumGlh, said(glh.maxAtMinimumCredit)),
    ...compare('minimum-tqt', 'lowest TQT', minimumTqt, credits.min === null ? null : tqtOf(credits.min.value)),
  ];
}

function said(figure: Figure | null): number | null {
  return figure === null ? null : figure.value;
}
