import fc, { type Arbitrary } from 'fast-check';
import { itemAt } from '../../src/domain/item-at.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { scalesOf, thresholdsIn } from '../../src/domain/scale.js';
import type { Entry } from '../../src/domain/unit.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { arbitraryObjectives } from '../support/arbitrary-objectives.js';
import { arbitraryProblem, type ProblemShape } from '../support/arbitrary-problem.js';

/** A random rule over a random qualification, with objectives. */
export interface RuleCase {
  readonly problem: Problem;
  readonly objectives: readonly Objective[];
}

/**
 * How things are called: A and U 1 (`plain`); out of the words of the notation, and any text that a table can hold, with
 * every second unit listed twice where it can be (`odd`); or one rule in three so (`mixed`).
 */
export type NamesDrawn = 'plain' | 'odd' | 'mixed';

/** Few units with deep lists, many units with plain statements, long rules, and no units at all now and then. */
const SHAPES: readonly ProblemShape[] = [
  { maxEntries: 6, maxConditions: 3, depth: 3 },
  { minEntries: 4, maxEntries: 8, minConditions: 2, maxConditions: 6, depth: 2 },
  { minEntries: 5, maxEntries: 9, minConditions: 5, maxConditions: 10, depth: 1 },
  { minEntries: 7, maxEntries: 10, minConditions: 3, maxConditions: 7, depth: 1, maxAmount: 30 },
];

/**
 * Rules that mix every form of statement. Most random statements cannot hold together, so that in half of the cases
 * only those are kept that a selection drawn beforehand meets.
 */
export function arbitraryRule(names: NamesDrawn = 'mixed'): Arbitrary<RuleCase> {
  const ofShapes = (oddNames: boolean): Arbitrary<Problem> =>
    fc.oneof(...SHAPES.map((shape) => arbitraryProblem({ ...shape, oddNames })));
  const anyRule = fc.oneof(
    { weight: names === 'odd' ? 0 : 2, arbitrary: ofShapes(false) },
    { weight: names === 'plain' ? 0 : 1, arbitrary: ofShapes(true) },
  );
  const figured = fc.tuple(anyRule, fc.constantFrom(0, 0, 0.5, 0.34, 0.125)).map(withOddFigures);
  const problem = fc.oneof(figured, fc.tuple(figured, fc.infiniteStream(fc.boolean())).map(keepMetConditions));
  return fc.record({ problem, objectives: arbitraryObjectives() });
}

/** Rules over 60 to 300 units, of every form; in half of the cases what a selection drawn beforehand meets. */
export function arbitraryBigRule(): Arbitrary<RuleCase> {
  const shape = { minEntries: 60, maxEntries: 300, minConditions: 4, maxConditions: 10, depth: 1, maxAmount: 150 };
  const drawn = arbitraryProblem(shape);
  const problem = fc.oneof(drawn, fc.tuple(drawn, fc.infiniteStream(fc.boolean())).map(keepMetConditions));
  return fc.record({ problem, objectives: arbitraryObjectives() });
}

/**
 * With `more` credits for every second unit, where there are any, and units of level 12 and of none among the others: what
 * tables of the field hold, and what few random tables would.
 */
function withOddFigures([problem, more]: [Problem, number]): Problem {
  if (more === 0) return problem;
  const entries = problem.entries.map((entry, index): Entry => {
    if (entry.credit === null) throw new Error('a random unit has credit');
    const level = index % 5 === 3 ? null : index % 5 === 4 ? 12 : entry.level;
    return { ...entry, level, credit: index % 2 === 0 ? entry.credit + more : entry.credit };
  });
  const { specification } = problem.qualification;
  const rows = specification.rows.map((row, index) => {
    const { level, credit } = itemAt(entries, index);
    return credit === null ? row : { ...row, level, credit };
  });
  const qualification = {
    ...problem.qualification,
    entries,
    specification: { ...specification, rows },
  };
  const scales = scalesOf(entries, thresholdsIn(problem.conditions, new Map()));
  return { ...problem, entries, qualification, scales };
}

function keepMetConditions([problem, counts]: [Problem, Iterable<boolean>]): Problem {
  const taken = new Set<string>();
  const draws = counts[Symbol.iterator]();
  const witness = problem.entries.filter(({ identity }) => {
    if (draws.next().value !== true || taken.has(identity)) return false;
    taken.add(identity);
    return true;
  });
  const { conditions } = evaluate(
    problem,
    witness.map(({ index }) => index),
  );
  const met = conditions.filter(({ holds }) => holds).map(({ statement }) => statement);
  return { ...problem, conditions: met, qualification: { ...problem.qualification, rule: met } };
}
