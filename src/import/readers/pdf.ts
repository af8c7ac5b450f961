import { flatten, type DocumentLine, type SourceDocument } from '../document.js';
import { firstWordWidth, linesOf, type Fragment } from '../pdf/fragment.js';
import { joinLines, knownWords, type KnownWords } from '../pdf/hyphens.js';
import type { Carried, PagePart } from '../pdf/page-table.js';
import { readPage } from '../pdf/read-page.js';
import { runningLines, type Page } from '../pdf/running-lines.js';

/** The most pages, and pieces of text, that are read of one document. */
export const MOST_PAGES = 500;
export const MOST_PIECES = 400_000;

/** Why a PDF was not read. `pages` are those that were looked at. */
export class UnreadablePdf extends Error {
  readonly why: 'encrypted' | 'no-text' | 'too-many-pages' | 'too-much-text';

  constructor(why: UnreadablePdf['why']) {
    super(why);
    this.why = why;
  }
}

/** Reads the text of a PDF by where it stands on the page. Throws an {@link UnreadablePdf}, or what PDF.js throws of a broken file. */
export async function readPdfDocument(bytes: Uint8Array, file: string): Promise<SourceDocument> {
  const { lines, blank } = linesOfPages(await readPages(bytes), file);
  if (lines.length === 0) throw new UnreadablePdf('no-text');
  const pictures = blank.map((page): DocumentLine => {
    return {
      kind: 'left-out',
      place: { file, page, sheet: null, line: 1 },
      text: '',
      why: 'this page has no text; it is a picture, or blank',
    };
  });
  return { file, lines: [...lines, ...pictures] };
}

async function readPages(bytes: Uint8Array): Promise<readonly Page[]> {
  const { getDocumentProxy } = await import('unpdf');
  const pdf = await getDocumentProxy(bytes.slice(), { isEvalSupported: false, stopAtErrors: false, verbosity: 0 });
  try {
    if (pdf.numPages > MOST_PAGES) throw new UnreadablePdf('too-many-pages');
    const pages: Page[] = [];
    let left = MOST_PIECES;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      left -= items.length;
      if (left < 0) throw new UnreadablePdf('too-much-text');
      const [, , , top = 0] = page.view;
      pages.push({ height: top, lines: linesOf(items.flatMap((item) => fragmentOf(item, top))) });
      page.cleanup();
    }
    return pages;
  } finally {
    await pdf.destroy();
  }
}

/** A piece of text upright on the page; what is turned is left out. */
function fragmentOf(item: unknown, top: number): readonly Fragment[] {
  if (typeof item !== 'object' || item === null || !('str' in item) || !('transform' in item) || !('width' in item))
    return [];
  const { str, transform, width } = item as { str: string; transform: readonly number[]; width: number };
  const [scale = 0, turned = 0, , height = 0, left = 0, y = 0] = transform;
  const size = Math.abs(height) || Math.abs(scale);
  if (str.trim() === '' || turned !== 0 || size === 0) return [];
  const lead = (str.length - str.trimStart().length) / str.length;
  const trail = (str.length - str.trimEnd().length) / str.length;
  return [{ text: str.trim(), left: left + lead * width, right: left + (1 - trail) * width, y: top - y, size }];
}

function linesOfPages(
  pages: readonly Page[],
  file: string,
): { lines: readonly DocumentLine[]; blank: readonly number[] } {
  const running = runningLines(pages);
  const usual = usualSize(pages);
  const words = knownWords(textsOf(pages));
  let carried: Carried = { bands: null, last: null };
  let table = 0;
  const blank: number[] = [];
  const lines = pages.flatMap((page, at): readonly DocumentLine[] => {
    if (page.lines.length === 0) blank.push(at + 1);
    const read = readPage(
      page.lines.filter((line) => !running.has(line)),
      carried,
      words,
    );
    carried = { bands: read.bands, last: lastRow(read.parts) };
    table += 1;
    const right = Math.max(0, ...page.lines.flatMap(({ fragments }) => fragments.map((it) => it.right)));
    const parts = joinWrapped(read.parts, right, words);
    const place = (index: number): DocumentLine['place'] => ({ file, page: at + 1, sheet: null, line: index + 1 });
    return [
      ...parts.map((part, index) => lineOf(part, place(index), usual)),
      ...[...running]
        .filter((line) => page.lines.includes(line))
        .map(({ fragments }, index): DocumentLine => {
          return {
            kind: 'left-out',
            place: place(parts.length + index),
            text: fragments.map(({ text }) => text).join(' '),
            why: 'above or below the text of pages',
          };
        }),
    ];
  });
  return { lines, blank };
}

/** The texts of pages, each as it stands within its line: the last word of a line may be half of one. */
function* textsOf(pages: readonly Page[]): Generator<string> {
  for (const { lines } of pages)
    for (const { fragments } of lines) for (const { text } of fragments) yield text.replace(/\p{L}+-$/u, '');
}

/** The cells of the row that a page ends in; null where something else stands below it. */
function lastRow(parts: readonly PagePart[]): readonly string[] | null {
  const last = parts.at(-1);
  return last?.kind === 'row' ? last.cells : null;
}

function lineOf(part: PagePart, place: DocumentLine['place'], usual: number): DocumentLine {
  if (part.kind === 'row') return { kind: 'row', place, cells: part.cells, table: 0, notes: part.notes ?? [] };
  return { kind: 'text', place, text: flatten(part.line.text), heading: part.line.size > 1.12 * usual };
}

/** The size of the font that most text is set in. */
function usualSize(pages: readonly Page[]): number {
  const sizes = new Map<number, number>();
  for (const { fragments, size } of pages.flatMap(({ lines }) => lines)) {
    const rounded = Math.round(size * 2) / 2;
    sizes.set(rounded, (sizes.get(rounded) ?? 0) + fragments.reduce((sum, { text }) => sum + text.length, 0));
  }
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Joins lines of one sentence: the next begins with a word for which there was no room. `right` is where the page ends. */
function joinWrapped(parts: readonly PagePart[], right: number, words: KnownWords): readonly PagePart[] {
  const joined: PagePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === 'text' && part.kind === 'text' && isRest(last.line, part.line, right)) {
      joined[joined.length - 1] = {
        ...last,
        line: { ...part.line, left: last.line.left, text: joinLines([last.line.text, part.line.text], words).text },
      };
    } else joined.push(part);
  }
  return joined;
}

function isRest(before: Fragment, next: Fragment, right: number): boolean {
  if (Math.abs(before.size - next.size) > 0.5 || next.y - before.y > 1.7 * next.size || /[.:;]$/.test(before.text))
    return false;
  if (/^(?:[•●▪■◦·–-]|\(?\d{1,2}[.)])\s/.test(next.text) || next.left < before.left - 2) return false;
  return before.right + firstWordWidth(next) + 0.2 * next.size > right - 1;
}
