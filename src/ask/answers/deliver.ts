import { findFrontier, type Frontier } from '../../delivery/frontier.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import { findPlan, type PlanAnswer } from '../../delivery/plan.js';
import type { DeliverDocument } from '../../report/documents/deliver.js';
import { planCsv } from '../../report/delivery/plan-csv.js';
import { deliverSheet } from '../../report/sheets/deliver.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import type { Outcome } from '../answer.js';
import { deliveryMeans } from '../delivery/delivery-means.js';
import type { DeliveryQuestion } from '../delivery/delivery-question.js';
import { explainNoPlan } from '../delivery/explain-no-plan.js';
import { askPlan, type AskedPlan } from '../delivery/joint-of.js';
import { LEAST_HOURS, readMeasures } from '../delivery/measures.js';
import { planDocument } from '../delivery/plan-document.js';
import { openProvider } from '../delivery/provider.js';
import type { Objective } from '../../domain/measure.js';
import { error, type Issue } from '../../domain/issue.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { planForLearners } from './deliver-cohort.js';
import type { AnswerWithRows } from './overlap.js';

/** Which units to deliver so that every qualification on offer has a pathway inside them. */
export async function answerDeliver(
  library: Library,
  question: DeliveryQuestion,
  isolate: Isolate | undefined,
): Promise<AnswerWithRows<DeliverDocument>> {
  return (await planFor(library, question, isolate)).answer;
}

/** A plan that was asked for, as it is answered and as it was found; `found` is null with learners. */
export interface Planned {
  readonly answer: AnswerWithRows<DeliverDocument>;
  readonly asked: AskedPlan;
  readonly objectives: readonly Objective[];
  readonly means: DeliveryMeans;
  readonly found: PlanAnswer | null;
}

/** The same with what it was made of. */
export async function planFor(
  library: Library,
  question: DeliveryQuestion,
  isolate: Isolate | undefined,
): Promise<Planned> {
  const { minimise = [], frontier = false } = question;
  const specifications = openProvider(library, { ...question, objectives: [] }).offered.map((it) => it.specification);
  const objectives = valueOrThrow(readMeasures(minimise, specifications));
  const counted = needsHours(question) ? [...objectives, LEAST_HOURS] : objectives;
  const provider = openProvider(library, { ...question, objectives: counted });
  const asked = askPlan(provider, objectives, question);
  const means = deliveryMeans(question, isolate);
  if (question.cohort !== undefined) {
    const { document, points, issues } = await planForLearners(question.cohort, question, provider, asked, means);
    const all = [...provider.issues, ...asked.issues, ...issues];
    return { answer: answerOf(document, points, provider.broken, all), asked, objectives, means, found: null };
  }
  refuseWithoutLearners(question);
  const found = await findPlan(asked.joint, means);
  const points = frontier && 'plan' in found ? await frontierOf(asked, means) : null;
  const document = await documentOf(asked, found, points, means);
  const answer = answerOf(document, points, provider.broken, [...provider.issues, ...asked.issues]);
  return { answer, asked, objectives, means, found };
}

/** Whether some wish speaks of hours, whatever is to be least. */
function needsHours({ maxGlh, frontier = false, periods, maxLoad, staff }: DeliveryQuestion): boolean {
  return frontier || [maxGlh, periods, maxLoad, staff].some((it) => it !== undefined);
}

function answerOf(
  document: DeliverDocument,
  points: Frontier | null,
  broken: boolean,
  issues: readonly Issue[],
): AnswerWithRows<DeliverDocument> {
  return {
    document,
    outcome: broken ? 'bad-input' : outcomeOf(document, points),
    issues,
    sheet: () => deliverSheet(document),
    csv: () => ('delivered' in document ? planCsv(document) : ''),
  };
}

function refuseWithoutLearners({ capacity, minClass, periods, maxLoad, staff }: DeliveryQuestion): void {
  const given = { capacity, 'min-class': minClass, periods, 'max-load': maxLoad, staff };
  const [name] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (name === undefined) return;
  const option = `--${name}`;
  throw new InputError([error('setting', `${option} is about learners, who are named with --cohort.`, { option })]);
}

async function frontierOf({ joint, hours }: AskedPlan, means: DeliveryMeans): Promise<Frontier> {
  if (hours === null) throw new Error('a trade-off in hours that are not known was not refused');
  return findFrontier(joint, hours, means);
}

async function documentOf(
  asked: AskedPlan,
  answer: PlanAnswer,
  points: Frontier | null,
  means: DeliveryMeans,
): Promise<DeliverDocument> {
  switch (answer.status) {
    case 'optimal':
    case 'feasible':
      return planDocument(asked, answer, points, means);
    case 'infeasible':
      return explainNoPlan(asked, answer, means);
    case 'unknown':
      return { status: 'unknown', reason: answer.reason };
    case 'disputed':
      return { status: 'disputed', claims: answer.claims };
  }
}

function outcomeOf(document: DeliverDocument, points: Frontier | null): Outcome {
  switch (document.status) {
    case 'optimal':
      return 'answered';
    case 'feasible':
      return points !== null && points.points.length > 0 ? 'answered' : 'limit';
    case 'infeasible':
      return 'no-pathway';
    case 'unknown':
      return document.reason === null ? 'limit' : 'failed';
    case 'disputed':
      return 'disputed';
  }
}
