import { ordinalOf, thousandths, type ListedEntry } from './listed-entry.js';

/** Bounds in thousandths, both included. */
export interface Bounds {
  readonly min: bigint | null;
  readonly max: bigint | null;
  readonly strict: boolean;
}

const NAME = String.raw`"(?:[^"]|"")*"`;
const NAMES = new RegExp(String.raw`${NAME}(?:, ${NAME})*`, 'y');
const NUMBER = String.raw`(\d+(?:\.\d{1,3})?)`;
const BOUND = new RegExp(
  String.raw`(?:(at least|at most|exactly|more than|fewer than) ${NUMBER}|between ${NUMBER} and ${NUMBER}(?!%)|between ${NUMBER}% and ${NUMBER}(?=%))`,
  'y',
);
const NOUN = new RegExp(String.raw`(credits?|units?|GLH|${NAME})`, 'y');
const LEVEL = String.raw`(Entry \d|\d+)`;
const LEVELS = new RegExp(String.raw` at levels? ${LEVEL}(?: (or above|or below)| to ${LEVEL})?`, 'y');

const DAY = / that cannot be started on (\d{4}-\d\d-\d\d)/y;

/** Whether an entry is meant. */
type Test = (entry: ListedEntry) => boolean;

const unquote = (name: string): string => name.slice(1, -1).replaceAll('""', '"');

/** Reads the words that sentences are made of, one after the other; throws a SyntaxError where others stand. */
export class SentenceReader {
  readonly text: string;
  readonly entries: readonly ListedEntry[];
  #at = 0;

  constructor(text: string, entries: readonly ListedEntry[]) {
    this.text = text;
    this.entries = entries;
  }

  /** What has not been read. */
  get rest(): string {
    return this.text.slice(this.#at);
  }

  /** Reads these words, where they come next. */
  take(words: string): boolean {
    if (!this.text.startsWith(words, this.#at)) return false;
    this.#at += words.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }

  /** Reads these words, which must come next. */
  expect(words: string): void {
    if (!this.take(words)) throw new SyntaxError(`'${this.text}' should go on with '${words}' at '${this.rest}'`);
  }

  /** Reads names in quotes. */
  names(): string[] {
    const [list] = this.#match(NAMES) ?? [];
    if (list === undefined) throw new SyntaxError(`'${this.text}' should go on with names in quotes at '${this.rest}'`);
    return [...list.matchAll(new RegExp(NAME, 'g'))].map(([name]) => unquote(name));
  }

  /** Reads `at least 5`, `between 6 and 9` and so on. */
  bounds(): Bounds {
    const [, word, figure, whole, wholeTo, percent, percentTo] = this.#match(BOUND) ?? [];
    const [low, high] = [whole ?? percent, wholeTo ?? percentTo];
    if (low !== undefined && high !== undefined)
      return { min: thousandths(low), max: thousandths(high), strict: false };
    if (word === undefined || figure === undefined)
      throw new SyntaxError(`'${this.text}' is no sentence from '${this.rest}' on`);
    const value = thousandths(figure);
    const upwards = word === 'at least' || word === 'more than' || word === 'exactly';
    const downwards = word === 'at most' || word === 'fewer than' || word === 'exactly';
    return { min: upwards ? value : null, max: downwards ? value : null, strict: word.endsWith('than') };
  }

  /** Reads what is counted: `credits`, `units`, `GLH`, or a column in quotes. */
  noun(): string {
    const [, noun] = this.#match(NOUN) ?? [];
    if (noun === undefined) throw new SyntaxError(`'${this.text}' does not say what is counted at '${this.rest}'`);
    return noun === 'credit' || noun === 'unit' ? `${noun}s` : noun;
  }

  /** The entries that ` from ... except ... at level ... that cannot be started on ...` passes. */
  filter(): readonly ListedEntry[] {
    const tests = [this.#place(), this.#exceptions(), this.#levels(), this.#day()];
    return this.entries.filter((entry) => tests.every((passes) => passes(entry)));
  }

  #place(): Test {
    if (this.take(' from units ')) return this.isNamed(this.names());
    const outside = this.take(' from outside ');
    if (!outside && !this.take(' from ')) return () => true;
    const groups = this.names();
    return ({ group }) => groups.includes(group) !== outside;
  }

  #exceptions(): Test {
    if (!this.take(' except units ')) return () => true;
    const isNamed = this.isNamed(this.names());
    return (entry) => !isNamed(entry);
  }

  #levels(): Test {
    const [, low, open, high] = this.#match(LEVELS) ?? [];
    if (low === undefined) return () => true;
    const [first, last] = [ordinalOf(low), ordinalOf(high ?? low)];
    if (first === null || last === null) throw new SyntaxError(`'${this.text}' names a level that there is not`);
    return ({ ref, level }) => {
      if (level === 'open') throw new SyntaxError(`the level of ${ref} is looked at and not given`);
      if (level === null) return false;
      return (open === 'or below' || level >= first) && (open === 'or above' || level <= last);
    };
  }

  #day(): Test {
    const [, day] = this.#match(DAY) ?? [];
    if (day === undefined) return () => true;
    return ({ achieved, from, to }) => !achieved && ((from !== null && day < from) || (to !== null && day > to));
  }

  /** Units are named by a reference; a reference that no entry has is a piece of learning of its own. */
  isNamed(names: readonly string[]): Test {
    const pieces = new Set(this.entries.filter(({ ref }) => names.includes(ref)).map(({ identity }) => identity));
    return ({ identity }) => pieces.has(identity);
  }
}
