import { flatten } from '../document.js';
import { isFigureCell, isReference } from '../shapes.js';
import { groupHeading, qualificationHeading } from '../survey/headings.js';
import { itemAt } from '../../domain/item-at.js';
import { goesOn } from '../title-parts.js';
import { joinLines, type KnownWords } from './hyphens.js';
import { assignLines } from './assign.js';
import { bandOf, bandsOf, isDataLine, isHeaderLine, type Band } from './bands.js';
import type { Fragment, PageLine } from './fragment.js';

/** A line of a page as it is read: cells of a row, or a text by itself. `y` is where it stands. */
export type PagePart =
  | { readonly kind: 'row'; readonly y: number; readonly cells: readonly string[]; readonly notes?: readonly string[] }
  | { readonly kind: 'text'; readonly y: number; readonly line: Fragment };

const ALIGNED = 1.6;
const LINE_SPACING = 1.7;
const FEWEST_CELLS = 3;

/** Reads the lines below one header, and that header, as rows and texts. `carried` is what the page before ends in. */
export function readScope(
  lines: readonly PageLine[],
  carried: Carried,
  words: KnownWords,
): { parts: readonly PagePart[]; bands: readonly Band[] | null } {
  const header = lines.filter((line) => isHeaderLine(line));
  const whole = lines.filter((line) => isDataLine(line) && (header.length === 0 || isWhole(line)));
  const own = bandsOf([...header, ...whole.filter((line) => !isTotal(line))]);
  const rows = lines.filter((line) => whole.includes(line) || (isDataLine(line) && hasGaps(line, own)));
  const before = carried.bands;
  const bands = header.length === 0 && before !== null && rows.every((row) => fits(row, before)) ? before : own;
  if (rows.length === 0 && header.length === 0) return { parts: lines.flatMap(asText), bands: before };
  const zone = headerZone(lines, header, bands);
  const rest = restOfRow(
    lines.filter((line) => !zone.includes(line)),
    rows,
    bands,
    carried.last,
  );
  const below = lines.filter((line) => !zone.includes(line) && !rest.includes(line));
  const parts = stretches(below, rows, bands).flatMap((stretch) => readStretch(stretch, rows, bands, words));
  return { parts: [...headerRow(zone, bands), ...rest.map((line) => inItsColumn(line, bands)), ...parts], bands };
}

function isWhole(line: PageLine): boolean {
  return line.fragments.length >= FEWEST_CELLS || isTotal(line);
}

/** A row in which cells are blank, or whose title stands above and below it: a reference and something else, in columns of their own. */
function hasGaps(line: PageLine, bands: readonly Band[]): boolean {
  return fits(line, bands) && line.fragments.some(({ text }) => isReference(text));
}

const TOTAL = /^(?:sub-?\s*|grand\s+|overall\s+)?totals?(?:\s+(?:credits?|GLH|hours|for\s.*|group\s.*))?\s*:?$/i;

function isTotal({ fragments }: PageLine): boolean {
  const [first, ...rest] = fragments.map(({ text }) => text);
  return rest.length > 0 && TOTAL.test(first ?? '') && rest.every(isFigureCell);
}

function fits({ fragments }: PageLine, bands: readonly Band[]): boolean {
  return fragments.every((fragment) => bandOf(fragment, bands) !== -1);
}

/** The lines of the header: those with header words, and the lines of wrapped header cells right above and below. */
function headerZone(
  lines: readonly PageLine[],
  header: readonly PageLine[],
  bands: readonly Band[],
): readonly PageLine[] {
  const zone = [...header];
  for (let grown = true; grown;) {
    grown = false;
    for (const line of lines) {
      if (zone.includes(line) || isDataLine(line) || !fits(line, bands)) continue;
      if (line.fragments.some(({ text }) => text.split(' ').length > 3 || groupHeading(text) !== null)) continue;
      if (zone.some((it) => Math.abs(it.y - line.y) <= LINE_SPACING * 0.75 * line.size)) {
        zone.push(line);
        grown = true;
      }
    }
  }
  return zone.sort((a, b) => a.y - b.y);
}

function headerRow(zone: readonly PageLine[], bands: readonly Band[]): readonly PagePart[] {
  const y = zone[0]?.y;
  if (y === undefined) return [];
  const cells = bands.map((_, at) =>
    flatten(
      zone
        .flatMap(({ fragments }) => fragments.filter((it) => bandOf(it, bands) === at).map(({ text }) => text))
        .join(' '),
    ),
  );
  return [{ kind: 'row', y, cells }];
}

/** Lines between headings, which hold the rows of a group apart. */
function stretches(
  lines: readonly PageLine[],
  rows: readonly PageLine[],
  bands: readonly Band[],
): readonly (readonly PageLine[])[] {
  const all: PageLine[][] = [[]];
  for (const line of lines) {
    if (isTotal(line) || (!rows.includes(line) && isHeading(line, bands))) all.push([line], []);
    else all.at(-1)?.push(line);
  }
  return all.filter((stretch) => stretch.length > 0);
}

