import type { DeliveryMeans } from '../../delivery/means.js';
import { intoRuns } from '../../delivery/seats/runs.js';
import type { Seated } from '../../delivery/seats/seated.js';
import { planInOrder, type PlanInOrder } from '../../delivery/seats/goals-in-order.js';
import type { RunGoal } from '../../delivery/seats/run-measure.js';
import { measureInTime } from '../../delivery/terms/kept-runs.js';
import { findTermPlan, type Timed } from '../../delivery/terms/term-plan.js';
import type { TermPlan } from '../../delivery/terms/term-program.js';
import type { Terms } from '../../delivery/terms/terms.js';
import { itemAt } from '../../domain/item-at.js';
import type { Answered, ServedPlan, TimedRun } from './cohort-document.js';

/** The plan in periods, from one without them: where there is none without, there is none with them. */
export async function inTime(
  seated: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  terms: Terms,
  untimed: Answered,
  means: DeliveryMeans,
): Promise<Answered> {
  if (untimed.status === 'infeasible') return untimed;
  const [first] = goals;
  if (first === undefined) throw new RangeError('there is always a goal');
  const known = 'pathways' in untimed ? untimed.pathways.map(({ selection }) => selection) : null;
  const least = 'pathways' in untimed && untimed.bound !== null ? untimed.bound * first.scale - first.constant : null;
  const answer = await planInOrder<Timed>(seated, goals, terms.periods, means, async (stage) => {
    const { goal, limits, factor, before } = stage;
    const selections = before === null ? known : before.plan.selections;
    const bound = least === null || factor === null ? null : least * factor;
    return findTermPlan({ ...seated, goal, limits }, terms, { selections, bound }, stage.means);
  });
  if (answer.status === 'infeasible') return { status: 'infeasible', unserved: [], conflict: [] };
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  return served(seated, goals, terms, answer);
}

function served(
  { units }: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  terms: Terms,
  answer: Extract<PlanInOrder<Timed>, { readonly plan: unknown }>,
): ServedPlan {
  const { plan, pathways } = answer;
  const timed = timedRuns(units, terms, plan);
  const values = goals.map(({ measure, constant, scale }) => {
    return (measureInTime(measure, units.length, terms.kept, plan.runs) + constant) / scale;
  });
  const [first] = goals;
  const least = answer.status === 'optimal' ? null : answer.bound;
  const bound = least === null || first === undefined ? null : (least + first.constant) / first.scale;
  return {
    status: answer.status,
    values,
    bound: answer.status === 'optimal' ? itemAt(values, 0) : bound,
    runs: units.map(({ index }) => timed.filter(({ unit }) => unit === index).length),
    pathways,
    attending: units.map(({ index }) => plan.periods.flatMap((own, learner) => (own.has(index) ? [learner] : []))),
    by: answer.status === 'optimal' ? answer.by : null,
    confirmedBy: answer.status === 'optimal' ? answer.confirmedBy : [],
    timed,
  };
}

/** Those who attend a unit in a period are put into its runs there in their order. */
function timedRuns(units: Seated['units'], { periods, staff }: Terms, plan: TermPlan): readonly TimedRun[] {
  return units.flatMap(({ index: unit }) =>
    Array.from({ length: periods }, (_, period) => period).flatMap((period) => {
      const people = plan.runs
        .filter((run) => run.unit === unit && run.period === period)
        .flatMap((run) => Array.from({ length: run.count }, () => run.staff));
      const learners = plan.periods.flatMap((own, learner) => (own.get(unit) === period ? [learner] : []));
      return intoRuns(learners, people.length).map((own, at): TimedRun => {
        const person = people[at] ?? null;
        return { unit, period, staff: person === null ? null : (staff[person]?.person ?? null), learners: own };
      });
    }),
  );
}
