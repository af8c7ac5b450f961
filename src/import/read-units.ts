import { formatLevel, parseLevel } from '../domain/level.js';
import { expectedUnitLetter, referenceKey } from '../domain/reference.js';
import { quote } from '../domain/quote.js';
import { columnsByShape } from './columns-by-shape.js';
import { settleColumns, type ColumnKind, type Columns } from './columns.js';
import type { DraftUnit, NotUnderstood, Remark } from './draft.js';
import type { FoundRow, FoundTable } from './survey/found.js';
import { groupHeading } from './survey/headings.js';
import { cutOff } from './title-parts.js';
import { MADE_UP } from './made-up.js';
import { figureIn, isOpen, isTwofold } from './shapes.js';
import { adoptUnits } from './update/adopt-units.js';
import type { Figure, UnitRow } from '../domain/unit.js';

/** What the tables of a qualification come to. */
export interface UnitReading {
  readonly units: readonly DraftUnit[];
  /** How many units of the model that is updated were found again. */
  readonly found: number;
  readonly columns: ReadonlyMap<FoundTable, Columns>;
  /** Titles of groups that a column of the table names, by their names. */
  readonly groupTitles: ReadonlyMap<string, string>;
  readonly remarks: readonly Remark[];
  readonly lost: readonly NotUnderstood[];
}

/** Reads the rows of all tables as units; a row without a title, or listed before with other figures, is lost and told. `known` are those of a model that is updated. */
export function readUnits(
  tables: readonly FoundTable[],
  level: string | null,
  known: readonly UnitRow<Figure>[],
): UnitReading {
  const columns = new Map<FoundTable, Columns>();
  const remarks: Remark[] = [];
  const lost: NotUnderstood[] = [];
  const units: DraftUnit[] = [];
  const groupTitles = new Map<string, string>();
  for (const table of tables.filter(({ rows }) => rows.length > 0)) {
    const settled = columnsOf(table, level);
    columns.set(table, settled);
    const first = table.rows[0]?.place ?? null;
    remarks.push(...[...settled.remarks, ...missing(settled.kinds)].map((text) => ({ place: first, text })));
    let group: string | null = null;
    for (const row of table.rows) {
      group = columnGroup(row, settled.kinds, groupTitles) ?? group;
      const unit = readRow(group === null ? row : { ...row, group }, settled.kinds);
      if (typeof unit === 'string') lost.push(lose(row, unit));
      else units.push(unit);
    }
  }
  const { kept, repeated } = withoutRepeats(nameUnits(units));
  const adopted = adoptUnits(kept, known);
  remarks.push(...madeUp(adopted.units), ...adopted.remarks);
  return { units: adopted.units, found: adopted.found, columns, groupTitles, remarks, lost: [...lost, ...repeated] };
}

/** The group that a column names for a row; null where it is blank, as below a merged cell, or there is no such column. */
function columnGroup(
  { cells }: FoundRow,
  kinds: readonly (ColumnKind | null)[],
  titles: Map<string, string>,
): string | null {
  const at = kinds.indexOf('group');
  const text = at === -1 ? '' : (cells[at] ?? '');
  if (text === '') return null;
  const { name, title } = groupHeading(text) ?? { name: text, title: '' };
  if (!titles.has(name)) titles.set(name, title);
  return name;
}

function columnsOf(table: FoundTable, level: string | null): Columns {
  const rows = table.rows.map(({ cells }) => cells);
  if (table.named === null) return columnsByShape(rows, level);
  const { kinds, remarks } = settleColumns(table.named, table.headers, rows);
  const leftOut = kinds.flatMap((kind, at) =>
    (kind === 'other' || kind === 'tqt') && rows.some((cells) => (cells[at] ?? '') !== '')
      ? [`The column headed ${quote(table.headers[at] ?? '')} is left out.`]
      : [],
  );
  const together = table.runTogether
    ? ['The cells of this table have run together; they are told apart by their shape.']
    : [];
  return { kinds, remarks: [...remarks, ...leftOut, ...together] };
}

const NEEDED = ['level', 'credit', 'glh'] as const;

function missing(kinds: readonly (ColumnKind | null)[]): readonly string[] {
  return NEEDED.filter((kind) => !kinds.includes(kind)).map(
    (kind) =>
      `The table has no column for ${kind === 'glh' ? 'GLH' : `the ${kind}`}; it is left open (TBC) for every unit.`,
  );
}

function lose({ index, place, cells }: FoundRow, why: string): NotUnderstood {
  return { kind: 'row', index, place, text: cells.filter((cell) => cell !== '').join(' | '), why, perhaps: [] };
}

