import { identityOf } from './identity.js';
import type { Problem, Units } from './problem.js';
import { coverable, waysToUse, type WaysToUse } from './ways.js';

/** The ways of using the held units; references of one unit are one. */
export function waysOf(units: Units, held: readonly string[]): WaysToUse {
  const distinct = new Map(held.map((reference) => [identityOf(units.identities, reference), reference]));
  return waysToUse([...distinct.values()].map((reference) => coverable(units, reference)));
}

/** The same question with these ways of using what is held, by the identities that each covers; the first comes first. */
export function withWays(problem: Problem, ways: readonly ReadonlySet<string>[]): Problem {
  const [achieved, ...otherWays] = ways.map((way) => problem.entries.map(({ identity }) => way.has(identity)));
  if (achieved === undefined) throw new RangeError('there is always a way of using what is held');
  const { otherWays: _, ...rest } = problem;
  return { ...rest, achieved, ...(otherWays.length === 0 ? {} : { otherWays }) };
}

const everyWayOf = new WeakMap<Problem, readonly Problem[]>();

/**
 * One problem for each way of using what is held; the problem itself where there is one way only. The same problem gives
 * the same ones each time, so that what is remembered of them, such as a diagram, is found again.
 */
export function everyWay(problem: Problem): readonly Problem[] {
  const { otherWays, ...first } = problem;
  if (otherWays === undefined) return [problem];
  const known = everyWayOf.get(problem);
  if (known !== undefined) return known;
  const ways = [first, ...otherWays.map((achieved) => ({ ...first, achieved }))];
  everyWayOf.set(problem, ways);
  return ways;
}
