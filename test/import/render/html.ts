import type { Piece } from '../printed.js';

/** A web page with the tables of a document. */
export function htmlPage(pieces: readonly Piece[]): Uint8Array {
  const body = pieces.map(block).join('');
  return new TextEncoder().encode(`<!doctype html><html><head><title>Units</title></head><body>${body}</body></html>`);
}

function block(piece: Piece): string {
  switch (piece.kind) {
    case 'title':
      return `<h2>${escape(piece.text)}</h2>`;
    case 'heading':
      return `<h3>${escape(piece.text)}</h3>`;
    case 'sentence':
      return `<ul><li>${escape(piece.text)}</li></ul>`;
    case 'table':
      return `<table>${piece.rows.map(row).join('')}</table>`;
  }
}

function row(cells: readonly string[], at: number): string {
  if (cells.length === 1) return `<tr><td colspan="5"><b>${escape(cells[0] ?? '')}</b></td></tr>`;
  const tag = at === 0 ? 'th' : 'td';
  return `<tr>${cells.map((cell) => `<${tag}>${escape(cell)}</${tag}>`).join('')}</tr>`;
}

/** Text that may stand in an element. */
export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
