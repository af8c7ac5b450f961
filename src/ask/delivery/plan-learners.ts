import { findPlan } from '../../delivery/plan.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import { findSeatPlan, type Seats } from '../../delivery/seats/seat-plan.js';
import { traceFrontier, type Frontier } from '../../delivery/frontier.js';
import type { Joint, JointGoal } from '../../delivery/joint.js';
import { planInOrder } from '../../delivery/seats/goals-in-order.js';
import { measureOf, type RunGoal } from '../../delivery/seats/run-measure.js';
import type { Terms } from '../../delivery/terms/terms.js';
import { frontierWishes } from './run-wishes.js';
import { attendedIn, type LearnerGroup, type Seated } from '../../delivery/seats/seated.js';
import { sooner } from '../../delivery/sooner.js';
import { itemAt } from '../../domain/item-at.js';
import { type Answered } from './cohort-document.js';
import { wishesInConflict } from './explain-no-plan.js';
import { inTime } from './in-time.js';

/** What is planned: the learners as they are numbered in the plan, in classes or not, in periods or not. */
export interface LearnersQuestion {
  readonly joint: Joint;
  readonly groups: readonly LearnerGroup[];
  readonly seated: Omit<Seated, 'goal'>;
  readonly goals: readonly RunGoal[];
  readonly terms: Terms | null;
  /** Whether there are classes of some size. */
  readonly any: boolean;
}

/** How much of the time goes into the plan without periods, where there are periods, and into each point of a trade-off. */
const SHARE_OF_SEATS = 0.3;
const SHARE_OF_POINT = 0.3;

/** The best plan under the goals of a question, in classes and in periods where those are asked for. */
export async function planUnder(question: LearnersQuestion, means: DeliveryMeans): Promise<Answered> {
  const { seated, goals, terms, any } = question;
  const first = terms === null ? means : shareOf(means, SHARE_OF_SEATS);
  const untimed = any ? await inClasses(seated, goals, first) : await withoutClasses(question, first);
  return terms === null || untimed.status === 'disputed' ? untimed : inTime(seated, goals, terms, untimed, means);
}

/** The trade-off between units and hours; each point has its share of the time that is left. */
export async function frontierOf(
  question: LearnersQuestion,
  hours: JointGoal | null,
  means: DeliveryMeans,
): Promise<Frontier> {
  if (hours === null) throw new Error('a trade-off in hours that are not known was not refused');
  return traceFrontier(question.joint.units.length, async (most) => {
    const answer = await planUnder(withMostUnits(question, hours, most), shareOf(means, SHARE_OF_POINT));
    if (answer.status === 'infeasible') return 'none';
    if (!('values' in answer)) return 'unknown';
    const [glh = NaN, units = NaN] = answer.values;
    return { units, glh, status: answer.status };
  });
}

function withMostUnits(
  { joint, seated, ...question }: LearnersQuestion,
  hours: JointGoal,
  most: number,
): LearnersQuestion {
  const wishes = frontierWishes({ goals: question.goals, limits: seated.limits, kept: seated.kept }, hours, most);
  const units = { name: 'units', weights: joint.units.map(() => 1), constant: 0, scale: 1 };
  const limit = { option: `--max-units ${most}`, weights: units.weights, most, constant: 0 };
  return {
    ...question,
    goals: wishes.goals,
    seated: { ...seated, limits: wishes.limits },
    joint: { ...joint, goals: [hours, units], limits: [...joint.limits, limit] },
  };
}

/** The same means with so much of the time that is left. */
export function shareOf(means: DeliveryMeans, share: number): DeliveryMeans {
  return { ...means, deadline: sooner(means.deadline, share * means.deadline.remaining()) };
}

/** A plan in classes, under the goals in their order. */
async function inClasses(
  seated: Omit<Seated, 'goal'>,
  goals: readonly RunGoal[],
  means: DeliveryMeans,
): Promise<Answered> {
  const answer = await planInOrder<Seats>(seated, goals, 1, means, async ({ goal, limits, means: own }) =>
    findSeatPlan({ ...seated, goal, limits }, own),
  );
  if (answer.status === 'infeasible') return { status: 'infeasible', unserved: [], conflict: [] };
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  const { plan, pathways, attending } = answer;
  const values = goals.map(({ measure, constant, scale }) => {
    return (measureOf(measure, plan.runs, seated.kept) + constant) / scale;
  });
  const { constant, scale } = itemAt(goals, 0);
  const told = answer.status === 'optimal' ? itemAt(values, 0) : boundAsTold(answer.bound, constant, scale);
  const proof = answer.status === 'optimal' ? answer : { by: null, confirmedBy: [] };
  const { by, confirmedBy } = proof;
  return { status: answer.status, values, bound: told, runs: plan.runs, pathways, attending, by, confirmedBy };
}

function boundAsTold(bound: number | null, constant: number, scale: number): number | null {
  return bound === null ? null : (bound + constant) / scale;
}

/** Without class sizes a unit is delivered once, whoever attends it: a group is a taker of a joint plan. */
async function withoutClasses({ joint, groups }: LearnersQuestion, means: DeliveryMeans): Promise<Answered> {
  const together = { ...joint, takers: groups.map(({ taker }) => taker) };
  const answer = await findPlan(together, means);
  if (answer.status === 'infeasible') {
    const { conflict } = await wishesInConflict(together, means);
    return { status: 'infeasible', unserved: [], conflict };
  }
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  const { plan } = answer;
  const given = new Set(plan.delivered);
  const attending = joint.units.map((): number[] => []);
  let learner = 0;
  const pathways = groups.flatMap(({ taker, members }, at) => {
    const attends = new Set(attendedIn(taker, itemAt(plan.selections, at)));
    return members.map(() => {
      for (const unit of attends) itemAt(attending, unit).push(learner);
      learner += 1;
      return itemAt(answer.pathways, at);
    });
  });
  return {
    status: answer.status,
    values: answer.values,
    bound: answer.status === 'optimal' ? itemAt(answer.values, 0) : answer.bound,
    runs: joint.units.map(({ index }) => (given.has(index) ? 1 : 0)),
    pathways,
    attending,
    by: answer.status === 'optimal' ? answer.by : null,
    confirmedBy: answer.status === 'optimal' ? answer.confirmedBy : [],
  };
}
