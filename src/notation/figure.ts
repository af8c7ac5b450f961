import { parseFigure } from '../domain/quantity.js';

const NUMBER_WORDS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');

/** A pattern for a whole number as it is written: in digits, or as a word up to twenty. */
export const NUMBER = `(?:\\d{1,10}|${NUMBER_WORDS.slice(1).join('|')})`;

/** The value of a word from `zero` to `twenty`; null for any other word. */
export function numberWord(word: string): number | null {
  const value = NUMBER_WORDS.indexOf(word.toLowerCase());
  return value < 0 ? null : value;
}

/**
 * Reads a figure of a statement: digits with up to three places, or a word from `zero` to `twenty`. Null for any other
 * text, and for more than the largest number that is computed with.
 */
export function figureIn(text: string): number | null {
  return numberWord(text) ?? parseFigure(text);
}

const FIGURES = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:\\d+(?:\\.\\d+)?|${NUMBER_WORDS.join('|')}|half|majority)(?![\\p{L}\\p{N}_])`,
  'giu',
);

/** Every figure that a text holds, in digits or in words; half of something, and the majority, is 50. */
export function figuresIn(text: string): readonly number[] {
  return [...text.matchAll(FIGURES)].map(([word]) => {
    const spelt = numberWord(word);
    if (spelt !== null) return spelt;
    return /^\d/.test(word) ? Number(word) : 50;
  });
}
