import { zip } from './zip.js';
import { escape } from './html.js';
import type { Piece } from '../printed.js';

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>';
const relations = (type: string, target: string): string =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A workbook with the tables of a document on its one sheet; figures are numbers. */
export function workbook(pieces: readonly Piece[]): Uint8Array {
  const rows = pieces.flatMap((piece) => (piece.kind === 'table' ? [...piece.rows, []] : [[piece.text]]));
  const data = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, column) => cellOf(cell, at, column)).join('')}</row>`,
  );
  return zip({
    '[Content_Types].xml': TYPES,
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Units" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet ${MAIN}><sheetData>${data.join('')}</sheetData></worksheet>`,
  });
}

function cellOf(text: string, row: number, column: number): string {
  if (text === '') return '';
  const at = `${'ABCDEFGH'[column] ?? ''}${row + 1}`;
  if (/^\d+$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}
