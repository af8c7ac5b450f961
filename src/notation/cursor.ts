import type { Source } from '../domain/source.js';
import { adviceWithin } from './advice.js';
import { isAscii, Pattern } from './pattern.js';
import { WORD_END } from './words.js';

/** Thrown inside the parser to leave a line that cannot be read on; {@link parseStatement} turns it into an issue. */
export class Misread extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

const LONGEST_QUOTE = 40;

/** A position in one line of text that moves forward as words are recognised; case and white space do not matter. */
export class Cursor {
  readonly text: string;
  /** Whether the line is of ASCII only. */
  readonly ascii: boolean;
  offset = 0;
  /** Whether an `or` may lead to an alternative with a figure of its own, as behind `either`. */
  alternatives = false;

  constructor(text: string) {
    this.text = text;
    this.ascii = isAscii(text);
    this.skipSpace();
  }

  /** What is left of the line. */
  get rest(): string {
    return this.text.slice(this.offset);
  }

  /** Whether the whole line has been read. */
  get atEnd(): boolean {
    return this.offset >= this.text.length;
  }

  /** Reads the words of `phrase` if they come next, as whole words; the cursor stays where it is if they do not. */
  accept(phrase: string): boolean {
    return this.match(phrasePattern(phrase)) !== null;
  }

  /** Whether the words of `phrase`, or what a pattern matches, come next. */
  sees(phrase: string | Pattern | RegExp): boolean {
    return this.look(typeof phrase === 'string' ? phrasePattern(phrase) : phrase) !== null;
  }

  /** What `pattern` (anchored at its start) matches here, without movement. */
  look(pattern: Pattern | RegExp): RegExpExecArray | null {
    return pattern instanceof RegExp ? pattern.exec(this.rest) : pattern.exec(this.rest, this.ascii);
  }

  /** Reads what `pattern` (anchored at its start) matches; null, and no movement, when it does not match here. */
  match(pattern: Pattern | RegExp): RegExpExecArray | null {
    const found = this.look(pattern);
    if (found === null) return null;
    this.offset += found[0].length;
    this.skipSpace();
    return found;
  }

  /** What `read` reads; null, and no movement, when that is nothing or cannot be read. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.offset;
    try {
      const found = read();
      if (found === null) this.offset = start;
      return found;
    } catch (thrown) {
      if (!(thrown instanceof Misread)) throw thrown;
      this.offset = start;
      return null;
    }
  }

  /** Whether a statement may end here: at the end of the line, or where the next of a list begins. */
  get atPause(): boolean {
    return this.atEnd || /^[;)]/.test(this.rest);
  }

  /** Reads the words of `phrase`, or leaves the line with what was expected and what stands there. */
  expect(phrase: string): void {
    if (!this.accept(phrase)) this.fail(`'${phrase}'`);
  }

  /** Leaves the line: `expected` was needed here. Where other words for it are known, the message says what to write. */
  fail(expected: string, advice: string | null = adviceWithin(this.rest)): never {
    const hint = advice === null ? '' : `; ${advice}`;
    throw new Misread(`expected ${expected}; found ${this.found()}${hint}`, this.offset);
  }

  private found(): string {
    return this.atEnd ? 'the end of the statement' : quoted(this.rest);
  }

  private skipSpace(): void {
    const space = /^[\s\u200B-\u200D\uFEFF]+/.exec(this.rest);
    if (space !== null) this.offset += space[0].length;
  }
}

/** A piece of a statement in single quotes, cut short where it is long. */
export function quoted(text: string): string {
  const trimmed = text.slice(0, 4 * LONGEST_QUOTE).trimEnd();
  return `'${trimmed.length > LONGEST_QUOTE ? `${trimmed.slice(0, LONGEST_QUOTE)}…` : trimmed}'`;
}

const patterns = new Map<string, Pattern>();

function phrasePattern(phrase: string): Pattern {
  const known = patterns.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const boundary = /[\p{L}\p{N}_]$/u.test(phrase) ? WORD_END : '';
  const pattern = new Pattern(`^${words.join('\\s+')}${boundary}`);
  patterns.set(phrase, pattern);
  return pattern;
}

/** The source of something that stands `offset` characters into a text that begins at `source`. */
export function sourceAt(source: Source, offset: number): Source {
  return 'option' in source ? source : { ...source, column: source.column + offset };
}
