import type {
  ExplainDocument,
  ExplainedStatementDocument,
  OutlookDocument,
  WithdrawalDocument,
} from '../documents/explain.js';
import { aside, heading, line, table, toned, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { countCell, describeCount } from './number-words.js';
import { plural } from './plural.js';
import { countedValue } from './standings.js';

/** Why the least hours are what they are: statements, thresholds, withdrawals and groups. */
export function explainSheet(title: string, document: ExplainDocument): Sheet {
  const { least, pathways, statements, withdrawals, pairs } = document;
  return {
    title,
    parts: [
      line(`Least new guided learning hours: ${least}`, 'good'),
      ...(pathways === null ? [] : [line(describeCount(BigInt(pathways), 'pathway'))]),
      heading('What each statement does'),
      statementTable(statements),
      aside('Without: the least hours if the statement were left out. A statement binds where that is less.'),
      ...stepParts(statements),
      ...withdrawalParts(withdrawals, pairs),
      ...groupParts(document),
      ...(document.complete ? [] : [line('A limit left something of this open.', 'caution')]),
    ],
  };
}

function statementTable(statements: readonly ExplainedStatementDocument[]): SheetPart {
  return table(
    [
      { head: 'Binds' },
      { head: 'Statement', flexible: true },
      { head: 'Counted', align: 'right' },
      { head: 'Without', align: 'right' },
      { head: 'Pathways without', align: 'right' },
    ],
    statements.map(({ binds, statement, value, isShare, without }): Cell[] => [
      binds === null ? '?' : binds ? toned('yes', 'caution') : 'no',
      statement,
      countedValue(value, isShare),
      leastCell(without),
      pathwaysCell(without),
    ]),
  );
}

function stepParts(statements: readonly ExplainedStatementDocument[]): readonly SheetPart[] {
  const steps = statements.flatMap((it) => it.steps);
  if (steps.length === 0) return [];
  return [
    heading('Each threshold one step tighter or looser'),
    table(
      [
        { head: 'Change' },
        { head: 'The statement would be', flexible: true },
        { head: 'Least', align: 'right' },
        { head: 'Differs', align: 'right' },
        { head: 'Pathways', align: 'right' },
      ],
      steps.map((step): Cell[] => [
        step.change,
        step.statement,
        leastCell(step),
        differenceCell(step),
        pathwaysCell(step),
      ]),
    ),
  ];
}

const MOST_SHOWN = 10;

function withdrawalParts(
  withdrawals: readonly WithdrawalDocument[] | null,
  pairs: readonly WithdrawalDocument[] | null,
): readonly SheetPart[] {
  if (withdrawals === null || pairs === null) {
    return [line('The rule is too large for withdrawals of units to be looked at.', 'caution')];
  }
  const essential = withdrawals.filter(({ least }) => least === null);
  const harmful = withdrawals.filter(({ difference }) => difference !== null && difference > 0);
  const harmless = withdrawals.length - essential.length - harmful.length;
  return [
    heading('If a unit were withdrawn'),
    ...(essential.length === 0
      ? []
      : [line(`No pathway does without ${essential.map(({ refs }) => refs.join(', ')).join(', ')}.`)]),
    ...(harmful.length === 0 ? [] : [withdrawalTable('Unit', harmful.slice(0, MOST_SHOWN))]),
    ...(harmful.length > MOST_SHOWN ? [line(`And ${plural(harmful.length - MOST_SHOWN, 'unit')} more.`)] : []),
    line(`Withdrawing any one of ${plural(harmless, 'other unit')} changes nothing about the least hours.`),
    ...(pairs.length === 0
      ? []
      : [
          heading('Pairs that do more harm together than either alone'),
          withdrawalTable('Units', pairs.slice(0, MOST_SHOWN)),
        ]),
  ];
}

function withdrawalTable(head: string, withdrawals: readonly WithdrawalDocument[]): SheetPart {
  return table(
    [
      { head },
      { head: 'Title', flexible: true },
      { head: 'Least without', align: 'right' },
      { head: 'Differs', align: 'right' },
    ],
    withdrawals.map(({ refs, titles, least, difference }): Cell[] => [
      refs.join(' and '),
      titles.join('; '),
      least ?? toned('none left', 'bad'),
      difference === null ? null : `+${difference}`,
    ]),
  );
}

function groupParts({ groups }: ExplainDocument): readonly SheetPart[] {
  if (groups === null) return [];
  return [
    heading('Groups in the pathways of least hours'),
    table(
      [{ head: 'Group' }, { head: 'Title', flexible: true }, { head: 'Used' }],
      groups.map(({ group, title, used }) => [group, title, used]),
    ),
  ];
}

function leastCell({ status, least }: OutlookDocument): Cell {
  if (least !== null) return least;
  return status === 'infeasible' ? toned('impossible', 'bad') : toned('not known', 'caution');
}

function differenceCell({ difference }: OutlookDocument): Cell {
  if (difference === null) return null;
  return difference > 0 ? `+${difference}` : String(difference);
}

function pathwaysCell({ pathways }: OutlookDocument): Cell {
  return pathways === null ? 'not counted' : countCell(BigInt(pathways));
}
