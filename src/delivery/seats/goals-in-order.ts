import { itemAt } from '../../domain/item-at.js';
import { boundOnFirst, combineInOrder, type Combined } from '../combine-goals.js';
import type { DeliveryMeans } from '../means.js';
import { sooner } from '../sooner.js';
import { addMeasures, type RunGoal, type RunLimit, type RunMeasure } from './run-measure.js';
import { mostRuns, type Seated } from './seated.js';

/** A plan under one goal, or why there is none. */
type OneGoal<F> =
  | (F & {
      readonly status: 'optimal';
      readonly value: number;
      readonly by: string;
      readonly confirmedBy?: readonly string[];
    })
  | (F & { readonly status: 'feasible'; readonly value: number; readonly bound: number | null })
  | NoPlan;

type NoPlan =
  | { readonly status: 'infeasible'; readonly by: string }
  | { readonly status: 'unknown'; readonly reason: string | null }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** A plan under goals in their order; `bound` is what no plan does with less of under the first goal, in whole numbers. */
export type PlanInOrder<F> =
  | (F & { readonly status: 'optimal'; readonly by: string; readonly confirmedBy: readonly string[] })
  | (F & { readonly status: 'feasible'; readonly bound: number | null })
  | NoPlan;

/** What one goal is solved with: the combined goal, further limits, and the plan that the goals before have led to. */
export interface Stage<F> {
  readonly goal: RunMeasure;
  readonly limits: readonly RunLimit[];
  readonly means: DeliveryMeans;
  /** What one unit of the first of all goals weighs in the goal of this stage; null after the first stage. */
  readonly factor: number | null;
  readonly before: F | null;
}

/** How much of the time goes into a goal while others wait. */
const SHARE_OF_A_GOAL = 0.75;

/**
 * Goals taken in their order, each kept at what it has come to while the next is improved. Where a limit keeps one from
 * being proved, the next is improved all the same, among plans that are no worse under those before.
 */
export async function planInOrder<F extends object>(
  seated: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  periods: number,
  means: DeliveryMeans,
  solve: (stage: Stage<F>) => Promise<OneGoal<F>>,
): Promise<PlanInOrder<F>> {
  const stages = combineRunGoals(seated, goals, periods);
  const holds: RunLimit[] = [];
  const proofs: { readonly by: string; readonly confirmedBy: readonly string[] }[] = [];
  let best: Extract<OneGoal<F>, { readonly value: number }> | null = null;
  let bound: number | null = null;
  for (const [at, { goal, factor, later }] of stages.entries()) {
    const isLast = at === stages.length - 1;
    const own = isLast
      ? means
      : { ...means, deadline: sooner(means.deadline, SHARE_OF_A_GOAL * means.deadline.remaining()) };
    const limits = [...seated.limits, ...holds];
    const answer = await solve({ goal, limits, means: own, factor: at === 0 ? factor : null, before: best });
    if (!('value' in answer)) {
      if (best === null || answer.status === 'disputed') return answer;
      if (answer.status === 'infeasible') return contradicted(answer.by);
      break;
    }
    best = answer;
    if (answer.status === 'optimal') proofs.push({ by: answer.by, confirmedBy: answer.confirmedBy ?? [] });
    if (at === 0) bound = boundOf(answer, { factor, later });
    holds.push({ option: `goal ${at + 1}`, measure: goal, most: answer.value, constant: 0 });
  }
  if (best === null) throw new RangeError('there is always a goal');
  const [first] = proofs;
  if (first === undefined || proofs.length < stages.length) return { ...best, status: 'feasible', bound };
  const confirmedBy = first.confirmedBy.filter((name) => proofs.every((proof) => proof.confirmedBy.includes(name)));
  return { ...best, status: 'optimal', by: first.by, confirmedBy };
}

function boundOf(
  answer: { readonly status: 'optimal' | 'feasible'; readonly value: number; readonly bound?: number | null },
  combined: { readonly factor: number; readonly later: number },
): number | null {
  if (answer.status === 'optimal') return Math.floor(answer.value / combined.factor);
  return answer.bound === null || answer.bound === undefined ? null : Math.max(0, boundOnFirst(combined, answer.bound));
}

function contradicted(by: string): NoPlan {
  return { status: 'disputed', claims: [`${by}: there is no such plan`, 'a plan is as good under the goals before'] };
}

function combineRunGoals(
  seated: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  periods: number,
): readonly Combined<RunMeasure>[] {
  const most = mostRuns(seated).map((runs) => runs * periods);
  const changes = most.reduce((sum, runs, unit) => sum + runs + itemAt(seated.kept, unit), 0);
  const spread = ({ perRun, perUnit, perChange }: RunMeasure): number =>
    perRun.reduce((sum, own, unit) => sum + own * itemAt(most, unit), perUnit * perRun.length + perChange * changes);
  return combineInOrder(
    goals.map(({ measure }) => measure),
    {
      spread,
      most: spread,
      add: (first, times, second) =>
        addMeasures([
          [times, first],
          [1, second],
        ]),
    },
  );
}
