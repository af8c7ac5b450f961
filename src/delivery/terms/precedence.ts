import { entryAt, isAchieved, select } from '../../domain/problem.js';
import type { Needs, Statement } from '../../domain/statement.js';
import { boundsOf, weightOf } from '../../domain/weight.js';
import { HELD, weightAt, type Taker } from '../joint.js';

/**
 * What has to come before units of a learner: once one of `dependants` is attended, what is held and what was attended
 * before must come to `min` in `weights`, by unit; `held` is what entries that are held may add, each when it is counted.
 */
export interface Precedence {
  readonly dependants: readonly number[];
  readonly weights: ReadonlyMap<number, number>;
  readonly held: ReadonlyMap<number, number>;
  readonly min: number;
}

/**
 * The order that `needs` statements of a learner's rule call for: all of certain units, or an amount of some. Others that a
 * rule may call for, such as a share, say nothing of when.
 */
export function precedencesOf(taker: Taker, unordered: ReadonlySet<Statement> = new Set()): readonly Precedence[] {
  return taker.problem.conditions.flatMap((statement) =>
    statement.kind === 'needs' && !unordered.has(statement) ? precedencesIn(taker, statement) : [],
  );
}

function precedencesIn(taker: Taker, { dependants, requirement }: Needs<number>): readonly Precedence[] {
  const { problem } = taker;
  const dependent = [...new Set(select(problem, dependants).map((entry) => weightAt(taker.units, entry)))];
  const open = dependent.filter((unit) => unit !== HELD);
  if (open.length === 0) return [];
  if (requirement.kind === 'all-units') return eachOf(taker, open, select(problem, requirement.filter));
  if (requirement.kind !== 'amount') return [];
  const { min } = boundsOf(problem, requirement.quantity, requirement.interval);
  if (min === null || min <= 0) return [];
  const [weights, held] = [new Map<number, number>(), new Map<number, number>()];
  for (const index of select(problem, requirement.filter)) {
    const entry = entryAt(problem, index);
    const weight = weightOf(problem, entry, requirement.quantity);
    const unit = weightAt(taker.units, index);
    if (isAchieved(problem, entry)) held.set(index, weight);
    else if (!weights.has(unit)) weights.set(unit, weight);
  }
  return [{ dependants: open, weights, held, min }];
}

/** Every unit that must have come before, unless it is held in each way of using what is held, or counted as held. */
function eachOf({ problem, units }: Taker, open: readonly number[], needed: readonly number[]): readonly Precedence[] {
  const identityOf = (entry: number): string => entryAt(problem, entry).identity;
  const wanted = [...new Set(needed.map((entry) => weightAt(units, entry)))].filter((unit) => unit !== HELD);
  return wanted.map((unit) => {
    const own = new Set(needed.filter((entry) => units[entry] === unit).map(identityOf));
    const held = needed.filter((entry) => units[entry] === HELD && own.has(identityOf(entry)));
    return {
      dependants: open.filter((it) => it !== unit),
      weights: new Map([[unit, 1]]),
      held: new Map(held.map((entry) => [entry, 1])),
      min: 1,
    };
  });
}
