import type { DefaultTreeAdapterTypes } from 'parse5';
import { flatten } from '../document.js';
import { standsApart, wordsOf } from './html-elements.js';
import { DEEPEST, TooDeep } from './too-deep.js';

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.ChildNode;

const MOST_SPANNED = 200;

/**
 * The cells of a table, row by row. A cell that is merged over rows stands in each of them, one merged over columns in
 * the first. Null for a table that only arranges others.
 */
export function cellsOfTable(table: Element, depth: number): readonly (readonly string[])[] | null {
  const rows = elements(table).flatMap((part) =>
    part.tagName === 'tr' ? [part] : isSection(part) ? elements(part).filter(isRow) : [],
  );
  const texts = rows.map((row) =>
    elements(row)
      .filter(isCell)
      .map((cell) => ({ cell, text: textOf(cell, depth) })),
  );
  if (texts.flat().some(({ text }) => text === null)) return null;
  const below = new Map<number, { text: string; rows: number }>();
  return texts.map((cells) => {
    const line: string[] = [];
    for (const { cell, text } of cells) {
      carry(below, line);
      const width = span(cell, 'colspan');
      const height = span(cell, 'rowspan');
      for (let at = 0; at < width; at += 1) {
        if (height > 1) below.set(line.length, { text: at === 0 ? (text ?? '') : '', rows: height - 1 });
        line.push(at === 0 ? (text ?? '') : '');
      }
    }
    carry(below, line);
    return line;
  });
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
  return gather(cell, depth, parts) ? flatten(parts.join('')) : null;
}

/** Gathers the texts below a node; false where it holds a table. */
function gather(node: Node, depth: number, parts: string[]): boolean {
  if (depth > DEEPEST) throw new TooDeep('elements nest too deep');
  if ('value' in node) parts.push(wordsOf(node));
  if (!('tagName' in node) || ['script', 'style', 'template'].includes(node.tagName)) return true;
  const apart = standsApart(node) ? ' ' : '';
  parts.push(apart);
  if (node.tagName === 'table' || !node.childNodes.every((child) => gather(child, depth + 1, parts))) return false;
  parts.push(apart);
  return true;
}
