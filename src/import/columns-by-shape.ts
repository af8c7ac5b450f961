import { parseLevel } from '../domain/level.js';
import type { ColumnKind, Columns } from './columns.js';
import { figureIn, isFigureCell, isLevelCell, isReference, isRunningNumber, isWordy } from './shapes.js';

/** Highest level that a table without a header is taken to hold. */
const HIGHEST = 8;

/** What groups are called where they stand in a column of their own. */
const GROUP = /^(?:group )?(?:[A-Z]\d?|mandatory|optional|core)(?: units?)?$/i;

interface Column {
  readonly at: number;
  readonly values: readonly string[];
}

/** Tells the columns of a table without a header by the shape of their values; it always says that it did. */
export function columnsByShape(rows: readonly (readonly string[])[], level: string | null): Columns {
  const width = Math.max(...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, at) => ({ at, values: rows.map((row) => row[at] ?? '') }));
  const kinds: (ColumnKind | null)[] = columns.map(() => null);
  const free = (): readonly Column[] => columns.filter(({ at }) => kinds[at] === null);
  const name = (column: Column | undefined, kind: ColumnKind): void => {
    if (column !== undefined) kinds[column.at] = kind;
  };
  const coded = free().filter(({ values }) => most(values, isReference));
  name(coded.find(({ values }) => isDistinct(values)) ?? coded[0], 'ref');
  name(
    free().find(({ values }) => !isDistinct(values) && values.every((value) => GROUP.test(value))),
    'group',
  );
  name(longest(free().filter(({ values }) => most(values, isWordy))), 'title');
  name(
    free().find(({ at, values }) => at < kinds.indexOf('title') && values.every(isRunningNumber) && isCounting(values)),
    'number',
  );
  nameFigures(
    free().filter(({ values }) => most(values, isFigureCell) || values.every(isLevelCell)),
    level,
    name,
  );
  const told = kinds.flatMap((kind, at) =>
    kind === null ? [] : [`${kind === 'glh' ? 'GLH' : kind} in column ${at + 1}`],
  );
  return { kinds, remarks: [`The table has no header; its columns are told by their values: ${told.join(', ')}.`] };
}

/** Hours are the largest figures; a level is small, and the same for most units. */
function nameFigures(
  columns: readonly Column[],
  level: string | null,
  name: (column: Column | undefined, kind: ColumnKind) => void,
): void {
  const filled = columns.filter(({ values }) => values.some((value) => value !== ''));
  const bySum = [...filled].sort((a, b) => sum(b.values) - sum(a.values));
  const hours = bySum[0];
  const rest = filled.filter((column) => column !== hours || filled.length < 2);
  name(filled.length >= 2 ? hours : undefined, 'glh');
  const levels = rest.filter(({ values }) => values.every(isLevel));
  const closest = [...levels].sort((a, b) => apart(a.values, level) - apart(b.values, level))[0];
  if (rest.length >= 2) name(closest, 'level');
  const others = rest.filter((column) => rest.length < 2 || column !== closest);
  if (others.length === 1) name(others[0], 'credit');
}

function isLevel(value: string): boolean {
  const parsed = parseLevel(value);
  return value === '' || (parsed !== null && parsed <= HIGHEST);
}

/** How unlike the levels of a qualification a column is: values that are not its level, and how many different ones there are. */
function apart(values: readonly string[], level: string | null): number {
  const distinct = new Set(values).size;
  const other = level === null ? 0 : values.filter((value) => value !== level).length;
  return distinct + other;
}

function most(values: readonly string[], test: (text: string) => boolean): boolean {
  const filled = values.filter((value) => value !== '');
  return filled.length > 0 && filled.filter(test).length * 2 > filled.length;
}

/** Whether values count the rows, one by one. */
function isCounting(values: readonly string[]): boolean {
  const figures = values.map((value) => Number.parseInt(value.replace(/\D/g, ''), 10));
  return figures.length > 2 && figures.every((figure, at) => at === 0 || figure === (figures[at - 1] ?? 0) + 1);
}

function isDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}

function longest(columns: readonly Column[]): Column | undefined {
  const length = ({ values }: Column): number => values.reduce((total, value) => total + value.length, 0);
  return [...columns].sort((a, b) => length(b) - length(a))[0];
}

/** Figures of a column added up, in thousandths, so that it is exact. */
function sum(values: readonly string[]): number {
  return values.reduce((total, value) => total + Math.round(Number(figureIn(value) ?? '0') * 1000), 0);
}
