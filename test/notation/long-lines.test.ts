import { describe, expect, it } from 'vitest';
import { Cursor } from '../../src/notation/cursor.js';
import type { Names } from '../../src/notation/names.js';
import { LONGEST_STATEMENT, parseStatement } from '../../src/notation/parse-statement.js';
import { withoutFinalMark } from '../../src/notation/read-line.js';
import { printStatement } from '../../src/notation/print-statement.js';

const units = Array.from({ length: 2000 }, (_, index) => ({ ref: `LONG NAME ${index}`, urn: null }));
const NAMES: Names = { groups: ['A', 'B'], units, columns: ['cost'], parameters: [] };

const parse = (text: string) => parseStatement({ kind: 'line', text, source: { option: 'text' } }, NAMES);

/**
 * Each text is read 50 times at the greatest length. Where time grows with the square of the length, one reading alone
 * takes a quarter of a second and more, and the test does not come to its end within the time that vitest allows.
 */
const FILL = LONGEST_STATEMENT - 100;

describe('a line of the greatest length is read in time that grows with its length', () => {
  it.each<[string, string]>([
    ['blanks within', `at least 5 credits${' '.repeat(FILL)}from A`],
    ['blanks before a last word', `at least 5 credits from A${' '.repeat(FILL)}x`],
    ['blanks after a number', `at least 5${' '.repeat(FILL)}`],
    ['blanks only', ' '.repeat(FILL)],
    ['commas and blanks', `at least 5 credits from A${', '.repeat(FILL / 2)}`],
    ['full stops', `at least 5 credits from A${'. '.repeat(FILL / 2)}x`],
    ['blanks and or', `at least 5 credits from A or${' '.repeat(FILL)}at`],
    ['brackets', `any of ${'('.repeat(FILL)}`],
    ['open quotes', `at least 5 credits from ${'"'.repeat(FILL - 1)}`],
    ['one long word', `at least 5 credits from ${'x'.repeat(FILL)}`],
    ['many words', `to achieve the ${'long '.repeat(FILL / 5)}award`],
    ['many unknown names', `at least 1 of units ${'Q, '.repeat(FILL / 3)}`],
  ])('%s', (_what, text) => {
    for (let times = 0; times < 50; times++) expect(parse(text).ok).toBe(text.endsWith('from A'));
  });

  it('names are looked up, not searched for', () => {
    const listed = units.slice(0, 1000).map(({ ref }) => ref);
    const text = `at least 1 unit from units ${listed.join(', ')}`;
    for (let times = 0; times < 20; times++) {
      const parsed = parse(text);
      expect(parsed.ok ? printStatement(parsed.value).length : parsed.issues).toBe(text.length);
    }
  });

  it('200,000 blanks are passed over at once', () => {
    const blanks = ' '.repeat(200_000);
    expect(withoutFinalMark(`x${blanks}y${blanks}.`)).toBe(`x${blanks}y`);
    expect(new Cursor(`${blanks}x`).rest).toBe('x');
    expect(parse(blanks).ok).toBe(false);
  });
});
