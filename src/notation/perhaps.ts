import { Misread } from './cursor.js';
import { figuresIn } from './figure.js';
import type { Names } from './names.js';
import { printStatement } from './print-statement.js';
import { publishedFigures, wordsForPublished, type PublishedFigures } from './published-figures.js';
import { readLine, withoutFinalMark } from './read-line.js';
import { rewritings } from './rewritings.js';

/** What a sentence that is no statement probably stands for. */
export interface Advice {
  /**
   * Ways to say it, each a list of statements that together take its place, in the words of the notation. Each can be
   * read, names nothing that the qualification does not have, and holds every figure of the sentence; which of them is
   * meant, if any, is for a person to say.
   */
  readonly perhaps: readonly (readonly string[])[];
  /** Figures that the sentence prints and no rule asks for; null when it prints none. */
  readonly published: PublishedFigures | null;
}

const LONGEST_ADVISED = 400;
const MOST_WAYS = 4;
const SOURCE = { option: 'advice' };

/**
 * What a sentence probably stands for that cannot be read as a statement of a qualification with these names.
 *
 * @example
 * ```ts
 * import { adviseSentence, namesOf } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * console.log(adviseSentence('Learners must complete 19 credits', namesOf(specification))?.perhaps); // [ [ 'exactly 19 credits' ], [ 'at least 19 credits' ] ]
 * ```
 */
export function adviseSentence(text: string, names: Names): Advice | null {
  if (text.length > LONGEST_ADVISED) return null;
  const sentence = withoutFinalMark(text).trim().replace(/\s+/g, ' ');
  const published = publishedFigures(sentence);
  const perhaps = published === null ? waysToSay(sentence, names) : [];
  return perhaps.length === 0 && published === null ? null : { perhaps, published };
}

function waysToSay(sentence: string, names: Names): readonly (readonly string[])[] {
  const ways = new Map<string, readonly string[]>();
  for (const texts of rewritings(sentence)) {
    const statements = texts.map((text) => inWords(text, names));
    const known = statements.filter((text) => text !== null);
    if (known.length < statements.length || !holdsFigures(known, sentence)) continue;
    ways.set(known.join('; '), known);
    if (ways.size === MOST_WAYS) break;
  }
  return [...ways.values()];
}

/** The statement as it is printed; null when it is none. */
function inWords(text: string, names: Names): string | null {
  try {
    return printStatement(readLine(text, SOURCE, names));
  } catch (thrown) {
    if (thrown instanceof Misread) return null;
    throw thrown;
  }
}

/** Whether no figure of the sentence is lost. */
function holdsFigures(statements: readonly string[], sentence: string): boolean {
  const held = new Set(statements.flatMap(figuresIn));
  return figuresIn(sentence).every((figure) => held.has(figure));
}

/** A message with its advice: `...; perhaps 'at least 22 credits from B or C'`. */
export function withAdvice(message: string, advice: Advice | null): string {
  if (advice === null) return message;
  if (advice.published !== null) return wordsForPublished(advice.published);
  const ways = advice.perhaps.map((statements) => statements.map((text) => `'${text}'`).join(' with '));
  return `${message}; perhaps ${ways.join(', or ')}`;
}
