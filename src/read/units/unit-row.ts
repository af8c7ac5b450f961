import { error, warning, type Issue } from '../../domain/issue.js';
import { formatLevel, LEVEL_RANGE, LEVELS, parseLevel, type UnitLevel } from '../../domain/level.js';
import { isUrn } from '../../domain/reference.js';
import type { Place } from '../../domain/source.js';
import { didYouMean } from '../../domain/suggest.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import type { Cell } from '../table/cells.js';
import type { Columns } from '../table/csv-header.js';
import { groupKey, suggestGroup, type DeclaredGroups } from '../model/group-name.js';
import { quote } from '../../domain/quote.js';
import { isBlank, isUnconfirmed, readFigure, readFurtherFigure } from '../table/figure-cell.js';
import { readValidity, VALIDITY_KEYS, type ValidityKey } from './validity.js';
import { checkInvisible, withoutInvisible } from '../text/invisible.js';

/** The columns that describe a unit. */
export type UnitColumn = 'group' | 'ref' | 'title' | 'level' | 'credit' | 'glh' | 'urn' | ValidityKey;

/** Which columns of a unit table are required, and which may stand beside them. */
export const UNIT_COLUMNS: Columns<UnitColumn> = {
  required: ['group', 'ref', 'title', 'level', 'credit', 'glh'],
  optional: ['urn', ...VALIDITY_KEYS],
};

/** What no unit can do without. */
const NEVER_BLANK = ['group', 'ref', 'title'] as const;

/** The cells of one unit, from a row of a table or from a model. Of columns that are absent, somebody else complains. */
export interface UnitCells {
  readonly known: ReadonlyMap<UnitColumn, Cell>;
  readonly further: ReadonlyMap<string, Cell>;
  /** False when cells may stand in the wrong columns, so that only the reference is worth a look. */
  readonly fits: boolean;
}

/** What could be read of one unit: its row when nothing is wrong, and its name as far as it has one. */
export interface UnitRowReading {
  readonly row: UnitRow<Figure> | null;
  readonly group: string | null;
  readonly ref: Cell | null;
  readonly urn: string | null;
  readonly issues: readonly Issue[];
}

/**
 * Reads one unit. Each cell that holds the wrong thing, and a group, reference or title that is missing, is an error; a
 * `urn` of another shape, and a reference with characters that cannot be seen, are warnings.
 */
export function readUnitRow(cells: UnitCells, groups: DeclaredGroups): UnitRowReading {
  const ref = filledReference(cells, 'ref');
  const urn = filledReference(cells, 'urn')?.text ?? null;
  if (!cells.fits) return { row: null, group: null, ref, urn, issues: [] };
  const values = readValues(cells, groups, ref?.text ?? '');
  const { valid, issues: wrongDates } = readValidity((key) => cellOf(cells, key));
  const issues = [
    ...checkFilled(cells),
    ...Object.values(values).filter(isIssue),
    ...checkUrn(cells),
    ...checkSeen(cells),
    ...wrongDates,
  ];
  const { group, title, level, credit, glh } = values;
  const columns = new Map([...cells.further].map(([name, { text }]) => [name, text]));
  const row =
    ref !== null && isRead(group) && isRead(title) && isRead(level) && isRead(credit) && isRead(glh)
      ? {
          group,
          ref: ref.text,
          urn,
          title,
          level: level.value,
          credit,
          glh,
          columns,
          figures: figuresOf(cells, ref.text),
          ...(valid === null ? {} : { valid }),
          place: ref.place,
        }
      : null;
  return { row, group: isRead(group) ? group : null, ref, urn, issues };
}

/** A value that may be null itself. */
interface Read<T> {
  readonly value: T;
}

const CREDIT = { word: 'credit', decimals: true };
const GLH = { word: 'GLH', decimals: false };

/** Every further column as it is counted, if it ever is. */
function figuresOf({ further }: UnitCells, ref: string): UnitRow<Figure>['figures'] {
  return new Map([...further].map(([column, cell]) => [column, readFurtherFigure(cell, `${ref}.${column}`)]));
}

interface Values {
  readonly group: string | Issue | null;
  readonly title: string | Issue | null;
  readonly level: Read<UnitLevel> | Issue | null;
  readonly credit: Figure | Issue | null;
  readonly glh: Figure | Issue | null;
}

