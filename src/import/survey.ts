import { headerOf, type ColumnKind } from './columns.js';
import { flatten, textOfLine, type DocumentLine, type SourceDocument } from './document.js';
import type { Asides, FoundQualification, FoundTable } from './found.js';
import {
  groupHeading,
  qualificationHeading,
  titleKey,
  type GroupHeading,
  type QualificationHeading,
} from './headings.js';
import { beginsRow, runTogetherHeader, splitRow, type RunTogether } from './run-together.js';
import { figureIn, isFigureCell, isReference, isRunningNumber } from './shapes.js';

/** The group of units that stand above every heading of a group. */
export const NO_GROUP = 'Units';

const TOTAL = /^(?:sub-?\s*|grand\s+|overall\s+)?totals?\b/i;
const CONTENTS = /\.{4,}\s*\d+$|(?:\. ){4,}\s*\d+$/;

/** A text of more characters is no condition, and is listed as it is. */
const LONGEST_PARAGRAPH = 4000;
const SENTENCE_END = /(?<=[\p{Ll}\d)][.;])\s+(?=\p{Lu})/u;

type Row = Extract<DocumentLine, { kind: 'row' }>;

/** Sorts the lines of a document into qualifications with their groups, tables and sentences. */
export function survey(document: SourceDocument): {
  readonly found: readonly FoundQualification[];
  readonly asides: Asides;
} {
  const surveyor = new Surveyor(document.lines);
  surveyor.run();
  return { found: surveyor.found, asides: surveyor.asides };
}

/** Goes over the lines once and keeps in mind what they stand under. */
class Surveyor {
  readonly found: FoundQualification[] = [];
  readonly asides: Asides = new Map();
  private current: FoundQualification;
  private group = NO_GROUP;
  private table: FoundTable | null = null;
  private tableNumber = -1;
  private together: RunTogether | null = null;
  private at = 0;

  private readonly lines: readonly DocumentLine[];

  constructor(lines: readonly DocumentLine[]) {
    this.lines = lines;
    this.current = this.begin({ title: null, level: null }, null);
  }

  run(): void {
    for (this.at = 0; this.at < this.lines.length; this.at += 1) {
      const line = this.lines[this.at];
      if (line === undefined) throw new Error('a line of the document is not there');
      if (line.kind === 'left-out') this.asides.set(this.at, line.why);
      else if (line.kind === 'row') this.row(line);
      else this.text(line);
    }
  }

  private begin(
    heading: { title: string | null; level: string | null },
    line: DocumentLine | null,
  ): FoundQualification {
    const { title, level } = heading;
    const place = line?.place ?? null;
    const next = { title, level, place, groups: [], tables: [], sentences: [], totals: [], lost: [] };
    this.found.push(next);
    this.current = next;
    this.leave();
    return next;
  }

  private leave(): void {
    this.group = NO_GROUP;
    this.table = null;
    this.together = null;
  }

  private under(): string | null {
    return this.group === NO_GROUP ? null : this.group;
  }

  private row(line: Row): void {
    const cells = line.cells.map(flatten);
    const filled = cells.filter((cell) => cell !== '');
    const header = headerOf(cells);
    if (header !== null) return this.open(cells, header, line.table);
    if (filled.length === 0) return void this.asides.set(this.at, 'empty');
    if (TOTAL.test(filled[0] ?? '') && filled.slice(1).every(isFigureCell)) return this.total(cells);
    if (filled.length === 1) return this.single(line, cells, filled[0] ?? '');
    const inTable =
      this.table !== null && (line.table === this.tableNumber || cells.length === this.table.headers.length);
    if (inTable && this.table?.named !== null) return this.unit(cells);
    if (filled.length === 2) return this.pair(line, filled);
    if (this.looksLikeUnit(filled)) return this.shapeless(line, cells);
    this.lose(line);
  }

  private looksLikeUnit(filled: readonly string[]): boolean {
    return (
      filled.some((cell) => isReference(cell) || isRunningNumber(cell)) &&
      filled.some((cell) => figureIn(cell) !== null)
    );
  }

  /** A row of units in a table that has no header. */
  private shapeless(line: Row, cells: string[]): void {
    const fits = this.table !== null && this.table.named === null && this.table.headers.length === cells.length;
    if (!fits)
      this.open(
        cells.map(() => ''),
        null,
        line.table,
      );
    this.unit(cells);
  }

  private open(headers: readonly string[], named: FoundTable['named'], number: number): void {
    this.tableNumber = number;
    if (named !== null) this.asides.set(this.at, 'header');
    if (this.table !== null && same(this.table.headers, headers) && !this.table.runTogether) return;
    this.table = { headers, named, runTogether: false, rows: [] };
    this.together = null;
    this.current.tables.push(this.table);
  }

  private unit(cells: string[]): void {
    const { place } = this.line();
    this.table?.rows.push({ index: this.at, place, group: this.group, cells });
    this.ensureGroup();
  }

  private ensureGroup(): void {
    if (this.current.groups.some(({ name }) => name === this.group)) return;
    this.current.groups.push({ name: this.group, title: this.group === NO_GROUP ? 'Units' : '', place: null });
  }

  private total(cells: readonly string[]): void {
    const { place } = this.line();
    this.current.totals.push({ index: this.at, place, group: this.group, table: this.table, cells });
  }

