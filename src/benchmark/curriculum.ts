import type { LinearProgram, Row } from '../program/linear-program.js';

/** A balanced academic curriculum: courses are to be spread over periods so that no period is heavier than it must be. */
export interface Curriculum {
  readonly periods: number;
  /** Credits that a period may have, from and to. */
  readonly load: readonly [least: number, most: number];
  /** Courses that a period may have, from and to. */
  readonly courses: readonly [least: number, most: number];
  /** The credits of each course. */
  readonly credits: Readonly<Record<string, number>>;
  /** Pairs of courses of which the second must lie in an earlier period than the first. */
  readonly needs: readonly (readonly [later: string, earlier: string])[];
}

/**
 * The curriculum as an integer program that minimises the credits of the heaviest period. Column `course * periods +
 * period` is 1 where the course lies in the period; the last column is the heaviest load. Throws a RangeError for a
 * course that nobody knows.
 */
export function curriculumProgram(curriculum: Curriculum): LinearProgram {
  const { periods, load, courses, credits, needs } = curriculum;
  const names = Object.keys(credits);
  const at = (course: number, period: number): number => course * periods + period;
  const indexOf = (name: string): number => {
    const index = names.indexOf(name);
    if (index < 0) throw new RangeError(`there is no course ${name}`);
    return index;
  };
  const heaviest = names.length * periods;
  const each = range(periods);
  const weights = Object.values(credits);
  const once = names.map((_, course) =>
    row(
      each.map((period) => [at(course, period), 1]),
      1,
      1,
    ),
  );
  const perPeriod = each.flatMap((period) => {
    const taken = weights.map((credit, course): [number, number] => [at(course, period), credit]);
    const counted = weights.map((_, course): [number, number] => [at(course, period), 1]);
    const below: [number, number][] = [
      ...taken.map(([column, factor]): [number, number] => [column, -factor]),
      [heaviest, 1],
    ];
    return [row(taken, load[0], load[1]), row(counted, courses[0], courses[1]), row(below, 0, null)];
  });
  // Wherever the later course lies, the earlier one lies in one of the periods before.
  const order = needs.flatMap(([later, earlier]) =>
    each.map((period) => {
      const before = range(period).map((it): [number, number] => [at(indexOf(earlier), it), 1]);
      return row([...before, [at(indexOf(later), period), -1]], 0, null);
    }),
  );
  const columns = [...range(heaviest).map(() => ({ lower: 0, upper: 1 })), { lower: load[0], upper: load[1] }];
  const objective = { terms: [{ column: heaviest, factor: 1 }], constant: 0 };
  return { sense: 'minimise', columns, rows: [...once, ...perPeriod, ...order], objective };
}

function row(terms: readonly (readonly [column: number, factor: number])[], min: number, max: number | null): Row {
  return { terms: terms.map(([column, factor]) => ({ column, factor })), interval: { min, max } };
}

function range(count: number): readonly number[] {
  return [...Array(count).keys()];
}
