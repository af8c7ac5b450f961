import { optimiserOf } from '../diagram/query/shortest.js';
import { itemAt } from '../domain/item-at.js';
import { fromUnits } from '../domain/unit-filter.js';
import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { knownObjectives } from '../domain/needed.js';
import { HELD, weightAt, type Joint, type Plan, type Taker } from './joint.js';
import type { DeliveryMeans } from './means.js';

const OWN_HOURS: readonly Objective[] = [
  { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } },
  { sense: 'minimise', measure: { over: 'all', quantity: 'units' } },
];

/**
 * The plan with each taker's pathway chosen anew inside what is delivered: the one with the least hours of its own, then
 * the fewest units, then the first in table order. So the pathways of a plan follow from what it delivers.
 */
export async function placePathways(
  joint: Joint,
  { delivered, selections }: Plan,
  means: DeliveryMeans,
): Promise<Plan> {
  const given = new Set(delivered);
  const placed: Selection[] = [];
  for (const [at, taker] of joint.takers.entries()) {
    placed.push((await placeOne(taker, given, means)) ?? itemAt(selections, at));
  }
  return { delivered, selections: placed };
}

async function placeOne(taker: Taker, given: ReadonlySet<number>, means: DeliveryMeans): Promise<Selection | null> {
  const { problem, units, shape } = taker;
  const isOut = (entry: number): boolean => weightAt(units, entry) !== HELD && !given.has(weightAt(units, entry));
  const diagram = means.store.of(shape);
  if (diagram.kind === 'too-large') return placeByMethod(problem, isOut, means);
  const outside = problem.entries.map(({ index }) => (isOut(index) ? 1 : 0));
  const hours = problem.entries.flatMap(({ glh, index }) =>
    glh === null ? [] : [weightAt(units, index) === HELD ? 0 : glh],
  );
  // Where hours are not all known, they do not choose.
  const own = hours.length === problem.entries.length ? [hours] : [];
  const goals = [outside, ...own, problem.entries.map(() => 1)];
  const found = optimiserOf(diagram)(goals.map((amounts) => ({ sense: 'minimise', amounts })));
  return found?.values[0] === 0 ? found.selection : null;
}

async function placeByMethod(
  problem: Problem,
  isOut: (entry: number) => boolean,
  { method, deadline }: DeliveryMeans,
): Promise<Selection | null> {
  const refs = problem.entries.filter(({ index }) => isOut(index)).map(({ ref }) => ref);
  const source = { option: 'the plan' };
  const inside = { kind: 'not-counted' as const, filter: fromUnits(...refs), source };
  const conditions = refs.length === 0 ? problem.conditions : [...problem.conditions, inside];
  const claim = await method.best({ ...problem, conditions }, knownObjectives(problem, OWN_HOURS), deadline);
  return claim.status === 'optimal' ? claim.selection : null;
}
