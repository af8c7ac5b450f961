import { formatValidity } from '../../domain/date.js';
import { formatLevel } from '../../domain/level.js';
import { openNames, type OpenName } from '../../domain/open-names.js';
import type { SourceDocument, Specification } from '../../domain/specification.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import { printStatement } from '../../notation/print-statement.js';
import { figureCell } from './figure-cell.js';
import { heading, line, list, numbered, table, type Sheet, type SheetPart } from '../sheet.js';

/** A qualification as its document gives it: what it is, its units by group, its rule in words, and what is open. */
export function showSheet(specification: Specification, versions: readonly string[] = []): Sheet {
  const { title, groups, rule, titles, notes, sources } = specification;
  return {
    title,
    parts: [
      ...factLines(specification),
      ...(versions.length === 0 ? [] : [line(`versions: ${versions.join('; ')} (this is the last)`)]),
      ...groupParts(groups, specification.rows),
      heading('Rule of combination'),
      numbered(rule.map(printStatement)),
      ...[...titles].flatMap(([name, statements]) => section(`For the title ${name}`, statements.map(printStatement))),
      ...section('Still open (give each with --set NAME=VALUE)', openNames(specification).map(openWords)),
      ...section('Notes', notes),
      ...section('Sources', sources.map(sourceWords)),
    ],
  };
}

/** The units of every group, each under a heading. */
export function groupParts(
  groups: Specification['groups'],
  rows: readonly UnitRow<Figure | null>[],
): readonly SheetPart[] {
  return [...groups].flatMap(([group, name]) => [heading(`Group ${group}: ${name}`), groupTable(rows, group)]);
}

/** What a model says of its qualification as a whole, a line each. */
export function factLines({
  awardingOrganisation,
  number,
  level,
  id,
  valid,
  equivalentsAccepted,
}: Specification): SheetPart[] {
  return [
    line(`id: ${id}`),
    ...(awardingOrganisation === null ? [] : [line(`awarding organisation: ${awardingOrganisation}`)]),
    ...(number === null ? [] : [line(`number: ${number}`)]),
    ...(level === null ? [] : [line(`level: ${formatLevel(level)}`)]),
    ...(valid === undefined ? [] : [line(`may be started: ${formatValidity(valid)}`)]),
    line(`equivalent units: ${equivalentsAccepted ? 'accepted' : 'none'}`),
  ];
}

function groupTable(rows: readonly UnitRow<Figure | null>[], group: string): SheetPart {
  const listed = rows.filter((row) => row.group === group);
  if (listed.length === 0) return line('  (no units)');
  return table(
    [
      { head: 'Ref' },
      { head: 'Title', flexible: true },
      { head: 'Level', align: 'right' },
      { head: 'Credit', align: 'right' },
      { head: 'GLH', align: 'right' },
    ],
    listed.map((row) => [row.ref, row.title, formatLevel(row.level), figureCell(row.credit), figureCell(row.glh)]),
  );
}

/** A document that the model was written from. */
export function sourceWords({ document, section: part }: SourceDocument): string {
  return part === null ? document : `${document}, ${part}`;
}

function openWords({ name, min, max, note }: OpenName): string {
  return `${name}${boundWords(min, max)}${note === null ? '' : `: ${note}`}`;
}

function boundWords(min: number | null, max: number | null): string {
  if (min === null) return max === null ? '' : ` (up to ${max})`;
  return max === null ? ` (${min} or more)` : ` (${min} to ${max})`;
}

function section(title: string, items: readonly string[]): readonly SheetPart[] {
  return items.length === 0 ? [] : [heading(title), list(items)];
}
