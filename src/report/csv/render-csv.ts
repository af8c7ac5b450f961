import type { Issue } from '../../domain/issue.js';
import { formatSource } from '../../domain/source.js';
import { csvCell } from '../csv-cell.js';
import { cellExactly, type Cell, type Sheet, type SheetPart } from '../sheet.js';

/**
 * The tables of a sheet, and its issues as one, for a spreadsheet: in their order, an empty line between two of them.
 * Whatever stands in a cell is text there and is never run as a formula. What a sheet says in sentences is left out.
 */
export function renderCsv({ parts }: Sheet): string {
  return parts.flatMap(rowsOf).join('\n\n');
}

function rowsOf(part: SheetPart): readonly string[] {
  if (part.kind === 'table') {
    const lines = [part.columns.map(({ head }) => csvCell(head)), ...part.rows.map((row) => row.map(writeCell))];
    return [lines.map((cells) => cells.join(',')).join('\n')];
  }
  return part.kind === 'issues' && part.issues.length > 0 ? [issueRows(part.issues)] : [];
}

/** A figure is written as a number, also below nought, and in full; a dash, which stands for nothing, as nothing. */
function writeCell(cell: Cell): string {
  if (typeof cell === 'number') return String(cell);
  const text = cellExactly(cell);
  return text === '-' ? '' : csvCell(text);
}

function issueRows(issues: readonly Issue[]): string {
  const rows = issues.map(({ severity, code, message, source }) =>
    [severity, code, source === null ? '' : formatSource(source), message].map(csvCell).join(','),
  );
  return ['severity,code,place,message', ...rows].join('\n');
}
