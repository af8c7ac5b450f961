import { findWishConflict, withoutExcluded } from '../../delivery/conflict.js';
import type { Joint } from '../../delivery/joint.js';
import type { DeliveryMeans } from '../../delivery/means.js';
import type { PlanAnswer } from '../../delivery/plan.js';
import { createOracle } from '../../methods/oracle.js';
import { findConflict } from '../../questions/conflict.js';
import type { NoPlanDocument, UnservedQualificationDocument } from '../../report/documents/deliver.js';
import { conflictDocument } from '../../report/documents/statement.js';
import type { AskedPlan } from './joint-of.js';
import { wordsOf } from './seat-hindrances.js';

type None = Extract<PlanAnswer, { readonly status: 'infeasible' }>;

/**
 * Why there is no plan. Qualifications that have no pathway by themselves are named with the conditions that cannot hold
 * together; only where each has one, limits and wishes are in each other's way.
 */
export async function explainNoPlan(
  { joint }: AskedPlan,
  { by, confirmedBy }: None,
  means: DeliveryMeans,
): Promise<NoPlanDocument> {
  const oracle = createOracle(means.method, means.deadline);
  const unserved: UnservedQualificationDocument[] = [];
  for (const taker of joint.takers) {
    const problem = withoutExcluded(taker, joint);
    if ((await oracle(problem, problem.conditions)) !== 'impossible') continue;
    unserved.push({ id: taker.id, ...conflictDocument(await findConflict(problem, oracle)) });
  }
  const proved = { status: 'infeasible', unserved, provedBy: by, confirmedBy } as const;
  if (unserved.length > 0) return { ...proved, conflict: [], smallest: true };
  return { ...proved, ...(await wishesInConflict(joint, means)) };
}

/** Limits and wishes that cannot be kept together, in words. */
export async function wishesInConflict(
  joint: Joint,
  means: DeliveryMeans,
): Promise<Pick<NoPlanDocument, 'conflict' | 'smallest'>> {
  const { members, smallest } = await findWishConflict(joint, means);
  const conflict = members.map(({ option, nearest }) => ({ statement: wordsOf(option), source: { option }, nearest }));
  return { conflict, smallest };
}
