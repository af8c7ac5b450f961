import { parseFigure } from '../domain/quantity.js';

const UP_TO_TWENTY = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
  'eighteen nineteen twenty'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');

/** The words of numbers below a hundred, each with its value: `twenty-one` as well as `twenty`. */
const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...UP_TO_TWENTY.map((word, value) => [word, value] as const),
  ...TENS.flatMap((ten, at) => {
    const value = 10 * (at + 2);
    return UP_TO_TWENTY.slice(0, 10).map((unit, less) => [less === 0 ? ten : `${ten}-${unit}`, value + less] as const);
  }),
]);

/** Words from one on; longer ones come first, as `sixteen` begins with `six`. */
const WORDS = [
  `(?:${TENS.join('|')})(?:-(?:${UP_TO_TWENTY.slice(1, 10).join('|')}))?`,
  ...UP_TO_TWENTY.slice(1).toReversed(),
].join('|');

/** A pattern for a whole number as it is written: in digits, or in words below a hundred. */
export const NUMBER = `(?:\\d{1,10}|${WORDS})`;

/** The value of the words from `zero` to `ninety-nine`; null for any other text. */
export function numberWord(word: string): number | null {
  return NUMBER_WORDS.get(word.toLowerCase()) ?? null;
}

/**
 * Reads a figure of a statement: digits with up to three places, or in words from `zero` to `ninety-nine`. Null for any other
 * text, and for more than the largest number that is computed with.
 */
export function figureIn(text: string): number | null {
  return numberWord(text) ?? parseFigure(text);
}

const FIGURES = new RegExp(
  `(?<![\\p{L}\\p{N}_])(?:\\d+(?:\\.\\d+)?|${WORDS}|zero|half|majority)(?![\\p{L}\\p{N}_])`,
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
