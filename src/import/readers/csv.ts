import { error, type Issue } from '../../domain/issue.js';
import { conclude, failure, type Result } from '../../domain/result.js';
import { readCells } from '../../read/table/csv-cells.js';
import { columnByHeader } from '../columns.js';
import { flatten, LONGEST_LINE, type SourceDocument } from '../document.js';

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

/** Reads a CSV file, whatever separates its cells. Errors: a line of more than {@link LONGEST_LINE} characters, and those of a table that is no CSV or too large. */
export function readCsvDocument(text: string, file: string): Result<SourceDocument> {
  const long = longLine(text, file);
  if (long !== null) return failure([long]);
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

/** The issue for a line that is longer than any row of a table; null where there is none. */
function longLine(text: string, file: string): Issue | null {
  for (let [start, line] = [0, 1]; start < text.length; line += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    if (end - start > LONGEST_LINE) {
      const message = `This line has ${end - start} characters; at most ${LONGEST_LINE} are read of a line of CSV. Is it another kind of file?`;
      return error('document-unreadable', message, { file, line, column: 1 });
    }
    start = end + 1;
  }
  return null;
}
