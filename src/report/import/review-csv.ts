import { describePlace } from '../../import/document.js';
import type { ReviewLine } from '../../import/review.js';
import { csvCell } from '../csv-cell.js';

/** The review as a table for a spreadsheet: a row a line of the document. */
export function reviewCsv(lines: readonly ReviewLine[]): string {
  const rows = lines.map(({ place, kind, text, reading, remarks }) => [
    place.file,
    describePlace(place),
    kind,
    text,
    reading,
    remarks.join('; '),
  ]);
  return `${[['document', 'place', 'kind', 'text', 'reading', 'remarks'], ...rows].map((row) => row.map(csvCell).join(',')).join('\n')}\n`;
}
