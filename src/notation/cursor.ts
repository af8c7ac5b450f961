import type { Source } from '../domain/source.js';
import { adviceWithin } from './advice.js';

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
  offset = 0;

  constructor(text: string) {
    this.text = text;
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

  /** Whether the words of `phrase` come next. */
  sees(phrase: string): boolean {
    return phrasePattern(phrase).test(this.rest);
  }

  /** Reads what `pattern` (anchored at its start) matches; null, and no movement, when it does not match here. */
  match(pattern: RegExp): RegExpExecArray | null {
    const found = pattern.exec(this.rest);
    if (found === null) return null;
    this.offset += found[0].length;
    this.skipSpace();
    return found;
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
    if (this.atEnd) return 'the end of the statement';
    const rest = this.rest.trimEnd();
    return `'${rest.length > LONGEST_QUOTE ? `${rest.slice(0, LONGEST_QUOTE)}…` : rest}'`;
  }

  private skipSpace(): void {
    const space = /^[\s\u200B-\u200D\uFEFF]+/.exec(this.rest);
    if (space !== null) this.offset += space[0].length;
  }
}

const patterns = new Map<string, RegExp>();

function phrasePattern(phrase: string): RegExp {
  const known = patterns.get(phrase);
  if (known !== undefined) return known;
  const words = phrase.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const boundary = /\w$/.test(phrase) ? '(?![\\w-])' : '';
  const pattern = new RegExp(`^${words.join('\\s+')}${boundary}`, 'i');
  patterns.set(phrase, pattern);
  return pattern;
}

/** The source of something that stands `offset` characters into a text that begins at `source`. */
export function sourceAt(source: Source, offset: number): Source {
  return 'option' in source ? source : { ...source, column: source.column + offset };
}
