import type { DraftUnit } from './draft.js';

const FORMULA = /^[=+\-@\t\r]/;

/** The units of a draft as a table in CSV; `urn` and `number` only where the document has such a column beside the reference. */
export function writeTable(units: readonly DraftUnit[]): string {
  const urn = units.some((unit) => unit.urn !== null);
  const number = units.some((unit) => unit.number !== null);
  const further = [...(urn ? ['urn'] : []), ...(number ? ['number'] : [])];
  const header = ['group', 'ref', 'title', 'level', 'credit', 'glh', ...further];
  const rows = units.map((unit) => [
    unit.group,
    unit.ref,
    unit.title,
    unit.level,
    unit.credit,
    unit.glh,
    ...(urn ? [unit.urn ?? ''] : []),
    ...(number ? [unit.number ?? ''] : []),
  ]);
  return writeRows([header, ...rows]);
}

/** Rows of cells as CSV. */
export function writeRows(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;
}

/** Safe in a spreadsheet: what would be run as a formula has an apostrophe before it, a level `-` has not. */
function cell(text: string): string {
  const safe = FORMULA.test(text) && text !== '-' ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
