import type { NameRow } from '../program/formats/name-table.js';
import { csvCell } from './csv-cell.js';

/** The names of a program as a table for a spreadsheet: what each stands for, and the reference of the unit if it is one. */
export function nameTableCsv(rows: readonly NameRow[]): string {
  const lines = rows.map(({ name, kind, ref, text }) => [name, kind, ref ?? '', text].map(csvCell).join(','));
  return `${['name,kind,ref,meaning', ...lines].join('\n')}\n`;
}
