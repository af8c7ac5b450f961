import type { Layout, Piece } from '../printed.js';

const [WIDTH, HEIGHT, MARGIN] = [595, 842, 70];
const SIZE = 10;
const LEADING = 12;
const PADDING = 6;
/** Columns wide enough for references, titles and figures; a letter takes at most this part of the size. */
const LETTER = 0.56;

interface Set {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly text: string;
}

/** A PDF with the tables of a document; titles are wrapped, and a header stands again on every page. */
export function pdfDocument(pieces: readonly Piece[], layout: Layout): Uint8Array {
  const writer = new PageWriter(layout);
  for (const piece of pieces) {
    if (piece.kind === 'table') writer.table(piece.rows);
    else writer.line(piece.text, piece.kind === 'title' ? 16 : piece.kind === 'heading' ? 12 : SIZE);
  }
  return pdfOf(writer.pages.map(contentOf));
}

class PageWriter {
  readonly pages: Set[][] = [[]];
  private y = HEIGHT - MARGIN;
  private readonly layout: Layout;

  constructor(layout: Layout) {
    this.layout = layout;
  }

  line(text: string, size: number): void {
    if (this.y < 2 * MARGIN) this.turn();
    this.put(MARGIN, this.y, size, text);
    this.y -= size > SIZE ? 28 : LEADING + 4;
  }

  table(rows: readonly (readonly string[])[]): void {
    const [header = [], ...below] = rows;
    if (this.y < 3 * MARGIN) this.turn();
    this.y -= 12;
    this.row(header);
    for (const cells of below) {
      if (this.y < MARGIN + 40) {
        this.turn();
        this.row(header);
      }
      this.row(cells);
    }
    this.y -= 24;
  }

  private row(cells: readonly string[]): void {
    const columns = this.layout.titleFirst ? [0, 200, 300, 350, 400] : [0, 95, 300, 350, 400];
    if (cells.length === 1) {
      this.put(MARGIN + 4, this.y, SIZE, cells[0] ?? '');
      this.y -= LEADING + PADDING;
      return;
    }
    const wrapped = cells.map((cell, at) => wrap(cell, (columns[at + 1] ?? 455) - (columns[at] ?? 0) - 8));
    const height = Math.max(...wrapped.map((lines) => lines.length));
    wrapped.forEach((lines, column) => {
      const above = this.layout.centred ? ((height - lines.length) * LEADING) / 2 : 0;
      lines.forEach((text, at) =>
        this.put(MARGIN + 4 + (columns[column] ?? 0), this.y - above - at * LEADING, SIZE, text),
      );
    });
    this.y -= height * LEADING + PADDING;
  }

  private put(x: number, y: number, size: number, text: string): void {
    if (text !== '') this.pages.at(-1)?.push({ x, y, size, text });
  }

  private turn(): void {
    this.put(WIDTH / 2, 30, SIZE, `Page ${this.pages.length}`);
    this.pages.push([]);
    this.y = HEIGHT - MARGIN;
  }
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length * LETTER * SIZE <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function contentOf(page: readonly Set[]): string {
  const escaped = (text: string): string => text.replace(/[\\()]/g, String.raw`\$&`);
  return page.map(({ x, y, size, text }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`).join('\n');
}

/** A PDF of pages with these contents, in operators of PDF; the font is Helvetica. */
export function pdfOf(contents: readonly string[]): Uint8Array {
  const font = 3;
  const pageOf = (at: number): number => font + 1 + 2 * at;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${contents.length} /Kids [${contents.map((_, at) => `${pageOf(at)} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...contents.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${pageOf(at) + 1} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, at) => {
    const offset = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const start = text.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text, 'latin1'));
}
