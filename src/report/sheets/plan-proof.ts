import type { PlanDocument } from '../documents/deliver.js';

/** How sure it is that no plan is better. */
export function proofWords({
  status,
  confirmedBy,
  bound,
  gap,
}: Pick<PlanDocument, 'status' | 'confirmedBy' | 'bound' | 'gap'>): string {
  if (status === 'feasible') {
    if (bound === null || gap === null) return 'A limit ended the search; how far this is from the best is not known.';
    return `A limit ended the search: no plan can do with less than ${bound}, so this is at most ${percent(gap)} above the best.`;
  }
  const confirmed = confirmedBy.length === 0 ? '' : ', and confirmed by a second method';
  return `Proved best${confirmed}.`;
}

function percent(gap: number): string {
  return `${(100 * gap).toFixed(gap < 0.01 ? 2 : 1)}%`;
}