function readValues(cells: UnitCells, groups: DeclaredGroups, ref: string): Values {
  const read = <T>(column: UnitColumn, reader: (cell: Cell) => T): T | null => {
    const cell = filled(cells, column);
    return cell === null ? null : reader(cell);
  };
  /** Where a blank cell says something too. */
  const readAny = <T>(column: UnitColumn, reader: (cell: Cell) => T): T | null => {
    const cell = cellOf(cells, column);
    return cell === null ? null : reader(cell);
  };
  return {
    group: read('group', (cell) => readGroup(cell, groups)),
    title: read('title', (cell) => cell.text),
    level: readAny('level', readLevel),
    credit: readAny('credit', (cell) => readFigure(cell, CREDIT, `${ref}.credit`)),
    glh: readAny('glh', (cell) => readFigure(cell, GLH, `${ref}.glh`)),
  };
}

function isIssue(value: unknown): value is Issue {
  return typeof value === 'object' && value !== null && 'severity' in value;
}

function isRead<T>(value: T | Issue | null): value is T {
  return value !== null && !isIssue(value);
}

/** The cell of a column with its words on one line; null when it is absent or holds nothing. */
function filled(cells: UnitCells, column: UnitColumn): Cell | null {
  const cell = cellOf(cells, column);
  return cell === null || cell.text === '' ? null : cell;
}

/** The cell of a column with its words on one line; null when it is absent. */
function cellOf(cells: UnitCells, column: UnitColumn): Cell | null {
  const cell = cells.known.get(column);
  if (cell === undefined) return null;
  return { text: cell.text.replace(/[\s\p{Cc}]+/gu, ' ').trim(), place: cell.place };
}

/** As {@link filled}, for a reference: characters that cannot be seen are no part of it. */
function filledReference(cells: UnitCells, column: 'ref' | 'urn'): Cell | null {
  const cell = filled(cells, column);
  const text = cell === null ? '' : withoutInvisible(cell.text);
  return cell === null || text === '' ? null : { text, place: cell.place };
}

function checkFilled(cells: UnitCells): Issue[] {
  const ref = filled(cells, 'ref');
  const unit = ref === null ? 'This unit' : `The unit ${ref.text}`;
  return NEVER_BLANK.flatMap((column) => {
    const cell = cells.known.get(column);
    return cell !== undefined && filled(cells, column) === null ? [noCell(unit, column, cell.place)] : [];
  });
}

/** The issue for a unit that lacks something every unit has. */
export function noCell(unit: string, column: UnitColumn, place: Place): Issue {
  const open = column === 'credit' || column === 'glh' ? "; write 'TBC' for a value that is not confirmed yet" : '';
  return error('empty-cell', `${unit} has no ${column}${open}.`, place);
}

function readGroup(cell: Cell, groups: DeclaredGroups): string | Issue {
  if (groups === null) return cell.text;
  const declared = groups.get(groupKey(cell.text));
  if (declared !== undefined) return declared;
  const message = `The model declares no group ${quote(cell.text)}${suggestGroup(cell.text, [...groups.values()])}.`;
  return error('unknown-group', message, cell.place);
}

/** Blank, and a dash, say that the unit has no level. */
function readLevel(cell: Cell): Read<UnitLevel> | Issue {
  if (isBlank(cell.text)) return { value: null };
  if (isUnconfirmed(cell.text)) return { value: 'open' };
  const level = parseLevel(cell.text);
  return level === null ? unknownLevel(cell.text, cell.place) : { value: level };
}

/** The issue for a text that names no level. */
export function unknownLevel(text: string, place: Place): Issue {
  const names = LEVELS.map((level) => (level > 0 ? `Level ${level}` : formatLevel(level)));
  const hint = /[a-z]/i.test(text) ? didYouMean(text, names) : '';
  const message = `${quote(text)} is no level; levels are ${LEVEL_RANGE}${hint}.`;
  return error('unknown-level', message, place);
}

function checkSeen(cells: UnitCells): Issue[] {
  return (['ref', 'urn'] as const).flatMap((column) => {
    const cell = filled(cells, column);
    return cell === null ? [] : checkInvisible(cell);
  });
}

function checkUrn(cells: UnitCells): Issue[] {
  const cell = filledReference(cells, 'urn');
  if (cell === null || isUrn(cell.text)) return [];
  const message = `The urn ${quote(cell.text)} has not the shape of an Ofqual unit reference, such as L/506/2150.`;
  return [warning('urn-shape', message, cell.place)];
}
