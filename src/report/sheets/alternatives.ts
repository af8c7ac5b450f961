import type { Alternative, AlternativesAnswer } from '../../questions/alternatives.js';
import { heading, line, table, type Sheet } from '../sheet.js';
import { measureLabel } from './measure-words.js';
import { formatWhole } from './number-words.js';
import { unitsTable } from './pathway.js';

type Answered = Extract<AlternativesAnswer, { status: 'answered' }>;

/** The best pathways: the first in full, the others by which units leave and which come. */
export function alternativesSheet(title: string, answer: Answered, within: number | null): Sheet {
  const [first, ...others] = answer.alternatives;
  if (first === undefined) return { title, parts: [line('No pathway was asked for.')] };
  const best = first.objectives.map(({ measure, value }) => `${value} ${measureLabel(measure)}`).join(', ');
  return {
    title,
    parts: [
      line(coverageWords(answer, within)),
      heading(`1: ${best}`),
      unitsTable(first.pathway),
      ...(others.length === 0 ? [] : [heading('Against the first'), differencesTable(first, others)]),
    ],
  };
}

function differencesTable(first: Alternative, others: readonly Alternative[]): ReturnType<typeof table> {
  return table(
    [
      { head: '#', align: 'right' },
      ...first.objectives.map(({ measure }) => ({ head: measureLabel(measure), align: 'right' as const })),
      { head: 'Leaves', flexible: true },
      { head: 'Comes', flexible: true },
    ],
    others.map((other, index) => [
      index + 2,
      ...other.objectives.map(({ value }) => value),
      refsWithout(first, other),
      refsWithout(other, first),
    ]),
  );
}

/** `3 of 3 best pathways (complete).`, `10 of 1,204 pathways within 5 of the best; 720 optimal (not all are shown).` */
function coverageWords({ alternatives, complete, total, optimal }: Answered, within: number | null): string {
  const shown = formatWhole(alternatives.length);
  const of = total === null ? '' : ` of ${formatWhole(total)}`;
  const distance =
    within === null ? ' pathways' : within === 0 ? ' best pathways' : ` pathways within ${within} of the best`;
  const sharing = optimal === null || within === 0 ? '' : `; ${formatWhole(optimal)} optimal`;
  return `${shown}${of}${distance}${sharing} (${complete ? 'complete' : 'not all are shown'}).`;
}

/** References of the units that the first counts and the second does not. */
function refsWithout(from: Alternative, other: Alternative): string {
  const kept = new Set(other.pathway.entries.map(({ identity }) => identity));
  const leaving = from.pathway.entries.filter(({ identity }) => !kept.has(identity));
  return leaving.map(({ ref }) => ref).join(', ');
}
