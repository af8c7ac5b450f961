import type { DeliveryMeans } from '../../delivery/means.js';
import { type Frontier } from '../../delivery/frontier.js';
import type { Terms } from '../../delivery/terms/terms.js';
import { keptRuns, runWishes } from '../delivery/run-wishes.js';
import { type LearnerGroup, type Seated } from '../../delivery/seats/seated.js';
import { servable } from '../../delivery/seats/unservable.js';
import { unitsTooLong, unitsWithoutStaff } from '../../delivery/terms/terms.js';
import type { DeliverDocument, UnservedLearnerDocument } from '../../report/documents/deliver.js';
import { classSizes } from '../delivery/class-sizes.js';
import { cohortDocument, type Answered, type ServedPlan } from '../delivery/cohort-document.js';
import { enrol, type EnrolledCohort } from '../delivery/cohort-of.js';
import type { DeliveryQuestion, NamedText } from '../delivery/delivery-question.js';
import type { AskedPlan } from '../delivery/joint-of.js';
import type { Provider } from '../delivery/provider.js';
import { placesOf, termsOf } from '../delivery/terms-of.js';
import { frontierOf, planUnder, shareOf, type LearnersQuestion } from '../delivery/plan-learners.js';
import { seatsInConflict, unservedInTime } from '../delivery/explain-no-seats.js';
import type { HindranceParts } from '../delivery/seat-hindrances.js';
import { itemAt } from '../../domain/item-at.js';
import { whyUnserved } from '../delivery/why-unserved.js';
import type { Issue } from '../../domain/issue.js';

/** A plan for learners: each of them can complete, in as few hours of runs as can be. */
export async function planForLearners(
  file: NamedText,
  question: DeliveryQuestion,
  provider: Provider,
  asked: AskedPlan,
  means: DeliveryMeans,
): Promise<LearnersPlan> {
  const { joint } = asked;
  const cohort = enrol(file, provider, joint.units);
  const { sizes, any } = classSizes(question, provider, joint.units, cohort.learners.length);
  const terms = timesOf(question, asked);
  const untaught = terms === null ? [] : unitsWithoutStaff(terms);
  const fixed = joint.fixed.map((wish, unit) => (untaught.includes(unit) ? 0 : wish));
  const { groups: all, learners } = { groups: cohort.groups, learners: cohort.learners.length };
  const { goals, limits, kept } = runWishes(asked, question);
  const everybody = { units: joint.units, groups: all, learners, sizes, fixed, limits, kept };
  const most = terms === null || terms.maxLoad === null ? null : terms.periods * terms.maxLoad;
  const allowance = terms === null || most === null ? null : { most, hours: terms.hours };
  const { groups, left } = servable(everybody, means.store, allowance);
  const unserved = await whyUnserved(
    cohort,
    left,
    joint,
    means,
    untaught,
    terms === null ? [] : unitsTooLong(terms),
    most,
  );
  const { issues } = cohort;
  if (groups.length === 0) return { document: { status: 'infeasible', unserved, conflict: [] }, points: null, issues };
  const under = (those: readonly LearnerGroup[]): LearnersQuestion => {
    return { joint: { ...joint, fixed }, groups: those, terms, any, goals, seated: renumbered(everybody, those) };
  };
  const partsOf = (those: readonly LearnerGroup[]): HindranceParts => ({
    question,
    asked: { seated: renumbered(everybody, those), terms },
    wishes: joint.fixed,
    termsAt: (periods) => timesOf({ ...question, periods }, asked),
    placeOf: placesOf(question),
  });
  const wantsFrontier = question.frontier === true;
  const own = wantsFrontier ? shareOf(means, SHARE_OF_PLAN) : means;
  const { served, answer, late } = await answerFor(groups, under, partsOf, own, means);
  const nobody = inOrder(cohort, unserved, late);
  if (!('values' in answer)) {
    const document = answer.status === 'infeasible' ? { ...answer, unserved: nobody } : answer;
    return { document, points: null, issues };
  }
  const points = wantsFrontier ? await frontierOf(under(served), asked.hours, means) : null;
  const plan = cohort.settled ? answer : unproved(answer);
  return { document: cohortDocument(asked, cohort, served, nobody, plan, points), points, issues };
}

/** A plan for those who can be served in time, or what is in the way of one. */
async function answerFor(
  groups: readonly LearnerGroup[],
  under: (groups: readonly LearnerGroup[]) => LearnersQuestion,
  partsOf: (groups: readonly LearnerGroup[]) => HindranceParts,
  own: DeliveryMeans,
  means: DeliveryMeans,
): Promise<{
  readonly served: readonly LearnerGroup[];
  readonly answer: Answered;
  /** Groups that cannot be served in time, with the reason. */
  readonly late: ReadonlyMap<LearnerGroup, string>;
}> {
  const { any, terms } = under(groups);
  const answer = await planUnder(under(groups), own);
  if (answer.status !== 'infeasible' || (!any && terms === null)) return { served: groups, answer, late: new Map() };
  const late = terms === null ? new Map<LearnerGroup, string>() : await unservedInTime(partsOf(groups), groups, means);
  const served = groups.filter((group) => !late.has(group));
  if (served.length === 0) return { served, answer, late };
  const again = late.size === 0 ? answer : await planUnder(under(served), own);
  if (again.status !== 'infeasible') return { served, answer: again, late };
  return { served, answer: { ...again, ...(await seatsInConflict(partsOf(served), means)) }, late };
}

/** How much of the time goes into the plan where the trade-off is wanted too. */
const SHARE_OF_PLAN = 0.4;

/** A plan for learners as it is told, and the trade-off between units and hours where it was asked for. */
export interface LearnersPlan {
  readonly document: DeliverDocument;
  readonly points: Frontier | null;
  readonly issues: readonly Issue[];
}

function timesOf(question: DeliveryQuestion, asked: AskedPlan): Terms | null {
  const terms = termsOf(question, asked.joint.units, asked.identities, asked.hours);
  if (terms === null) return null;
  return { ...terms, kept: keptRuns(asked, terms.staff, question.periods !== undefined) };
}

/** The learners who cannot be served, with those of further groups, in the order of the file. */
function inOrder(
  { learners }: EnrolledCohort,
  unserved: readonly UnservedLearnerDocument[],
  further: ReadonlyMap<LearnerGroup, string>,
): readonly UnservedLearnerDocument[] {
  const why = new Map(unserved.map((it) => [it.learner, it.why]));
  for (const [{ members }, reason] of further) {
    for (const member of members) why.set(itemAt(learners, member).learner, reason);
  }
  return learners.flatMap(({ learner }) => {
    const reason = why.get(learner);
    return reason === undefined ? [] : [{ learner, why: reason }];
  });
}

/** Learners of the groups that are left, numbered anew; the document finds their names by the order of the groups. */
function renumbered(seated: Omit<Seated, 'goal'>, groups: readonly LearnerGroup[]): Omit<Seated, 'goal'> {
  let learners = 0;
  const own = groups.map(({ taker, members }) => ({ taker, members: members.map(() => learners++) }));
  return { ...seated, groups: own, learners };
}

/** The plan without the claim that none is better. */
function unproved(plan: ServedPlan): ServedPlan {
  return { ...plan, status: 'feasible', bound: null, by: null, confirmedBy: [] };
}
