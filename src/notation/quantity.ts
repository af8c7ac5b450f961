import { formatQuantity, type Quantity } from '../domain/quantity.js';
import type { Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';
import { adviceForQuantity, adviceWithin } from './advice.js';
import { Misread, type Cursor } from './cursor.js';
import type { Names } from './names.js';

const CREDITS = /^credits?(?:\(s\))?(?![\w-])/i;
const UNITS = /^units?(?:\(s\))?(?![\w-])/i;
const QUOTED = /^"((?:[^"]|"")*)"/;

/** Reads `credits`, `units`, `GLH` (or `guided learning hours`), or the name of a column of the unit table. */
export function readQuantity(cursor: Cursor, names: Names): Quantity {
  if (cursor.match(CREDITS) !== null) return 'credits';
  if (cursor.match(UNITS) !== null) return 'units';
  if (cursor.accept('GLH') || cursor.accept('guided learning hours')) return 'glh';
  return readColumn(cursor, names);
}

function readColumn(cursor: Cursor, names: Names): Quantity {
  const start = cursor.offset;
  const quoted = cursor.match(QUOTED);
  const wanted = quoted?.[1]?.replaceAll('""', '"');
  const columns = [...names.columns].sort((a, b) => b.length - a.length);
  const column =
    wanted === undefined
      ? columns.find((name) => cursor.accept(name.trim()))
      : columns.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (column !== undefined) return { column };
  cursor.offset = start;
  return refuseQuantity(cursor, names, wanted ?? /^[\p{L}\p{N}_-]*/u.exec(cursor.rest)?.[0] ?? '');
}

function refuseQuantity(cursor: Cursor, names: Names, word: string): never {
  const columns = names.columns.length === 0 ? '' : `, or a column of the unit table (${names.columns.join(', ')})`;
  const hint = didYouMean(word, ['credits', 'units', 'GLH', ...names.columns]);
  const advice = adviceForQuantity(cursor.rest) ?? adviceWithin(cursor.rest);
  if (word === '' || advice !== null) return cursor.fail(`what is counted: credits, units, GLH${columns}`, advice);
  throw new Misread(`expected what is counted: credits, units, GLH${columns}; found '${word}'${hint}`, cursor.offset);
}

/** The quantity's noun after a bound: `1 credit`, `5 credits`, `60 GLH`. */
export function printQuantity(quantity: Quantity, governing?: Threshold): string {
  if (typeof quantity === 'object') return printColumn(quantity.column);
  const noun = formatQuantity(quantity);
  return governing === 1 && quantity !== 'glh' ? noun.slice(0, -1) : noun;
}

function printColumn(column: string): string {
  const plain =
    /^[\p{L}][\p{L}\p{N}_-]*$/u.test(column) && !/^(?:credits?|units?|glh|guided|of|groups?)$/i.test(column);
  return plain ? column : `"${column.replaceAll('"', '""')}"`;
}
