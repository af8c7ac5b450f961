import { totalsOf } from '../../domain/totals.js';
import type { Problem } from '../../domain/problem.js';
import { printStatement } from '../../notation/print-statement.js';
import { newUnitsOf, type Audit } from '../../questions/audit.js';
import type { Conflict } from '../../questions/conflict.js';
import type { TitleStanding } from '../../questions/titles.js';
import { notSaidOfAudit } from '../documents/audit.js';
import { heading, line, table, toned, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { describeMissing } from './missing.js';
import { figureCell } from './figure-cell.js';
import { unansweredSheet } from './pathway.js';
import { formatWhole } from './number-words.js';
import { plural } from './plural.js';
import { countedCell } from './standings.js';

/** Where a learner stands: whether it is complete, each statement, what is held in vain, and the cheapest completion. */
export function auditSheet(
  title: string,
  audit: Audit,
  problem: Problem,
  conflict: Conflict | null,
  titles: readonly TitleStanding[] = [],
): Sheet {
  const silent = notSaidOfAudit(audit, problem);
  return {
    title,
    parts: [
      completeLine(audit),
      standingTable(audit),
      ...uncountedParts(audit),
      ...(audit.complete === true ? [] : completionParts(audit, conflict)),
      ...(audit.complete === true || silent === null ? [] : [line(`${silent.why}.`, 'caution')]),
      ...titleParts(titles),
    ],
  };
}

/** Which titles are earned, and what the others still take. */
function titleParts(titles: readonly TitleStanding[]): readonly SheetPart[] {
  if (titles.length === 0) return [];
  const columns = [
    { head: 'Title', flexible: true },
    { head: 'Earned' },
    { head: 'New GLH', align: 'right' as const },
    { head: 'New units', flexible: true },
  ];
  return [heading('Titles'), table(columns, titles.map(titleRow))];
}

function titleRow({ title, status, earned, newGlh, newUnits }: TitleStanding): Cell[] {
  if (status === 'infeasible') return [title, toned('cannot be', 'caution'), null, null];
  if (status === 'open') return [title, toned('values are open', 'quiet'), null, null];
  if (earned === null || newUnits === null) return [title, toned('not settled', 'caution'), null, null];
  return [title, earned ? toned('yes', 'good') : 'not yet', figureCell(newGlh), newUnits.join(', ')];
}

function completeLine({ complete }: Audit): SheetPart {
  if (complete === null) return line('Whether this is complete is not known: a limit stopped the search.', 'caution');
  return complete ? line('Complete: a pathway exists inside what is held.', 'good') : line('Not complete.', 'caution');
}

function standingTable({ rule }: Audit): SheetPart {
  return table(
    [
      { head: 'Holds' },
      { head: 'Statement', flexible: true },
      { head: 'So far', align: 'right' },
      { head: 'Missing', flexible: true },
    ],
    rule.map((standing) => [
      standing.holds ? toned('yes', 'good') : toned('no', 'caution'),
      printStatement(standing.statement),
      countedCell(standing),
      describeMissing(standing),
    ]),
  );
}

function uncountedParts({ uncounted }: Audit): readonly SheetPart[] {
  if (uncounted.length === 0) return [];
  const rows = uncounted.map(({ ref, why }) => [ref, why]);
  return [heading('Held, but not counted'), table([{ head: 'Ref' }, { head: 'Why', flexible: true }], rows)];
}

function completionParts(
  { completion, cheapestIn, equallyCheap }: Audit,
  conflict: Conflict | null,
): readonly SheetPart[] {
  if (!('pathway' in completion)) return unansweredSheet('', completion, conflict).parts;
  const { problem, entries } = completion.pathway;
  const added = newUnitsOf(problem, entries);
  const hours = totalsOf(problem, completion.pathway.selection).newGlh;
  const least = cheapestIn.quantity === 'glh' ? 'cheapest' : 'smallest';
  const proved = completion.status === 'optimal' ? least : 'best found';
  const few = cheapestIn.quantity === 'glh' ? 'cost equally few hours' : 'are equally few';
  return [
    heading(
      `The ${proved} completion: ${plural(added.length, 'new unit')}, ${hours === null ? 'new hours not known' : plural(hours, 'new hour')}`,
    ),
    table(
      [
        { head: 'Group' },
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'Credit', align: 'right' },
        { head: 'GLH', align: 'right' },
      ],
      added.map(({ group, ref, title, credit, glh }) => [group, ref, title, figureCell(credit), figureCell(glh)]),
    ),
    ...(equallyCheap === null || equallyCheap < 2n
      ? []
      : [line(`${formatWhole(equallyCheap)} sets of new units ${few}.`)]),
  ];
}
