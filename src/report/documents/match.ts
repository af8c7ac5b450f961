import type { MatchProposal } from '../../questions/match-units.js';

/** A proposed row of the equivalences table. */
export interface MatchDocument {
  readonly unit: string;
  readonly other: string;
  readonly kind: 'same' | 'equivalent';
  /** What agrees and what differs, in words. */
  readonly basis: string;
  /** From 0 to 1, how alike the two are. */
  readonly score: number;
  readonly titles: readonly [string, string];
}

/** The answer to `match`, best first. */
export type MatchListDocument = readonly MatchDocument[];

/** Rows as the equivalences table has them, best first. */
export function matchDocument(proposals: readonly MatchProposal[]): readonly MatchDocument[] {
  return proposals.map(({ unit, other, kind, score, basis }) => ({
    unit: unit.ref,
    other: other.ref,
    kind,
    basis,
    score: Math.round(score * 1000) / 1000,
    titles: [unit.title, other.title],
  }));
}