  /** One cell by itself: a heading within the table, the rest of a title, or a text. */
  private single(line: Row, cells: readonly string[], text: string): void {
    if (groupHeading(text) === null && this.continues(cells, line)) return;
    this.words(text, false, line);
  }

  private continues(cells: readonly string[], line: Row): boolean {
    const title = this.table?.named?.indexOf('title') ?? -1;
    const last = this.table?.rows.at(-1);
    if (title === -1 || last === undefined || line.table !== this.tableNumber) return false;
    const [before, more] = [last.cells[title], cells[title]];
    if (more === undefined || more === '' || before === undefined || last.group !== this.group) return false;
    last.cells[title] = flatten(`${before} ${more}`);
    this.asides.set(this.at, 'the rest of the title above');
    return true;
  }

  private pair(line: Row, [label = '', value = '']: readonly string[]): void {
    this.current.sentences.push({
      index: this.at,
      place: line.place,
      text: `${label}: ${value}`,
      pair: [label, value],
      group: this.under(),
    });
  }

  private lose(line: DocumentLine): void {
    this.current.lost.push({ index: this.at, place: line.place, text: textOfLine(line), pair: null, group: null });
  }

  private text(line: Extract<DocumentLine, { kind: 'text' }>): void {
    const text = flatten(line.text);
    if (text === '') return;
    if (CONTENTS.test(text)) return void this.asides.set(this.at, 'table of contents');
    const together = runTogetherHeader(text);
    if (together !== null) return this.openTogether(text, together);
    if (this.together !== null && this.togetherRow(text)) return;
    this.words(text, line.heading, line);
  }

  private openTogether(text: string, together: RunTogether): void {
    this.asides.set(this.at, 'header');
    if (this.table !== null && this.together !== null && same(this.together.kinds, together.kinds)) return;
    this.together = together;
    this.table = { headers: together.kinds.map(() => text), named: together.kinds, runTogether: true, rows: [] };
    this.current.tables.push(this.table);
  }

  private togetherRow(text: string): boolean {
    const { together } = this;
    if (together === null) return false;
    const cells = splitRow(text, together);
    if (cells !== null && !TOTAL.test(text)) {
      this.unit([...cells]);
      return true;
    }
    if (TOTAL.test(text)) return this.togetherTotal(text);
    return beginsRow(text, together) && groupHeading(text) === null && this.wrappedRow(text, together);
  }

  /** `Total 31 207`: figures without a place of their own are the last columns, where there are as many. */
  private togetherTotal(text: string): boolean {
    const figures = text.split(' ').slice(1);
    const kinds = this.together?.kinds ?? [];
    const columns: readonly ColumnKind[] = kinds.filter((kind) => ['credit', 'glh', 'tqt'].includes(kind));
    if (figures.length !== columns.length || !figures.every(isFigureCell)) return false;
    this.total(kinds.map((kind) => figures[columns.indexOf(kind)] ?? ''));
    return true;
  }

  private wrappedRow(text: string, together: RunTogether): boolean {
    const next = this.lines[this.at + 1];
    if (next?.kind === 'text' && !beginsRow(next.text, together)) {
      const cells = splitRow(`${text} ${next.text}`, together);
      if (cells !== null) {
        this.unit([...cells]);
        this.at += 1;
        this.asides.set(this.at, 'the rest of the row above');
        return true;
      }
    }
    this.lose(this.line());
    return true;
  }

  private words(text: string, heading: boolean, line: DocumentLine): void {
    const plain = text
      .replace(/^#+\s*/, '')
      .replace(/\*\*|<\/?(?:b|i|u|em|strong)>/g, '')
      .trim();
    const title = qualificationHeading(plain, heading || text.startsWith('#'));
    if (title !== null) return this.title(title, line);
    const group = groupHeading(plain);
    if (group !== null) return this.heading(group, line);
    if (plain.length > LONGEST_PARAGRAPH) return this.lose(line);
    for (const sentence of plain.split(SENTENCE_END)) {
      this.current.sentences.push({
        index: this.at,
        place: line.place,
        text: sentence,
        pair: null,
        group: this.under(),
      });
    }
  }

  private title(heading: QualificationHeading, line: DocumentLine): void {
    this.asides.set(this.at, 'title of the qualification');
    const key = titleKey(heading.title);
    const known = this.found.find(({ title }) => title !== null && isSameTitle(titleKey(title), key));
    if (known === this.current) return;
    if (known === undefined) return void this.begin(heading, line);
    this.current = known;
    this.leave();
  }

  private heading({ name, title, condition }: GroupHeading, { place }: DocumentLine): void {
    this.asides.set(this.at, 'group');
    const known = this.current.groups.find((group) => group.name.toLowerCase() === name.toLowerCase());
    this.group = known?.name ?? name;
    if (known === undefined) this.current.groups.push({ name, title, place });
    else if (known.title === '' && title !== '')
      this.current.groups[this.current.groups.indexOf(known)] = { ...known, title };
    if (condition === null) return;
    this.current.sentences.push({
      index: this.at,
      place,
      text: `Group ${name}: ${condition}`,
      pair: null,
      group: null,
    });
  }

  private line(): DocumentLine {
    const line = this.lines[this.at];
    if (line === undefined) throw new Error('a line of the document is not there');
    return line;
  }
}

function isSameTitle(one: string, other: string): boolean {
  return one === other || one.endsWith(` ${other}`) || other.endsWith(` ${one}`);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((text, at) => text.toLowerCase() === other[at]?.toLowerCase());
}
