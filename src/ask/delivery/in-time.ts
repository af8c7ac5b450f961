import type { DeliveryMeans } from '../../delivery/means.js';
import { intoRuns } from '../../delivery/seats/runs.js';
import type { Seated } from '../../delivery/seats/seated.js';
import { findTermPlan, type TermAnswer } from '../../delivery/terms/term-plan.js';
import type { TermPlan } from '../../delivery/terms/term-program.js';
import type { Terms } from '../../delivery/terms/terms.js';
import type { DeliverDocument } from '../../report/documents/deliver.js';
import type { ServedPlan, TimedRun } from './cohort-document.js';

/** A plan for learners, or why there is none. */
export type Answered = ServedPlan | Exclude<DeliverDocument, { readonly verified: true }>;

/** Whether methods contradict each other. */
export function isDisputed({ status }: Answered): boolean {
  return status === 'disputed';
}

/** The plan in periods, from one without them: where there is none without, there is none with them. */
export async function inTime(seated: Seated, terms: Terms, untimed: Answered, means: DeliveryMeans): Promise<Answered> {
  if (untimed.status === 'infeasible') return untimed;
  const known =
    'pathways' in untimed
      ? { selections: untimed.pathways.map(({ selection }) => selection), bound: untimed.bound }
      : { selections: null, bound: null };
  return answered(seated, terms, await findTermPlan(seated, terms, known, means));
}

function answered(seated: Seated, terms: Terms, answer: TermAnswer): Answered {
  if (answer.status === 'infeasible') return { status: 'infeasible', unserved: [], conflict: [] };
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  const { plan, pathways, value } = answer;
  const timed = timedRuns(seated, terms, plan);
  return {
    status: answer.status,
    value,
    bound: answer.status === 'optimal' ? value : answer.bound,
    runs: seated.units.map(({ index }) => timed.filter(({ unit }) => unit === index).length),
    pathways,
    attending: seated.units.map(({ index }) =>
      plan.periods.flatMap((own, learner) => (own.has(index) ? [learner] : [])),
    ),
    by: answer.status === 'optimal' ? answer.by : null,
    confirmedBy: [],
    timed,
  };
}

/** Those who attend a unit in a period are put into its runs there in their order. */
function timedRuns({ units }: Seated, { periods, staff }: Terms, plan: TermPlan): readonly TimedRun[] {
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
