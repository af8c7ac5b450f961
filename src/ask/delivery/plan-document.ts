import { leastAlone } from '../../delivery/alone.js';
import type { Frontier } from '../../delivery/frontier.js';
import { goalValue, type Joint } from '../../delivery/joint.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import type { PlanAnswer } from '../../delivery/plan.js';
import { reasonsOf, type Reason } from '../../delivery/why.js';
import { itemAt } from '../../domain/item-at.js';
import { totalsOf } from '../../domain/totals.js';
import type { PlanDocument, PlannedQualificationDocument } from '../../report/documents/deliver.js';
import { unitDocuments } from '../../report/documents/unit.js';
import type { AskedPlan } from './joint-of.js';

type Found = Extract<PlanAnswer, { readonly status: 'optimal' | 'feasible' }>;

/** A plan with what it saves, and why each unit is in it. */
export async function planDocument(
  asked: AskedPlan,
  answer: Found,
  frontier: Frontier | null,
  means: DeliveryMeans,
): Promise<PlanDocument> {
  const { joint, hours } = asked;
  const { delivered } = answer.plan;
  const qualifications = await qualificationsOf(asked, answer, means);
  const separateGlh = sumIfKnown(qualifications.map(({ aloneGlh }) => aloneGlh));
  const deliveredGlh = hours === null ? null : goalValue(hours, delivered);
  const reasons = reasonsOf(joint, answer.plan, means);
  const ids = joint.takers.map(({ id }) => id);
  const value = itemAt(answer.values, 0);
  const bound = answer.status === 'optimal' ? value : answer.bound;
  return {
    status: answer.status,
    objectives: joint.goals.slice(0, asked.objectives).map(({ name }, at) => ({
      sense: 'minimise',
      measure: name,
      value: itemAt(answer.values, at),
    })),
    deliveredGlh,
    bound,
    gap: bound === null ? null : gapOf(value, bound),
    separateGlh,
    savingGlh: separateGlh === null || deliveredGlh === null ? null : separateGlh - deliveredGlh,
    delivered: delivered.map((unit, at) => {
      const { ref, title } = itemAt(joint.units, unit);
      const reason = itemAt(reasons, at);
      return {
        ref,
        title,
        glh: hours === null ? null : goalValue(hours, [unit]),
        runs: 1,
        qualifications: reason.countedBy.map((taker) => itemAt(ids, taker)),
        why: wordsFor(reason, ids),
      };
    }),
    qualifications,
    ...(frontier === null ? {} : { frontier: frontier.points, frontierComplete: frontier.complete }),
    ...proofOf(answer),
    verified: true,
  };
}

function proofOf(answer: Found): Pick<PlanDocument, 'provedBy' | 'confirmedBy' | 'first'> {
  if (answer.status === 'feasible') return { provedBy: null, confirmedBy: [], first: false };
  return { provedBy: answer.by, confirmedBy: answer.confirmedBy, first: answer.first };
}

/** How far a value may be from its best, as a fraction; 0 for a value of nothing. */
export function gapOf(value: number, bound: number): number {
  return value === bound ? 0 : Math.abs(value - bound) / Math.abs(value);
}

async function qualificationsOf(
  { joint, hours }: AskedPlan,
  { pathways }: Found,
  means: DeliveryMeans,
): Promise<readonly PlannedQualificationDocument[]> {
  const all: PlannedQualificationDocument[] = [];
  for (const [at, { id }] of joint.takers.entries()) {
    const pathway = itemAt(pathways, at);
    const aloneGlh = hours === null ? null : await leastAlone(joint, at, hours, means);
    all.push({ id, units: unitDocuments(pathway), glh: totalsOf(pathway.problem, pathway.selection).glh, aloneGlh });
  }
  return all;
}

function sumIfKnown(values: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return sum;
}

/** `mandatory in A and B; shared by 3 qualifications`. */
function wordsFor({ mandatoryFor, countedBy, required }: Reason, ids: Joint['takers'][number]['id'][]): string {
  const names = (takers: readonly number[]): string => {
    const all = takers.map((taker) => itemAt(ids, taker));
    return all.length < 3 ? all.join(' and ') : `${all.length} qualifications`;
  };
  const reasons = [
    ...(required ? ['asked for'] : []),
    ...(mandatoryFor.length > 0 ? [`mandatory in ${names(mandatoryFor)}`] : []),
    ...(countedBy.length > 1 ? [`shared by ${countedBy.length}`] : []),
    ...(countedBy.length === 1 && mandatoryFor.length === 0 ? [`cheapest for ${names(countedBy)}`] : []),
    ...(countedBy.length === 0 && !required ? ['kept from the earlier plan'] : []),
  ];
  return reasons.join('; ');
}
