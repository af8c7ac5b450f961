import { describePlace } from '../../import/document.js';
import type { ReviewLine } from '../../import/review.js';
import { csvCell } from '../csv-cell.js';

/**
 * The review as a table for a spreadsheet: a row a line of the document.
 *
 * @example
 * ```ts
 * import { importDocument, reviewCsv, valueOrThrow } from 'qualpath';
 *
 * const html = `<h1>Level 2 Award in Baking</h1><p>Learners must achieve at least 3 credits.</p>
 * <table><tr><th>Unit reference<th>Title<th>Level<th>Credit<th>GLH<tr><td>X 1<td>Bread<td>2<td>3<td>24</table>`;
 * const bytes = new TextEncoder().encode(html);
 * const { review } = valueOrThrow(await importDocument(bytes, 'html'));
 * console.log(reviewCsv(review).split('\n').length > review.length); // true
 * ```
 */
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
