/*
 * Runs and those who sit in them, as rows of whichever program says who attends what.
 *
 * Columns   r[u], the first of the program, one a unit by its index; e[u], 1 where a unit that is asked for is delivered to nobody
 * Rows      M[u] r[u] - e[u] <= seats <= N[u] r[u]
 *           r[u] <= most[u] (1 - e[u]) + e[u]          seats <= most (1 - e[u])
 */
import { atLeast, atMost } from '../../domain/interval.js';
import { itemAt } from '../../domain/item-at.js';
import type { Column, Row, Term } from '../../program/linear-program.js';
import { MeasuredRuns } from './measured-runs.js';
import { mostAttending, mostRuns, type Seated } from './seated.js';

/** A column of runs a unit, by its index: up to the most that a plan has any use for. */
export function runColumns(seated: Seated): Column[] {
  return mostRuns(seated).map((upper, unit) => ({ lower: seated.fixed[unit] === 1 ? 1 : 0, upper }));
}

/**
 * Adds the rows that bind runs to those who attend, whose terms are `seats` by unit, and the limits; returns the terms of
 * the goal, and how the columns that were added follow from the others at a point.
 */
export function addClasses(
  seated: Seated,
  columns: Column[],
  rows: Row[],
  seats: readonly (readonly Term[])[],
): { readonly terms: readonly Term[]; readonly extend: (point: readonly number[]) => readonly number[] } {
  const empty: number[] = [];
  const most = mostAttending(seated);
  for (const [unit, own] of seats.entries()) {
    const { least } = itemAt(seated.sizes, unit);
    const column = seated.fixed[unit] === 1 && least === 1 ? columns.push({ lower: 0, upper: 1 }) - 1 : null;
    if (column !== null) empty.push(unit);
    rows.push(...classRows(seated, unit, own), ...(column === null ? leastRows(least, unit, own) : []));
    if (column !== null) rows.push(...emptyRows(itemAt(columns, unit).upper, itemAt(most, unit), unit, column, own));
  }
  const slots = seated.units.map(({ index }) => ({ columns: [index], kept: itemAt(seated.kept, index) }));
  const measured = new MeasuredRuns(
    columns,
    rows,
    seated.units.map(({ index }) => [index]),
    slots,
  );
  for (const limit of seated.limits) measured.limit(limit);
  const terms = measured.termsOf(seated.goal);
  const taken = (point: readonly number[], unit: number): number =>
    itemAt(seats, unit).reduce((sum, { column, factor }) => sum + factor * itemAt(point, column), 0);
  const extend = (point: readonly number[]): readonly number[] =>
    measured.extend([...point, ...empty.map((unit) => (taken(point, unit) === 0 ? 1 : 0))]);
  return { terms, extend };
}

function classRows(seated: Seated, unit: number, seats: readonly Term[]): Row[] {
  const { capacity } = itemAt(seated.sizes, unit);
  return [{ terms: [{ column: unit, factor: -capacity }, ...seats], interval: atMost(0) }];
}

function leastRows(least: number, unit: number, seats: readonly Term[]): Row[] {
  if (least === 0) return [];
  return [{ terms: [{ column: unit, factor: -least }, ...seats], interval: atLeast(0) }];
}

/** A run with nobody in it, which a unit that is asked for may have where there is no other. */
function emptyRows(mostRunsOf: number, most: number, unit: number, empty: number, seats: readonly Term[]): Row[] {
  const times = (factor: number): Term[] => (factor === 0 ? [] : [{ column: empty, factor }]);
  return [
    { terms: [{ column: unit, factor: -1 }, ...times(1), ...seats], interval: atLeast(0) },
    { terms: [{ column: unit, factor: 1 }, ...times(mostRunsOf - 1)], interval: atMost(mostRunsOf) },
    { terms: [...seats, ...times(most)], interval: atMost(most) },
  ];
}
