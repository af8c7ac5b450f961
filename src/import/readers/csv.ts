import { conclude, type Result } from '../../domain/result.js';
import { readCells } from '../../read/table/csv-cells.js';
import { columnByHeader } from '../columns.js';
import { flatten, type SourceDocument } from '../document.js';

/** Header words by which the separator of a CSV file is told. */
const EXPECTED = [
  'title',
  'unit title',
  'ref',
  'unit ref',
  'level',
  'credit',
  'credits',
  'credit value',
  'glh',
  'group',
];

/** Reads a CSV file, whatever separates its cells. Errors: those of a table that is no CSV or too large. */
export function readCsvDocument(text: string, file: string): Result<SourceDocument> {
  const { rows, issues } = readCells(text, file, EXPECTED);
  const told = issues.filter(({ code }) => code !== 'cell-over-lines');
  return conclude(
    () => ({
      file,
      lines: rows.map((cells) => {
        const line = cells[0]?.place.line ?? 1;
        const texts = cells.map((cell) => (columnByHeader(cell.text) === null ? flatten(cell.text) : cell.text));
        return { kind: 'row', place: { file, page: null, sheet: null, line }, table: 0, cells: texts } as const;
      }),
    }),
    told.filter(({ severity }) => severity === 'error'),
  );
}
