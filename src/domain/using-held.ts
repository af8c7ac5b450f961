import { identityOf } from './identity.js';
import type { Problem, Units } from './problem.js';
import { coveredByReplaced, replacedWith, takesReplaced, type Replaced } from './replaced.js';
import { coverable, MOST_WAYS, waysToUse, type WaysToUse } from './ways.js';

/** The ways of using what is held, each with the held units that stand for those that replace them. */
export interface HeldWays extends WaysToUse {
  readonly replaced: readonly Replaced[];
}

/** A held unit by its identity, with the pieces of learning that it may cover by itself. */
interface HeldUnit {
  readonly unit: string;
  readonly pieces: readonly string[];
}

/** Whether a held unit can be used for anything in the qualification. */
export function isOfUse(units: Units, reference: string): boolean {
  if (coverable(units, reference).length > 0) return true;
  return takesReplaced(units) && replacedWith(units, identityOf(units.identities, reference)).length > 0;
}

/** The ways of using the held units; references of one unit are one. */
export function waysOf(units: Units, held: readonly string[]): HeldWays {
  const distinct = new Map(held.map((reference) => [identityOf(units.identities, reference), reference]));
  const all = [...distinct].map(([unit, reference]): HeldUnit => ({ unit, pieces: coverable(units, reference) }));
  return waysOfUnits(units, all);
}

/** The same for units whose pieces are known already, each unit once. */
export function waysOfUnits(units: Units, held: readonly HeldUnit[]): HeldWays {
  const old = takesReplaced(units) ? held.filter(({ unit }) => replacedWith(units, unit).length > 0) : [];
  if (old.length > 0) return withReplaced(units, held, old);
  const { ways, complete } = waysToUse(held.map(({ pieces }) => pieces));
  return { ways, complete, replaced: ways.map(() => NONE) };
}

const NONE: Replaced = new Set();

/**
 * An old unit stands either for those that replace it, or for what it covers by itself, where that is anything: each
 * choice is a way, and those that cover no more than part of what another one covers are left out.
 */
function withReplaced(units: Units, held: readonly HeldUnit[], old: readonly HeldUnit[]): HeldWays {
  const undecided = old.filter(({ pieces }) => pieces.length > 0);
  const choices = subsetsOf(undecided.slice(0, MOST_CHOICES));
  const found = choices.flatMap((kept) => {
    const replaced = new Set(old.filter((it) => !kept.includes(it)).map(({ unit }) => unit));
    const { ways, complete } = waysToUse(held.filter(({ unit }) => !replaced.has(unit)).map(({ pieces }) => pieces));
    const covered = coveredByReplaced(units, replaced);
    return ways.map((way) => ({ way: new Set([...way, ...covered]), replaced, complete }));
  });
  const looked = found.slice(0, MOST_LOOKED);
  const best = looked.filter(({ way }, at) => !looked.some((other, place) => covers(other.way, way, place < at)));
  const told = best.slice(0, MOST_WAYS);
  return {
    ways: told.map(({ way }) => way),
    replaced: told.map(({ replaced }) => replaced),
    complete:
      undecided.length <= MOST_CHOICES &&
      found.length <= MOST_LOOKED &&
      best.length <= MOST_WAYS &&
      found.every(({ complete }) => complete),
  };
}

/** The most units whose use is a choice: with each more there are twice as many ways. */
const MOST_CHOICES = 6;

/** The most ways that are compared with each other. */
const MOST_LOOKED = 512;

/** Every subset, larger ones first as far as their first members go: units are kept for themselves first. */
function subsetsOf<T>([first, ...others]: readonly T[]): readonly (readonly T[])[] {
  if (first === undefined) return [[]];
  const rest = subsetsOf(others);
  return [...rest.map((subset) => [first, ...subset]), ...rest];
}

/** Whether a way covers more than another one, or, where it comes first, as much. */
function covers(way: ReadonlySet<string>, other: ReadonlySet<string>, first: boolean): boolean {
  return [...other].every((piece) => way.has(piece)) && (way.size > other.size || first);
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
