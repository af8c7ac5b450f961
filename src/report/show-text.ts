import { formatLevel } from '../domain/level.js';
import { openNames, type Specification } from '../domain/specification.js';
import { printStatement } from '../notation/print-statement.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

/** A qualification as its document gives it: what it is, its units by group, its rule in words, and what is open. */
export function renderShow(specification: Specification, page: Page): string {
  const { bold } = page.palette;
  return [
    bold(specification.title),
    ...facts(specification),
    '',
    ...[...specification.groups].flatMap(([group, title]) => [
      bold(`Group ${group}: ${title}`),
      renderGroup(specification, group, page),
      '',
    ]),
    bold('Rule of combination'),
    ...specification.rule.map((statement) => `  - ${printStatement(statement)}`),
    ...section('Still open (give each with --set NAME=VALUE)', openLines(specification), page),
    ...section('Notes', specification.notes, page),
    ...section(
      'Sources',
      specification.sources.map(({ document, section: part }) => (part === null ? document : `${document}, ${part}`)),
      page,
    ),
  ].join('\n');
}

function facts(specification: Specification): string[] {
  const { awardingOrganisation, number, level, id } = specification;
  return [
    `id: ${id}`,
    ...(awardingOrganisation === null ? [] : [`awarding organisation: ${awardingOrganisation}`]),
    ...(number === null ? [] : [`number: ${number}`]),
    ...(level === null ? [] : [`level: ${formatLevel(level)}`]),
    `equivalent units: ${specification.equivalentsAccepted ? 'accepted' : 'none'}`,
  ];
}

function renderGroup(specification: Specification, group: string, page: Page): string {
  const rows = specification.rows
    .filter((row) => row.group === group)
    .map((row) => [
      row.ref,
      row.title,
      formatLevel(row.level),
      typeof row.credit === 'number' ? String(row.credit) : 'TBC',
      typeof row.glh === 'number' ? String(row.glh) : 'TBC',
    ]);
  if (rows.length === 0) return '  (no units)';
  return renderTable(
    [
      { head: 'Ref' },
      { head: 'Title', flexible: true },
      { head: 'Level', align: 'right' },
      { head: 'Credit', align: 'right' },
      { head: 'GLH', align: 'right' },
    ],
    rows,
    page,
  );
}

function openLines(specification: Specification): string[] {
  return openNames(specification).map(({ name, min, max, note }) => {
    const range = min === null && max === null ? '' : ` (${min ?? 0} to ${max ?? 'any'})`;
    return `${name}${range}${note === null ? '' : `: ${note}`}`;
  });
}

function section(heading: string, lines: readonly string[], { palette, width }: Page): string[] {
  if (lines.length === 0) return [];
  return ['', palette.bold(heading), ...lines.map((line) => `  - ${wrap(line, width - 4, '    ')}`)];
}
