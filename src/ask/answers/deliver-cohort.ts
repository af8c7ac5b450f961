import { findPlan } from '../../delivery/plan.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import { findSeatPlan, type SeatAnswer } from '../../delivery/seats/seat-plan.js';
import { attendedIn, type LearnerGroup, type Seated } from '../../delivery/seats/seated.js';
import { sooner } from '../../delivery/sooner.js';
import { servable } from '../../delivery/seats/unservable.js';
import { unitsWithoutStaff } from '../../delivery/terms/terms.js';
import { itemAt } from '../../domain/item-at.js';
import type { DeliverDocument, UnservedLearnerDocument } from '../../report/documents/deliver.js';
import { classSizes } from '../delivery/class-sizes.js';
import { cohortDocument, type ServedPlan } from '../delivery/cohort-document.js';
import { enrol, type EnrolledCohort } from '../delivery/cohort-of.js';
import { wishesInConflict } from '../delivery/explain-no-plan.js';
import type { DeliveryQuestion, NamedText } from '../delivery/delivery-question.js';
import type { AskedPlan } from '../delivery/joint-of.js';
import type { Provider } from '../delivery/provider.js';
import { refuseForClasses } from '../delivery/refuse-for-classes.js';
import { termsOf } from '../delivery/terms-of.js';
import { inTime, isDisputed, type Answered } from '../delivery/in-time.js';
import { whyUnserved } from '../delivery/why-unserved.js';
import type { Issue } from '../../domain/issue.js';

/** A plan for learners: each of them can complete, in as few hours of runs as can be. */
export async function planForLearners(
  file: NamedText,
  question: DeliveryQuestion,
  provider: Provider,
  asked: AskedPlan,
  means: DeliveryMeans,
): Promise<{ readonly document: DeliverDocument; readonly issues: readonly Issue[] }> {
  const { joint } = asked;
  const cohort = enrol(file, provider, joint.units);
  const { sizes, any } = classSizes(question, provider, joint.units, cohort.learners.length);
  const terms = termsOf(question, joint.units, asked.identities, asked.hours);
  if (any || terms !== null) refuseForClasses(question);
  const [goal] = joint.goals;
  if (goal === undefined) throw new RangeError('there is always a goal');
  const untaught = terms === null ? [] : unitsWithoutStaff(terms);
  const fixed = joint.fixed.map((wish, unit) => (untaught.includes(unit) ? 0 : wish));
  const { groups: all, learners } = { groups: cohort.groups, learners: cohort.learners.length };
  const everybody: Seated = { units: joint.units, groups: all, learners, sizes, costs: goal.weights, fixed };
  const most = terms === null || terms.maxLoad === null ? null : terms.periods * terms.maxLoad;
  const allowance = terms === null || most === null ? null : { most, hours: terms.hours };
  const { groups, left } = servable(everybody, means.store, allowance);
  const unserved = await whyUnserved(cohort, left, joint, means, untaught, most);
  if (groups.length === 0) return { document: { status: 'infeasible', unserved, conflict: [] }, issues: cohort.issues };
  const seated = renumbered(everybody, groups);
  const own = { ...asked, joint: { ...joint, fixed } };
  const first =
    terms === null
      ? means
      : { ...means, deadline: sooner(means.deadline, SHARE_OF_SEATS * means.deadline.remaining()) };
  const untimed = any ? served(await findSeatPlan(seated, first)) : await withoutClasses(own, groups, first);
  const answer = terms === null || isDisputed(untimed) ? untimed : await inTime(seated, terms, untimed, means);
  return { document: documentOf(asked, cohort, groups, unserved, answer), issues: cohort.issues };
}

/** How much of the time goes into the plan without periods, where there are periods. */
const SHARE_OF_SEATS = 0.3;

/** Learners of the groups that are left, numbered anew; the document finds their names by the order of the groups. */
function renumbered(seated: Seated, groups: readonly LearnerGroup[]): Seated {
  let learners = 0;
  const own = groups.map(({ taker, members }) => ({ taker, members: members.map(() => learners++) }));
  return { ...seated, groups: own, learners };
}

function served(answer: SeatAnswer): Answered {
  switch (answer.status) {
    case 'optimal':
      return { ...answer, bound: answer.value, runs: answer.plan.runs };
    case 'feasible':
      return { ...answer, runs: answer.plan.runs, by: null, confirmedBy: [] };
    case 'infeasible':
      return { status: 'infeasible', unserved: [], conflict: [] };
    case 'unknown':
    case 'disputed':
      return answer;
  }
}

/** Without class sizes a unit is delivered once, whoever attends it: a group is a taker of a joint plan. */
async function withoutClasses(
  { joint }: AskedPlan,
  groups: readonly LearnerGroup[],
  means: DeliveryMeans,
): Promise<Answered> {
  const together = { ...joint, takers: groups.map(({ taker }) => taker) };
  const answer = await findPlan(together, means);
  if (answer.status === 'infeasible') {
    const { conflict } = await wishesInConflict(together, means);
    return { status: 'infeasible', unserved: [], conflict };
  }
  if (answer.status === 'unknown' || answer.status === 'disputed') return answer;
  const { plan } = answer;
  const given = new Set(plan.delivered);
  const [goal] = joint.goals;
  const value = itemAt(answer.values, 0) * (goal?.scale ?? 1);
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
    value,
    bound: answer.status === 'optimal' ? value : answer.bound === null ? null : answer.bound * (goal?.scale ?? 1),
    runs: joint.units.map(({ index }) => (given.has(index) ? 1 : 0)),
    pathways,
    attending,
    by: answer.status === 'optimal' ? answer.by : null,
    confirmedBy: answer.status === 'optimal' ? answer.confirmedBy : [],
  };
}

/** The plan without the claim that none is better. */
function unproved(plan: ServedPlan): ServedPlan {
  return { ...plan, status: 'feasible', bound: null, by: null, confirmedBy: [] };
}

function documentOf(
  asked: AskedPlan,
  cohort: EnrolledCohort,
  groups: readonly LearnerGroup[],
  unserved: readonly UnservedLearnerDocument[],
  answer: Answered,
): DeliverDocument {
  if ('runs' in answer && 'pathways' in answer) {
    return cohortDocument(asked, cohort, groups, unserved, cohort.settled ? answer : unproved(answer));
  }
  return answer.status === 'infeasible' ? { ...answer, unserved } : answer;
}
