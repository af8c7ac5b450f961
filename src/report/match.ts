import type { MatchProposal } from '../questions/match-units.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';

/** The JSON document of `match`: rows as the equivalences table has them, with the score. */
export function matchJson(proposals: readonly MatchProposal[]): readonly object[] {
  return proposals.map(({ unit, other, kind, score, basis }) => ({
    unit: unit.ref,
    other: other.ref,
    kind,
    basis,
    score: Math.round(score * 1000) / 1000,
    titles: [unit.title, other.title],
  }));
}

/** The proposals as rows for the equivalences table, ready to be appended to it. */
export function matchCsv(proposals: readonly MatchProposal[]): string {
  const quote = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return proposals
    .map(({ unit, other, kind, basis }) => [unit.ref, other.ref, kind, basis].map(quote).join(','))
    .join('\n');
}

/** The proposals for people: both units, what is proposed, and why. */
export function renderMatches(proposals: readonly MatchProposal[], page: Page): string {
  if (proposals.length === 0) return 'No further units of the two look like one piece of learning.';
  const rows = proposals.flatMap(({ unit, other, kind, basis }) => [
    [unit.ref, unit.title, kind, basis],
    [other.ref, other.title, '', ''],
  ]);
  const table = renderTable(
    [{ head: 'Unit' }, { head: 'Title', flexible: true }, { head: 'Kind' }, { head: 'Why', flexible: true }],
    rows,
    page,
  );
  return [table, '', 'To accept a row, add it to data/equivalences.csv (--csv prints the rows).'].join('\n');
}
