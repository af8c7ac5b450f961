import type { Progress } from '../../questions/progress.js';

/** How far a learner is from one qualification: hours, credits and units still to do in the cheapest completion. */
export type ProgressDocument = { readonly id: string; readonly title: string | null } & (
  | {
      readonly status: 'optimal';
      readonly complete: boolean;
      /** Null where a figure of some unit is not known, as with the other figures. */
      readonly newGlh: number | null;
      readonly newCredits: number | null;
      readonly newUnits: number;
      readonly overlapCredits: number | null;
    }
  | { readonly status: 'open'; readonly open: readonly string[] }
  /** The model has errors, which are told beside the answer. */
  | { readonly status: 'broken' }
  | { readonly status: 'feasible' | 'infeasible' | 'unknown' | 'disputed' }
);

/** The answer to `progress`, nearest first. */
export type ProgressListDocument = readonly ProgressDocument[];

/** One entry a qualification, in the order given. */
export function progressDocument(progress: readonly Progress[]): readonly ProgressDocument[] {
  return progress.map((it): ProgressDocument => {
    const { id, title } = it;
    if (it.status === 'open') return { id, title, status: 'open', open: it.names };
    if (it.status !== 'answered') return { id, title, status: it.status };
    const { newGlh, newCredits, newUnits, overlapCredits } = it.totals;
    return { id, title, status: 'optimal', complete: it.complete, newGlh, newCredits, newUnits, overlapCredits };
  });
}