/** The unit of a row, still with an empty `ref` where the row has none; or why it is none. */
function readRow(
  { index, place, group, cells, notes }: FoundRow,
  kinds: readonly (ColumnKind | null)[],
): DraftUnit | string {
  const cell = (kind: ColumnKind): string => {
    const at = kinds.indexOf(kind);
    return at === -1 ? '' : (cells[at] ?? '');
  };
  const title = cell('title');
  const ref = cell('ref');
  if (title === '' && ref === '') return 'it has neither a title nor a reference';
  if (!/\p{L}/u.test(title)) return 'it has no title';
  const cut = cutOff(title);
  const remarks: string[] = [...notes, ...(cut === null ? [] : [cut])];
  const figures = {
    level: readLevel(cell('level'), kinds.includes('level'), remarks),
    credit: readFigure('credit', cell('credit'), remarks),
    glh: readFigure('GLH', cell('glh'), remarks),
  };
  if (cells.length > kinds.length && cells.slice(kinds.length).some((it) => it !== '')) {
    remarks.push('The row has more cells than the header.');
  }
  const urn = cell('urn') === '' || cell('urn') === '-' ? null : cell('urn');
  for (const reference of [ref, urn ?? '']) remarks.push(...checkLetter(reference));
  const number = cell('number') === '' ? null : cell('number').replace(/\.$/, '');
  return {
    index,
    place,
    group,
    ref,
    urn,
    number,
    title,
    ...figures,
    remarks,
  };
}

function readLevel(text: string, hasColumn: boolean, remarks: string[]): string {
  if (text === '' || isOpen(text)) {
    if (text === '' && hasColumn) remarks.push('The level is blank; it is left open (TBC).');
    return 'TBC';
  }
  if (/^[-–—]$/.test(text)) return '-';
  const level = parseLevel(text.replace(/entry\s+level/i, 'Entry'));
  if (level !== null) return formatLevel(level);
  remarks.push(`The level ${quote(text)} is none; it is left open (TBC).`);
  return 'TBC';
}

function readFigure(name: string, text: string, remarks: string[]): string {
  if (text === '' || isOpen(text) || /^[-–—]$/.test(text)) return 'TBC';
  const figure = figureIn(text);
  if (figure === null) {
    const why = isTwofold(text)
      ? `may be ${text.replace('.', '')} or ${Number(text)}`
      : /^\d{1,3},\d{1,2}$/.test(text)
        ? `may be ${text.replace(',', '.')}`
        : 'is no figure';
    remarks.push(`The ${name} ${quote(text)} ${why}; it is left open (TBC).`);
  }
  return figure ?? 'TBC';
}

function checkLetter(reference: string): readonly string[] {
  const expected = expectedUnitLetter(reference);
  if (expected === null || referenceKey(reference).startsWith(expected)) return [];
  return [`The digits of ${reference} call for the letter ${expected}; a digit or the letter may be wrong.`];
}

/** Gives every unit a reference: its own, the running number of the document, or one that is made up. */
function nameUnits(units: readonly DraftUnit[]): readonly DraftUnit[] {
  const taken = new Set(units.map(({ ref }) => referenceKey(ref)));
  const numbers = units.map(({ number }) => number);
  const distinct = new Set(numbers).size === numbers.length;
  let next = 0;
  return units.map((unit) => {
    if (unit.ref !== '' && unit.ref !== '-') return unit;
    if (unit.urn !== null) return { ...unit, ref: unit.urn, urn: null };
    if (unit.number !== null && distinct && !taken.has(referenceKey(unit.number))) {
      return { ...unit, ref: unit.number, number: null };
    }
    do next += 1;
    while (taken.has(`U${next}`));
    return { ...unit, ref: `U${next}`, remarks: [...unit.remarks, MADE_UP] };
  });
}

function madeUp(units: readonly DraftUnit[]): readonly Remark[] {
  const made = units.filter(({ remarks }) => remarks.includes(MADE_UP)).length;
  const text = `${made} ${made === 1 ? 'unit has' : 'units have'} no reference in the document; U1, U2 ... are made up for them.`;
  return made === 0 ? [] : [{ place: null, text }];
}

/** Why a row is left out that is listed before, in the same group and with the same figures. */
export const LISTED_BEFORE = 'it is listed before, in the same group';

/** The same unit twice in one group: once is enough where all of it is alike, and otherwise a person has to look. */
function withoutRepeats(units: readonly DraftUnit[]): {
  kept: readonly DraftUnit[];
  repeated: readonly NotUnderstood[];
} {
  const seen = new Map<string, DraftUnit>();
  const repeated: NotUnderstood[] = [];
  for (const unit of units) {
    const key = `${unit.group}\n${referenceKey(unit.ref)}`;
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, unit);
      continue;
    }
    const why = isAlike(before, unit)
      ? LISTED_BEFORE
      : 'its reference is listed before in this group, for another unit';
    const text = [unit.ref, unit.title, unit.level, unit.credit, unit.glh].join(' | ');
    repeated.push({ kind: 'row', index: unit.index, place: unit.place, text, why, perhaps: [] });
  }
  return { kept: [...seen.values()], repeated };
}

function isAlike(one: DraftUnit, other: DraftUnit): boolean {
  return (['title', 'level', 'credit', 'glh'] as const).every((key) => one[key] === other[key]);
}
