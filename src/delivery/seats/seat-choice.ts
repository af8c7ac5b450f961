import { within, type Deadline } from '../../methods/deadline.js';
import type { Solver } from '../../solvers/solver.js';
import { solveUntil } from '../solve-until.js';
import type { PathwayPool } from './pathway-pool.js';
import type { Found } from './seat-search.js';

/** How many plans the search has to add before a solver chooses again. */
const PLANS_BETWEEN = 12;

/** How long one choice may take, in milliseconds: the pool grows meanwhile. */
const LONGEST_CHOICE = 28_000;

/** How often, in milliseconds, it is looked at whether the pool has grown. */
const INTERVAL = 50;

/** Has a solver choose among the pathways of a pool, again whenever that has grown, and hands over every plan it finds. */
export async function chooseOnAndOn(
  pool: PathwayPool,
  solver: Solver,
  deadline: Deadline,
  best: () => Found | null,
  found: (plan: Found) => void,
): Promise<void> {
  let seen = 0;
  while (!deadline.passed()) {
    if (pool.plans < seen + PLANS_BETWEEN) {
      await new Promise((resolve) => void setTimeout(resolve, INTERVAL));
      continue;
    }
    seen = pool.plans;
    const plan = await chooseOnce(pool, solver, within(deadline, LONGEST_CHOICE), best());
    if (plan !== null) found(plan);
  }
}

/** The best choice among what is in the pool now and the best plan so far, as far as the solver comes; null where it finds none. */
export async function chooseOnce(
  pool: PathwayPool,
  solver: Solver,
  deadline: Deadline,
  best: Found | null,
): Promise<Found | null> {
  const choice = pool.choice(best?.plan ?? null);
  if (choice === null) return null;
  const outcome = await solveUntil(solver, choice.program, deadline, choice.start ?? undefined);
  if (outcome.status !== 'optimal' && outcome.status !== 'feasible') return null;
  const plan = choice.planAt(outcome.point);
  return { plan, value: choice.valueOf(plan) };
}
