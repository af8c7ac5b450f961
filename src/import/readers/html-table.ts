import type { DefaultTreeAdapterTypes } from 'parse5';
import { flatten, MOST_CELLS } from '../document.js';
import { itemAt } from '../../domain/item-at.js';
import { isHidden, standsApart, wordsOf } from './html-elements.js';
import { DEEPEST, TooDeep } from './too-deep.js';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const MOST_SPANNED = 200;

/**
 * The cells of a table, row by row. A cell that is merged over rows stands in each of them, one merged over columns in
 * the first. Null for a table that only arranges others.
 */
export function cellsOfTable(table: Element, depth: number): readonly TableLine[] | null {
  const rows = elements(table).flatMap((part) =>
    part.tagName === 'tr'
      ? [{ row: part, hidden: isHidden(part) }]
      : isSection(part)
        ? elements(part)
            .filter(isRow)
            .map((row) => ({ row, hidden: isHidden(part) || isHidden(row) }))
        : [],
  );
  const texts = rows.map(({ row, hidden }) => ({
    hidden,
    cells: elements(row)
      .filter(isCell)
      .map((cell) => ({ cell, hidden: hidden || isHidden(cell), text: textOf(cell, depth) })),
  }));
  const known = texts.map(({ hidden, cells }) => ({
    hidden,
    cells: cells.flatMap(({ text, ...rest }) => (text === null ? [] : [{ ...rest, text }])),
  }));
  if (known.some(({ cells }, at) => cells.length < itemAt(texts, at).cells.length)) return null;
  const below = new Map<number, { text: string; rows: number }>();
  return known.map(({ hidden, cells }): TableLine => {
    const unseen = flatten(cells.flatMap((cell) => (cell.hidden ? [cell.text] : [])).join(' '));
    if (hidden) return { cells: [], unseen };
    return {
      cells: lineOf(
        cells.filter((cell) => !cell.hidden),
        below,
      ),
      unseen,
    };
  });
}

/** A row of a table: what is seen of it, and the text of cells that the page does not show. */
export interface TableLine {
  readonly cells: readonly string[];
  readonly unseen: string;
}

/** The cells of a row with those that others cover; a cell that is merged over rows is put `below`. */
function lineOf(
  cells: readonly { readonly cell: Element; readonly text: string }[],
  below: Map<number, { text: string; rows: number }>,
): readonly string[] {
  const line: string[] = [];
  for (const { cell, text } of cells) {
    carry(below, line);
    const width = span(cell, 'colspan');
    const height = span(cell, 'rowspan');
    for (let at = 0; at < width && line.length <= MOST_CELLS; at += 1) {
      const shown = at === 0 ? text : '';
      if (height > 1) below.set(line.length, { text: shown, rows: height - 1 });
      line.push(shown);
    }
  }
  carry(below, line);
  return line;
}

/** Puts in what cells above reach down to. */
function carry(below: Map<number, { text: string; rows: number }>, line: string[]): void {
  for (let above = below.get(line.length); above !== undefined; above = below.get(line.length)) {
    if (above.rows === 1) below.delete(line.length);
    else below.set(line.length, { text: above.text, rows: above.rows - 1 });
    line.push(above.text);
  }
}

function elements(node: Element): readonly Element[] {
  return node.childNodes.filter((child): child is Element => 'tagName' in child);
}

function isSection({ tagName }: Element): boolean {
  return tagName === 'thead' || tagName === 'tbody' || tagName === 'tfoot';
}

function isRow({ tagName }: Element): boolean {
  return tagName === 'tr';
}

function isCell({ tagName }: Element): boolean {
  return tagName === 'td' || tagName === 'th';
}

function span({ attrs }: Element, which: 'colspan' | 'rowspan'): number {
  const text = attrs.find(({ name }) => name === which)?.value ?? '1';
  return /^[1-9]\d{0,3}$/.test(text) ? Math.min(Number(text), MOST_SPANNED) : 1;
}

/** The text of a cell; null where it holds a table. */
function textOf(cell: Element, depth: number): string | null {
  const parts: string[] = [];
  const whole = cell.childNodes.every((child) => gather(child, depth + 1, parts));
  return whole ? flatten(parts.join('')) : null;
}

/** Gathers the texts below a node; false where it holds a table. */
function gather(node: Node, depth: number, parts: string[]): boolean {
  if (depth > DEEPEST) throw new TooDeep('elements nest too deep');
  if ('value' in node) parts.push(wordsOf(node));
  if (!('tagName' in node) || ['script', 'style', 'template'].includes(node.tagName) || isHidden(node)) return true;
  const apart = standsApart(node) ? ' ' : '';
  parts.push(apart);
  if (node.tagName === 'table' || !node.childNodes.every((child) => gather(child, depth + 1, parts))) return false;
  parts.push(apart);
  return true;
}
