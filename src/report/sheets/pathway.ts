import { formatLevel } from '../../domain/level.js';
import { isAchieved } from '../../domain/problem.js';
import { totalsOf, tqtOf, type Totals } from '../../domain/totals.js';
import type { Pathway } from '../../evaluate/certify.js';
import type { Conflict } from '../../questions/conflict.js';
import type { PathwayAnswer, Unanswered } from '../../questions/pathway.js';
import { notSaidOfPathway } from '../documents/not-said.js';
import { heading, line, list, table, type Sheet, type SheetPart } from '../sheet.js';
import { conflictParts } from './conflict.js';
import { amountWords, objectivesWords } from './measure-words.js';
import { figureCell } from './figure-cell.js';
import { formatWhole } from './number-words.js';
import { plural } from './plural.js';
import { standingsTable } from './standings.js';

const DISPUTED = 'Disputed: the methods contradict each other, so no answer is given. This is a bug; please report it.';

/** The answer to `solve`: what was found and how sure it is, the units, and the rule line by line. */
export function pathwaySheet(title: string, answer: PathwayAnswer, conflict: Conflict | null): Sheet {
  if (answer.status !== 'optimal') return unansweredSheet(title, answer, conflict);
  const proved = [line(objectivesWords(answer.objectives), 'good'), line(provedWords(answer), 'quiet')];
  return { title, parts: [...proved, ...pathwayParts(answer.pathway)] };
}

/** Why a question about pathways has no proved answer: no pathway (with the conflict), a limit, or a dispute. */
export function unansweredSheet(title: string, answer: Unanswered, conflict: Conflict | null): Sheet {
  return { title, parts: unansweredParts(answer, conflict) };
}

function unansweredParts(answer: Unanswered, conflict: Conflict | null): readonly SheetPart[] {
  switch (answer.status) {
    case 'feasible':
      return [...unprovedLines(answer), ...pathwayParts(answer.pathway)];
    case 'infeasible':
      return [
        line('No pathway exists: the conditions cannot all be met together.', 'bad'),
        ...(conflict === null ? [] : conflictParts(conflict)),
      ];
    case 'unknown':
      return [line(answer.limit === null ? failedWords(answer.reason) : UNKNOWN[answer.limit], 'caution')];
    case 'disputed':
      return [line(DISPUTED, 'bad'), list(answer.claims)];
  }
}

const UNKNOWN = {
  time: 'The time limit ended the search before any pathway was found; --time-limit gives it more.',
  size: 'The rule is too large for the solver that was asked; more time would not help.',
};

function failedWords(reason: string | null): string {
  return `No answer: the solver failed${reason === null ? '' : ` (${reason})`}. Another one may do; try --solver.`;
}

/** Who proved and who confirmed is named in the JSON document; here the number of independent methods is enough. */
function provedWords(answer: Extract<PathwayAnswer, { status: 'optimal' }>): string {
  const methods = answer.confirmedBy.length;
  const confirmed =
    methods === 0
      ? ''
      : methods === 1
        ? ', and confirmed by a second method'
        : `, and confirmed by ${methods} other methods`;
  return `Proved best${confirmed}.${sharingWords(answer)}`;
}

/** How many others are as good, and which of them is shown. */
function sharingWords({ equallyGood, first }: Extract<PathwayAnswer, { status: 'optimal' }>): string {
  const unsettled = ' Others may be as good; which of them comes first in table order was not settled in time.';
  if (!first) return unsettled;
  if (equallyGood === null) return '';
  if (equallyGood === 1n) return ' No other pathway is as good.';
  return ` One of ${formatWhole(equallyGood)} equally good pathways: the first in table order.`;
}

function unprovedLines(answer: Extract<PathwayAnswer, { status: 'feasible' }>): SheetPart[] {
  const [first] = answer.objectives;
  const bound =
    answer.bound === null || first === undefined
      ? 'How far it is from the best is not known.'
      : `No pathway can do better than ${amountWords(first.measure, answer.bound)}.`;
  const stopped =
    answer.limit === 'time'
      ? 'The time limit ended the search before this was proved best.'
      : 'The rule is too large for this to be proved best.';
  return [
    line(objectivesWords(answer.objectives).replace(/^(Least|Most) /, 'Found: ')),
    line(`${stopped} ${bound}`, 'caution'),
  ];
}

/** The units of a pathway, what they add up to, and the rule with where each statement stands. */
export function pathwayParts(pathway: Pathway): readonly SheetPart[] {
  return [
    unitsTable(pathway),
    ...totalLines(totalsOf(pathway.problem, pathway.selection)),
    ...notSaidOfPathway(pathway).map(({ why }) => line(`${why}.`, 'caution')),
    heading('Rule of combination'),
    standingsTable(pathway.evaluation.conditions),
  ];
}

/** The units of a pathway as a table. */
export function unitsTable({ problem, entries }: Pathway): SheetPart {
  const anyAchieved = entries.some((entry) => isAchieved(problem, entry));
  return table(
    [
      { head: 'Group' },
      { head: 'Ref' },
      { head: 'Title', flexible: true },
      { head: 'Level', align: 'right' },
      { head: 'Credit', align: 'right' },
      { head: 'GLH', align: 'right' },
      ...(anyAchieved ? [{ head: 'Held' }] : []),
    ],
    entries.map((entry) => [
      entry.group,
      entry.ref,
      entry.title,
      formatLevel(entry.level),
      figureCell(entry.credit),
      figureCell(entry.glh),
      ...(anyAchieved ? [isAchieved(problem, entry) ? 'achieved' : ''] : []),
    ]),
  );
}

function creditWords(credits: number | null): string {
  return credits === null ? 'credits not known' : plural(credits, 'credit');
}

function hourWords(glh: number | null): string {
  return glh === null ? 'GLH not known' : `${glh} GLH`;
}

function totalLines(totals: Totals): SheetPart[] {
  const { units, credits, glh } = totals;
  const tqt = credits === null ? 'TQT not known' : `TQT ${tqtOf(credits)} hours`;
  const all = line(`${plural(units, 'unit')}, ${creditWords(credits)}, ${hourWords(glh)} (${tqt})`);
  if (totals.overlapUnits === 0) return [all];
  const { overlapUnits, overlapCredits, overlapGlh, newUnits, newCredits, newGlh } = totals;
  return [
    all,
    line(`reused: ${plural(overlapUnits, 'unit')}, ${creditWords(overlapCredits)}, ${hourWords(overlapGlh)}`),
    line(`new: ${plural(newUnits, 'unit')}, ${creditWords(newCredits)}, ${hourWords(newGlh)}`),
  ];
}
