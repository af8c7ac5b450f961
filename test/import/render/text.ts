import type { Piece } from '../printed.js';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Text as it is pasted from a table: tabs between cells. */
export function tabText(pieces: readonly Piece[]): Uint8Array {
  return encode(linesOf(pieces, (cells) => cells.join('\t')));
}

/** Text in which the cells of a row have run together. */
export function runTogetherText(pieces: readonly Piece[]): Uint8Array {
  return encode(linesOf(pieces, (cells) => cells.filter((cell) => cell !== '').join(' ')));
}

function linesOf(pieces: readonly Piece[], row: (cells: readonly string[]) => string): string {
  const blocks = pieces.map((piece) => (piece.kind === 'table' ? piece.rows.map(row).join('\n') : piece.text));
  return `${blocks.join('\n')}\n`;
}
