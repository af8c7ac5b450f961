import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { flatten, textOfLine, type DocumentLine, type SourceDocument } from '../document.js';
import { BLOCKS, HIDDEN, isHidden, standsApart, wordsOf } from './html-elements.js';
import { cellsOfTable } from './html-table.js';
import { DEEPEST, TooDeep } from './too-deep.js';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const SKIPPED = new Set([
  'script',
  'style',
  'head',
  'template',
  'noscript',
  'svg',
  'iframe',
  'select',
  'option',
  'textarea',
]);
const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Reads a web page: a block of text is a line, and so is a row of a table, in which merged cells are told apart. */
export function readHtmlDocument(html: string, file: string): SourceDocument {
  const reader = new HtmlReader(file);
  for (const node of parse(html).childNodes) reader.walk(node, 0);
  reader.close();
  return { file, lines: reader.lines };
}

class HtmlReader {
  readonly lines: DocumentLine[] = [];
  private readonly file: string;
  private text = '';
  private heading = false;
  private tables = 0;
  private readonly unseen: string[] = [];

  constructor(file: string) {
    this.file = file;
  }

  walk(node: Node, depth: number): void {
    if (depth > DEEPEST) throw new TooDeep('elements nest too deep');
    if ('value' in node) {
      this.text += wordsOf(node);
      return;
    }
    if (!('tagName' in node) || SKIPPED.has(node.tagName)) return;
    if (isHidden(node)) return this.leaveOut(node, depth);
    if (node.tagName === 'br') return this.close();
    if (node.tagName === 'table') return this.table(node, depth);
    if (!BLOCKS.has(node.tagName)) return this.within(node, depth);
    this.close();
    this.heading = HEADINGS.has(node.tagName);
    this.children(node, depth);
    this.close();
    this.heading = false;
  }

  /** An element within a line. */
  private within(node: Element, depth: number): void {
    const apart = standsApart(node) ? ' ' : '';
    this.text += apart;
    this.children(node, depth);
    this.text += apart;
  }

  private children(node: Element, depth: number): void {
    for (const child of node.childNodes) this.walk(child, depth + 1);
  }

  /** Ends the line that is being gathered. */
  close(): void {
    const text = flatten(this.text);
    this.text = '';
    if (text !== '') this.lines.push({ kind: 'text', place: this.place(), text, heading: this.heading });
    this.hidden(this.unseen.splice(0).join(' '));
  }

  private place(): DocumentLine['place'] {
    return { file: this.file, page: null, sheet: null, line: this.lines.length + 1 };
  }

  private table(table: Element, depth: number): void {
    this.close();
    this.tables += 1;
    const number = this.tables;
    const rows = cellsOfTable(table, depth);
    if (rows === null) return this.children(table, depth);
    for (const { cells, unseen } of rows) {
      if (cells.some((cell) => cell !== ''))
        this.lines.push({ kind: 'row', place: this.place(), cells, table: number });
      this.hidden(unseen);
    }
  }

  /** Keeps the text of an element that is not shown, as a line by itself that is not read. */
  private leaveOut(node: Element, depth: number): void {
    const within = new HtmlReader(this.file);
    within.children(node, depth);
    within.close();
    // What stands within a line is told behind it, so that the line stays whole.
    this.unseen.push(...within.lines.map(textOfLine));
    if (BLOCKS.has(node.tagName)) this.close();
  }

  private hidden(text: string): void {
    if (text !== '') this.lines.push({ kind: 'left-out', place: this.place(), text, why: HIDDEN, hidden: true });
  }
}
