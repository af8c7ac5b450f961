import { zip } from './zip.js';
import { escape } from './html.js';
import type { Piece } from '../printed.js';

const typesOf = (sheets: number): string => {
  const parts = Array.from(
    { length: sheets },
    (_, at) =>
      `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
  );
  return `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${parts.join('')}</Types>`;
};
const relations = (targets: readonly (readonly [type: string, target: string])[]): string => {
  const links = targets.map(
    ([type, target], at) =>
      `<Relationship Id="rId${at + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`;
};
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** A sheet of a workbook, with what it does not show; rows and columns count from 1. */
interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly string[])[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

/** A workbook with the tables of a document on its one sheet; figures are numbers. */
export function workbook(pieces: readonly Piece[]): Uint8Array {
  const rows = pieces.flatMap((piece) => (piece.kind === 'table' ? [...piece.rows, []] : [[piece.text]]));
  return workbookOf([{ name: 'Units', rows }]);
}

/** A workbook of sheets. */
export function workbookOf(sheets: readonly Sheet[]): Uint8Array {
  const named = sheets.map(({ name, hidden }, at) => {
    const state = hidden === true ? ' state="hidden"' : '';
    return `<sheet name="${escape(name)}" sheetId="${at + 1}"${state} r:id="rId${at + 1}"/>`;
  });
  const links = sheets.map((_, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const);
  return zip({
    '[Content_Types].xml': typesOf(sheets.length),
    '_rels/.rels': relations([['officeDocument', 'xl/workbook.xml']]),
    'xl/workbook.xml': `<?xml version="1.0"?><workbook ${MAIN} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations(links),
    ...Object.fromEntries(sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetOf(sheet)])),
  });
}

function sheetOf({ rows, hiddenRows = [], hiddenColumns = [] }: Sheet): string {
  const columns = hiddenColumns.map((at) => `<col min="${at}" max="${at}" width="9" hidden="1"/>`).join('');
  const data = rows.map((cells, at) => {
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, column) => cellOf(cell, at, column)).join('')}</row>`;
  });
  const widths = columns === '' ? '' : `<cols>${columns}</cols>`;
  return `<?xml version="1.0"?><worksheet ${MAIN}>${widths}<sheetData>${data.join('')}</sheetData></worksheet>`;
}

function cellOf(text: string, row: number, column: number): string {
  if (text === '') return '';
  const at = `${'ABCDEFGH'[column] ?? ''}${row + 1}`;
  if (/^\d+$/.test(text)) return `<c r="${at}"><v>${text}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escape(text)}</t></is></c>`;
}
