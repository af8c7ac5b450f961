/*
 * A learner who can use what is held in several ways, as one taker. What only some of the ways cover is in the problem twice:
 * once to be attended and once as it is held, at most one of which counts, as of every unit that is listed twice. With D the
 * pieces of learning that some ways cover and others do not, one more condition says that one way covers all that is counted
 * as held, and nothing that is counted as new:
 *
 *   any of, over the ways w:   no units of D \ w are achieved already, and all units of D in w that are counted are
 *
 * So the pathways of the taker are those of every way, and no search, bound or program has to know of ways.
 */
import { atLeast, atMost } from '../domain/interval.js';
import { itemAt } from '../domain/item-at.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Entry } from '../domain/unit.js';
import { fromUnits, type UnitFilter } from '../domain/unit-filter.js';
import { withWays } from '../domain/using-held.js';
import { certify } from '../evaluate/certify.js';
import { takerOf, type Taker } from './joint.js';

/** Several ways of using what is held, to look at a pathway from the other side: in the problem as it stands in its model. */
export interface TakerWays {
  /** One problem for each way. */
  readonly problems: readonly Problem[];
  /** For each entry of the taker's problem, the entry that it is in the problems of the ways. */
  readonly origins: readonly number[];
}

const SOURCE = { option: 'what is held' };

/** A taker with every way of using what is held, by the identities that each covers. */
export function takerOfWays(
  id: string,
  problem: Problem,
  ways: readonly ReadonlySet<string>[],
  indexOf: ReadonlyMap<string, number>,
): Taker {
  const disputed = new Set(
    problem.entries
      .map(({ identity }) => identity)
      .filter((it) => ways.some((way) => way.has(it)) && !ways.every((way) => way.has(it))),
  );
  const entries: Entry[] = [];
  const origins: number[] = [];
  const achieved: boolean[] = [];
  const add = (entry: Entry, isHeld: boolean): void => {
    entries.push({ ...entry, index: entries.length });
    origins.push(entry.index);
    achieved.push(isHeld);
  };
  for (const entry of problem.entries) {
    const isDisputed = disputed.has(entry.identity);
    add(entry, !isDisputed && ways.every((way) => way.has(entry.identity)));
    if (isDisputed) add(entry, true);
  }
  const conditions = [...problem.conditions, ...oneWay(problem, ways, disputed)];
  const whole: Problem = { ...withWays(problem, ways.slice(0, 1)), entries, achieved, conditions };
  const problems = ways.map((way) => withWays(problem, [way]));
  return { ...takerOf(id, whole, indexOf), ways: { problems, origins } };
}

function oneWay(
  { entries }: Problem,
  ways: readonly ReadonlySet<string>[],
  disputed: ReadonlySet<string>,
): readonly Statement[] {
  if (disputed.size === 0) return [];
  const those = entries.filter(({ identity }) => disputed.has(identity));
  const parts = ways.map((way): Statement => {
    const outside = unitsOf(those.filter(({ identity }) => !way.has(identity)));
    const inside = unitsOf(those.filter(({ identity }) => way.has(identity)));
    const none: Statement = {
      kind: 'amount',
      quantity: 'units',
      filter: { ...outside, achieved: true },
      interval: atMost(0),
      source: SOURCE,
    };
    const all: Statement = {
      kind: 'share',
      quantity: 'units',
      whole: inside,
      part: { ...inside, achieved: true },
      percent: atLeast(100),
      source: SOURCE,
    };
    return { kind: 'combination', interval: atLeast(2), parts: [none, all], source: SOURCE };
  });
  return [{ kind: 'combination', interval: atLeast(1), parts, source: SOURCE }];
}

function unitsOf(entries: readonly Entry[]): UnitFilter {
  return fromUnits(...new Set(entries.map(({ ref }) => ref)));
}

/**
 * Puts what a taker counts to the evaluator; where there are several ways, also to that of one of them by itself, in the
 * problem as it stands in its model.
 */
export function certifyTaker({ problem, ways }: Taker, selection: Selection): ReturnType<typeof certify> {
  const certificate = certify(problem, selection);
  if (!certificate.ok || ways === undefined) return certificate;
  const own = selection.map((entry) => itemAt(ways.origins, entry)).sort((a, b) => a - b);
  const isHeld = (entry: number): boolean => problem.achieved[entry] === true;
  const fitting = ways.problems.filter((way) =>
    selection.every((entry) => isHeld(entry) === (way.achieved[itemAt(ways.origins, entry)] === true)),
  );
  const [first, ...others] = fitting.map((way) => certify(way, own));
  if (first === undefined) throw new Error('what is counted as held is covered by no way');
  return first.ok || others.some(({ ok }) => ok) ? certificate : first;
}
