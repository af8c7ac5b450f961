import type { MatchProposal } from '../../questions/match-units.js';
import { aside, line, table, type Sheet } from '../sheet.js';

/** Units of two qualifications that may be one piece of learning: both units, what is proposed, and why. */
export function matchSheet(one: string, two: string, proposals: readonly MatchProposal[]): Sheet {
  const title = `${one} and ${two}`;
  if (proposals.length === 0) {
    return { title, parts: [line('No further units of the two look like one piece of learning.')] };
  }
  const rows = proposals.flatMap(({ unit, other, kind, basis }) => [
    [unit.ref, unit.title, kind, basis],
    [other.ref, other.title, null, null],
  ]);
  return {
    title,
    parts: [
      table(
        [{ head: 'Unit' }, { head: 'Title', flexible: true }, { head: 'Kind' }, { head: 'Why', flexible: true }],
        rows,
      ),
      aside('To accept a row, add it to data/equivalences.csv (--csv prints the rows).'),
    ],
  };
}
