import type { Piece } from '../printed.js';
import { escape } from './html.js';
import { zip } from './zip.js';

const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

/** A Word document with the tables of a document. */
export function wordDocument(pieces: readonly Piece[]): Uint8Array {
  return wordDocumentOf(pieces.map(block).join(''));
}

/** A Word document with this body, in WordprocessingML; `before` stands above the element of the document. */
export function wordDocumentOf(body: string, before = ''): Uint8Array {
  const document = `<?xml version="1.0"?>${before}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zip({ '[Content_Types].xml': TYPES, '_rels/.rels': RELATIONS, 'word/document.xml': document });
}

function block(piece: Piece): string {
  switch (piece.kind) {
    case 'title':
      return paragraph(piece.text, 'Heading1');
    case 'heading':
      return paragraph(piece.text, 'Heading2');
    case 'sentence':
      return paragraph(piece.text);
    case 'table':
      return `<w:tbl>${piece.rows.map(row).join('')}</w:tbl>`;
  }
}

function row(cells: readonly string[]): string {
  const span = cells.length === 1 ? '<w:tcPr><w:gridSpan w:val="5"/></w:tcPr>' : '';
  return `<w:tr>${cells.map((cell) => `<w:tc>${span}${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
}

function paragraph(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${properties}<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;
}
