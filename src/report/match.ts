import { csvCell } from './csv-cell.js';
import type { MatchProposal } from '../questions/match-units.js';

/** The proposals as rows for the equivalences table, ready to be appended to it. */
export function matchCsv(proposals: readonly MatchProposal[]): string {
  return proposals
    .map(({ unit, other, kind, basis }) => [unit.ref, other.ref, kind, basis].map(csvCell).join(','))
    .join('\n');
}
