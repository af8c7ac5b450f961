import type { DocumentKind } from '../../src/import/kind.js';
import { piecesOf, type Layout, type Printed } from './printed.js';
import { wordDocument } from './render/docx.js';
import { htmlPage } from './render/html.js';
import { pdfDocument } from './render/pdf.js';
import { runTogetherText, tabText } from './render/text.js';
import { workbook } from './render/xlsx.js';

/** A way to write a document. */
export interface Rendering {
  readonly name: string;
  readonly kind: DocumentKind;
  readonly write: (printed: readonly Printed[], layout: Layout) => Uint8Array;
}

/** Every way in which the tests write documents. */
export const RENDERINGS: readonly Rendering[] = [
  { name: 'pasted text with tabs', kind: 'text', write: (printed, layout) => tabText(piecesOf(printed, layout)) },
  {
    name: 'text whose cells have run together',
    kind: 'text',
    write: (printed, layout) => runTogetherText(piecesOf(printed, layout)),
  },
  { name: 'a web page', kind: 'html', write: (printed, layout) => htmlPage(piecesOf(printed, layout)) },
  { name: 'a Word document', kind: 'docx', write: (printed, layout) => wordDocument(piecesOf(printed, layout)) },
  { name: 'a workbook', kind: 'xlsx', write: (printed, layout) => workbook(piecesOf(printed, layout)) },
  { name: 'a PDF', kind: 'pdf', write: (printed, layout) => pdfDocument(piecesOf(printed, layout), layout) },
];
