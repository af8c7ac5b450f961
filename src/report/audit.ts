import { printStatement } from '../notation/print-statement.js';
import { newUnitsOf, type Audit } from '../questions/audit.js';
import { describeMissing } from './missing.js';
import type { Page } from './palette.js';
import { solveJson } from './solve-json.js';
import { plural } from './plural.js';
import { renderTable } from './table.js';

/** The JSON document of `audit`. */
export function auditJson(qualification: string, audit: Audit): object {
  return {
    qualification,
    complete: audit.complete,
    rule: audit.rule.map((standing) => ({
      statement: printStatement(standing.statement),
      value: standing.value,
      holds: standing.holds,
      missing: standing.missing,
      excess: standing.excess,
      words: describeMissing(standing),
    })),
    counted: audit.counted.map(({ ref }) => ref),
    uncounted: audit.uncounted,
    completion: solveJson(qualification, audit.completion),
    equallyCheap: audit.equallyCheap === null ? null : String(audit.equallyCheap),
  };
}

/** The audit for people: whether it is complete, each statement, what is held in vain, and the cheapest completion. */
export function renderAudit(title: string, audit: Audit, page: Page): string {
  const { bold, good, caution } = page.palette;
  return [
    bold(title),
    audit.complete === true
      ? good('Complete: a pathway exists inside what is held.')
      : caution(audit.complete === null ? 'Whether this is complete is not known.' : 'Not complete.'),
    '',
    renderTable(
      [
        { head: 'Holds' },
        { head: 'Statement', flexible: true },
        { head: 'So far', align: 'right' },
        { head: 'Missing', flexible: true },
      ],
      audit.rule.map((standing) => [
        standing.holds ? good('yes') : caution('no'),
        printStatement(standing.statement),
        standing.value === null ? '-' : String(Math.round(standing.value * 10) / 10),
        describeMissing(standing),
      ]),
      page,
    ),
    ...uncountedLines(audit, page),
    ...(audit.complete === true ? [] : completionLines(audit, page)),
  ].join('\n');
}

function uncountedLines({ uncounted }: Audit, page: Page): string[] {
  if (uncounted.length === 0) return [];
  const rows = uncounted.map(({ ref, why }) => [ref, why]);
  return [
    '',
    page.palette.bold('Held, but not counted'),
    renderTable([{ head: 'Ref' }, { head: 'Why', flexible: true }], rows, page),
  ];
}

function completionLines({ completion, equallyCheap }: Audit, page: Page): string[] {
  if (!('pathway' in completion)) return [];
  const { problem, entries } = completion.pathway;
  const added = newUnitsOf(problem, entries);
  const hours = added.reduce((sum, { glh }) => sum + glh, 0);
  const proved = completion.status === 'optimal' ? 'cheapest' : 'best found';
  const rows = added.map(({ group, ref, title, credit, glh }) => [group, ref, title, String(credit), String(glh)]);
  return [
    '',
    page.palette.bold(`The ${proved} completion: ${plural(added.length, 'new unit')}, ${plural(hours, 'new hour')}`),
    renderTable(
      [
        { head: 'Group' },
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'Credit', align: 'right' },
        { head: 'GLH', align: 'right' },
      ],
      rows,
      page,
    ),
    ...(equallyCheap === null || equallyCheap < 2n
      ? []
      : [`${equallyCheap} sets of new units cost equally few hours.`]),
  ];
}