/** Headings begin where the table does, or reach over columns; what stands in a column further right is part of a cell. */
function isHeading({ fragments }: PageLine, bands: readonly Band[]): boolean {
  if (fragments.every((fragment) => bandOf(fragment, bands) > 0)) return false;
  const text = fragments.map((it) => it.text).join(' ');
  return groupHeading(text) !== null || qualificationHeading(text, false) !== null;
}

function readStretch(
  lines: readonly PageLine[],
  rows: readonly PageLine[],
  bands: readonly Band[],
  words: KnownWords,
): readonly PagePart[] {
  const anchors = lines.filter((line) => rows.includes(line));
  if (anchors.length === 0) return lines.flatMap(asText);
  const within = lines.filter((line) => anchors.includes(line) || isPartOfCell(line, anchors, bands));
  const columns = bands.map((_, at) =>
    within.flatMap(({ fragments }) => fragments.filter((it) => bandOf(it, bands) === at)),
  );
  const given = columns.map((column) =>
    assignLines(
      anchors.map(({ y }) => y),
      column,
    ),
  );
  const cells = anchors.map(({ y }, row) => {
    const joined = given.map((column) =>
      joinLines(
        itemAt(column.rows, row).map(({ text }) => text),
        words,
      ),
    );
    const notes = joined.flatMap(({ unsure }) => unsure.map(brokenAt));
    return { kind: 'row' as const, y, cells: joined.map(({ text }) => text), notes };
  });
  const left = given.flatMap(({ leftOver }) => leftOver);
  const astray = within.flatMap(({ fragments }) => fragments.filter((it) => bandOf(it, bands) === -1));
  const outside = lines.filter((line) => !within.includes(line));
  const texts = astray.map((line) => ({ kind: 'text' as const, y: line.y, line }));
  const columnsLeft = left.map((it) => inItsColumn({ y: it.y, size: it.size, fragments: [it] }, bands));
  return [...cells, ...columnsLeft, ...texts, ...outside.flatMap(asText)].sort((a, b) => a.y - b.y);
}

function brokenAt(word: string): string {
  return `A line ends in the midst of '${word}'; it may be one word without the hyphen.`;
}

/** What the page before ends in: the columns of its table, and the cells of the last row. */
export interface Carried {
  readonly bands: readonly Band[] | null;
  readonly last: readonly string[] | null;
}

/** Lines above the first row of a page that are the rest of a title on the page before. */
function restOfRow(
  lines: readonly PageLine[],
  rows: readonly PageLine[],
  bands: readonly Band[],
  last: Carried['last'],
): readonly PageLine[] {
  const rest: PageLine[] = [];
  for (const line of lines) {
    const [only, second] = line.fragments;
    if (only === undefined || second !== undefined || rows.includes(line)) break;
    const band = bandOf(only, bands);
    const before = rest.at(-1)?.fragments[0]?.text ?? last?.[band] ?? '';
    if (band === -1 || before === '' || !goesOn(before, only.text) || isHeading(line, bands)) break;
    rest.push(line);
  }
  return rest;
}

/** A line of one text as a row with that one cell, in its column. */
function inItsColumn({ y, fragments }: PageLine, bands: readonly Band[]): PagePart {
  const [only] = fragments;
  if (only === undefined) throw new Error('a line has no text');
  const at = bandOf(only, bands);
  return { kind: 'row', y, cells: bands.map((_, band) => (band === at ? only.text : '')) };
}

/** Whether a line may be more of a cell: it stands in columns, aligned as their other texts are, and in the same size. */
function isPartOfCell({ fragments, size }: PageLine, anchors: readonly PageLine[], bands: readonly Band[]): boolean {
  if (fragments.length === 1 && /^[•●▪■]/.test(fragments[0]?.text ?? '')) return false;
  return fragments.every((fragment) => {
    const band = bandOf(fragment, bands);
    if (band === -1) return false;
    const others = anchors.flatMap((line) => line.fragments.filter((it) => bandOf(it, bands) === band));
    const like = others.length === 0 || others.some((it) => isAligned(it, fragment));
    return like && anchors.some((line) => Math.abs(line.size - size) < 0.6);
  });
}

function isAligned(one: Fragment, other: Fragment): boolean {
  const centre = ({ left, right }: Fragment): number => (left + right) / 2;
  return (
    Math.abs(one.left - other.left) < ALIGNED ||
    Math.abs(one.right - other.right) < ALIGNED ||
    Math.abs(centre(one) - centre(other)) < ALIGNED
  );
}

/** A line by itself: one text, or cells side by side such as a label and its value. */
export function asText({ y, size, fragments }: PageLine): readonly PagePart[] {
  const [first, second] = fragments;
  if (first === undefined) return [];
  if (second !== undefined) return [{ kind: 'row', y, cells: fragments.map(({ text }) => text) }];
  return [{ kind: 'text', y, line: { ...first, size } }];
}
