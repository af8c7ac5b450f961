import { itemAt } from '../domain/item-at.js';
import { leastAlone, onlyTakers } from './alone.js';
import type { Joint, JointGoal } from './joint.js';
import type { DeliveryMeans } from './means.js';
import { race } from './race.js';

/** The least hours of one plan for some takers, and of each by itself, in the goal's whole numbers; null where not known. */
export interface TogetherAndApart {
  readonly together: number | null;
  readonly apart: number | null;
  readonly status: 'optimal' | 'infeasible' | 'unknown';
}

/** Two takers and the units that both list. */
export interface Pair extends TogetherAndApart {
  readonly a: number;
  readonly b: number;
  readonly shared: readonly number[];
}

/** What every two takers share, and what planning them together saves; the same for all of them. */
export interface Overlap {
  readonly pairs: readonly Pair[];
  readonly all: TogetherAndApart;
}

/** Looks at every pair and at all takers; two that share nothing are not planned, as nothing can be saved. */
export async function findOverlap(joint: Joint, hours: JointGoal | null, means: DeliveryMeans): Promise<Overlap> {
  const alone: (number | null)[] = [];
  for (const taker of joint.takers.keys()) {
    alone.push(hours === null ? null : await leastAlone(joint, taker, hours, means));
  }
  const all = await together(joint, [...joint.takers.keys()], alone, hours, means);
  const pairs: Pair[] = [];
  for (const a of joint.takers.keys()) {
    for (const b of [...joint.takers.keys()].slice(a + 1)) {
      const shared = joint.units.flatMap(({ index, takers }) =>
        takers.includes(a) && takers.includes(b) ? [index] : [],
      );
      const apart = apartOf([a, b], alone);
      const none = { together: apart, apart, status: apart === null ? 'unknown' : 'optimal' } as const;
      const found = shared.length === 0 ? none : await together(joint, [a, b], alone, hours, means);
      pairs.push({ a, b, shared, ...found });
    }
  }
  return { pairs, all };
}

function apartOf(takers: readonly number[], alone: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const taker of takers) {
    const own = itemAt(alone, taker);
    if (own === null) return null;
    sum += own;
  }
  return sum;
}

async function together(
  joint: Joint,
  takers: readonly number[],
  alone: readonly (number | null)[],
  hours: JointGoal | null,
  means: DeliveryMeans,
): Promise<TogetherAndApart> {
  const apart = apartOf(takers, alone);
  if (hours === null || means.deadline.passed()) return { together: null, apart, status: 'unknown' };
  const end = await race(onlyTakers(joint, takers), hours, means);
  if (end.status === 'infeasible') return { together: null, apart: null, status: 'infeasible' };
  if (end.status !== 'optimal') return { together: null, apart, status: 'unknown' };
  return { together: end.value, apart, status: apart === null ? 'unknown' : 'optimal' };
}
