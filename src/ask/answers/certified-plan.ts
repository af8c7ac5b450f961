import type { Certified } from '../../certificate/make-certificate.js';
import { makePlanCertificate } from '../../certificate/make-plan-certificate.js';
import { sumOver } from '../../delivery/joint.js';
import { proveSplit, type SplitTree } from '../../delivery/split/prove.js';
import { itemAt } from '../../domain/item-at.js';
import { formatMeasure } from '../../domain/measure.js';
import type { PlanTree } from '../../certificate/check-plan.js';
import type { DeliverDocument } from '../../report/documents/deliver.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import type { DeliveryQuestion } from '../delivery/delivery-question.js';
import type { Library } from '../library.js';
import { UNPROVED, withCertificate, type CertifiedAnswer } from './certificates.js';
import { planFor, type Planned } from './deliver.js';
import type { AnswerWithRows } from './overlap.js';

/** The answer to `deliver` with its certificate as text, where there is one. */
export type CertifiedPlan = CertifiedAnswer<DeliverDocument> & AnswerWithRows<DeliverDocument>;

/** Which units to deliver, with a certificate that no plan costs less: the split of what each unit costs. */
export async function answerCertifiedPlan(
  library: Library,
  question: DeliveryQuestion,
  isolate: Isolate | undefined,
): Promise<CertifiedPlan> {
  const planned = await planFor(library, question, isolate);
  const { answer } = planned;
  return { ...withCertificate(answer, await certify(planned)), csv: answer.csv };
}

const because = (why: string): Certified => ({ certified: false, why });

async function certify({ found, asked: { joint, objectives: named }, objectives, means }: Planned): Promise<Certified> {
  if (found === null) return because('a plan for learners has no certificate');
  if (found.status === 'infeasible') {
    return because('there is no plan; qualpath solve --certificate proves of a qualification that it has no pathway');
  }
  if (found.status !== 'optimal') return UNPROVED;
  const [limit] = joint.limits;
  if (limit !== undefined) return because(`${limit.option} is a limit on the whole plan, and certificates know none`);
  const [goal, { measure }] = [itemAt(joint.goals, 0), itemAt(objectives, 0)];
  const { delivered, selections } = found.plan;
  const proof = await proveSplit(joint, goal.weights, sumOver(delivered, goal.weights), means.store);
  if (!proof.found) return because(proof.why);
  const takers = joint.takers.map(({ problem, shape }, at) => {
    const graph = means.store.of(shape);
    if (graph.kind === 'too-large') throw new Error('a diagram that was swept is gone');
    return { problem, selection: itemAt(selections, at), graph };
  });
  const made = makePlanCertificate({
    measure,
    value: itemAt(found.values, 0),
    takers,
    units: joint.units.map(({ identity }) => identity),
    delivered,
    fixed: joint.fixed,
    scale: proof.scale * goal.scale,
    tree: treeOf(proof.tree),
  });
  if (!made.certified || named === 1) return made;
  const name = `what comes after ${formatMeasure(measure)}`;
  return { ...made, without: [{ name, why: 'certificates of plans are about the first objective' }] };
}

function treeOf(tree: SplitTree): PlanTree {
  if ('shares' in tree) return tree.shares.flatMap(({ unit, taker, share }) => [unit, taker, share]);
  return { unit: tree.unit, 0: treeOf(tree.out), 1: treeOf(tree.within) };
}
