import { areDistinct, unitNumbers } from '../diagram/query/units.js';
import { jointTable, type JointCell } from '../diagram/query/joint-table.js';
import { contains, type Interval } from '../domain/interval.js';
import { itemAt } from '../domain/item-at.js';
import { passes, type Problem, type Selection } from '../domain/problem.js';
import type { Amount } from '../domain/statement.js';
import { boundsOf, weightOf } from '../domain/weight.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import { knowsHours } from './sweep.js';

/** All pathways of the rule without its swept statements, by what they come to under each of those. */
export interface SweepTable {
  /** What pathways within the bounds come to: their number, and their least and most hours, null without any. */
  readonly within: (bounds: readonly Interval[]) => {
    readonly pathways: bigint;
    readonly min: number | null;
    readonly max: number | null;
  };
  /** What a selection comes to under each swept statement. */
  readonly valuesOf: (selection: Selection) => readonly number[];
}

/**
 * The table behind a sweep of amounts, whose places among the conditions are given; null where the diagram of the other
 * conditions, or the table, is too large, where hours are not known, or where a unit is listed twice, as it may come to
 * another value in each place.
 */
export function sweepTable(problem: Problem, swept: readonly number[], store: DiagramStore): SweepTable | null {
  if (!areDistinct(unitNumbers(problem)) || !knowsHours(problem) || problem.otherWays !== undefined) return null;
  const conditions = problem.conditions.filter((_, at) => !swept.includes(at));
  const diagram = store.of({ ...problem, conditions });
  if (diagram.kind === 'too-large') return null;
  const along = sweptAmounts(problem, swept).map(({ filter, quantity }) =>
    problem.entries.map((entry) => (passes(problem, filter, entry) ? weightOf(problem, entry, quantity) : 0)),
  );
  const hours = problem.entries.map((entry) => weightOf(problem, entry, 'glh'));
  const cells = jointTable(diagram, along, hours);
  if (cells === null) return null;
  const valuesOf = (selection: Selection): readonly number[] =>
    along.map((amounts) => selection.reduce((sum, index) => sum + itemAt(amounts, index), 0));
  return { within: narrower(cells), valuesOf };
}

/** The swept statements, which are amounts. */
function sweptAmounts({ conditions }: Problem, swept: readonly number[]): readonly Amount<number>[] {
  return swept.map((at) => {
    const statement = itemAt(conditions, at);
    if (statement.kind !== 'amount') throw new Error(`a swept statement is of the kind ${statement.kind}`);
    return statement;
  });
}

/** The bounds of the swept statements of a setting, over whole figures. */
export function sweptBounds(problem: Problem, swept: readonly number[]): readonly Interval[] {
  return sweptAmounts(problem, swept).map(({ quantity, interval }) => boundsOf(problem, quantity, interval));
}

/** Sums over the cells within bounds. Settings share the bounds of the first statement, so its cells are put together once. */
function narrower(cells: readonly JointCell[]): SweepTable['within'] {
  const known = new Map<string, readonly JointCell[]>();
  return ([first, ...others]) => {
    if (first === undefined) return endsOf(cells);
    const key = `${first.min} ${first.max}`;
    const rest = known.get(key) ?? withoutFirst(cells.filter(({ values }) => contains(first, itemAt(values, 0))));
    known.set(key, rest);
    return endsOf(rest.filter(({ values }) => areWithin(values, others)));
  };
}

/** Cells that differ in their first value alone, put together. */
function withoutFirst(cells: readonly JointCell[]): readonly JointCell[] {
  const merged = new Map<string, JointCell>();
  for (const { values, pathways, least, most } of cells) {
    const rest = values.slice(1);
    const known = merged.get(rest.join());
    merged.set(rest.join(), {
      values: rest,
      pathways: pathways + (known?.pathways ?? 0n),
      least: Math.min(least, known?.least ?? Infinity),
      most: Math.max(most, known?.most ?? -Infinity),
    });
  }
  return [...merged.values()];
}

function endsOf(cells: readonly JointCell[]): ReturnType<SweepTable['within']> {
  const pathways = cells.reduce((sum, cell) => sum + cell.pathways, 0n);
  if (pathways === 0n) return { pathways, min: null, max: null };
  const min = cells.reduce((least, cell) => Math.min(least, cell.least), Infinity);
  return { pathways, min, max: cells.reduce((most, cell) => Math.max(most, cell.most), -Infinity) };
}

/** Whether every value lies in its bounds. */
export function areWithin(values: readonly number[], bounds: readonly Interval[]): boolean {
  return bounds.every((interval, at) => contains(interval, itemAt(values, at)));
}
