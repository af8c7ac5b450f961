import { formatQuantity, type Quantity } from '../domain/quantity.js';
import type { Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import type { UnitKey } from '../domain/unit-key.js';
import { adviceForQuantity, adviceWithin } from './advice.js';
import { printColumn, readColumnName } from './column-name.js';
import { Misread, type Cursor } from './cursor.js';
import type { Names } from './names.js';
import { phrase } from './words.js';
import { Pattern } from './pattern.js';

const CREDITS = new Pattern(String.raw`^credits?(?:\s+values?|\(s\))?(?![\p{L}\p{N}_-])`);
const WORD = new Pattern(String.raw`^[\p{L}\p{N}_-]+`);
const UNITS = new Pattern(String.raw`^units?(?:\(s\))?(?![\p{L}\p{N}_-])`);
const GLH = phrase('GLH|guided\\s+learning\\s+hours?');
const TITLE = phrase('titles?');

/** Reads `credits`, `units`, `GLH` (or `guided learning hours`), or the name of a column of the unit table. */
export function readQuantity(cursor: Cursor, names: Names): Quantity {
  if (cursor.match(CREDITS) !== null) return 'credits';
  if (cursor.match(UNITS) !== null) return 'units';
  if (cursor.match(GLH) !== null) return 'glh';
  const column = readColumnName(cursor, names);
  return column === null ? refuseQuantity(cursor, names) : { column };
}

/** Reads `title`, or the name of a column, as what units are told apart by. */
export function readUnitKey(cursor: Cursor, names: Names): UnitKey {
  if (cursor.match(TITLE) !== null) return 'title';
  const column = readColumnName(cursor, names);
  if (column !== null) return { column };
  const columns = names.columns.length === 0 ? '' : ` or a column of the unit table (${names.columns.join(', ')})`;
  return cursor.fail(`'title'${columns}`, null);
}

function refuseQuantity(cursor: Cursor, names: Names): never {
  const word = cursor.look(WORD)?.[0] ?? null;
  const columns = names.columns.length === 0 ? '' : `, or a column of the unit table (${names.columns.join(', ')})`;
  const expected = `what is counted: credits, units, GLH${columns}`;
  const advice = adviceForQuantity(cursor.rest) ?? adviceWithin(cursor.rest);
  if (word === null || advice !== null) return cursor.fail(expected, advice);
  const hint = didYouMean(word, ['credits', 'units', 'GLH', ...names.columns]);
  throw new Misread(`expected ${expected}; found '${word.slice(0, LONGEST_WORD)}'${hint}`, cursor.offset);
}

const LONGEST_WORD = 40;

/** The quantity's noun after a bound: `1 credit`, `5 credits`, `60 GLH`. */
export function printQuantity(quantity: Quantity, governing?: Threshold): string {
  if (typeof quantity === 'object') return printColumn(quantity.column);
  const noun = formatQuantity(quantity);
  return governing === 1 && quantity !== 'glh' ? noun.slice(0, -1) : noun;
}

/** What units are told apart by, as it stands after `of each`. */
export function printUnitKey(key: UnitKey): string {
  return key === 'title' ? key : printColumn(key.column);
}
