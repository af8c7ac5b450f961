import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pattern } from '../../src/notation/pattern.js';
import { phrase, WORD_END } from '../../src/notation/words.js';

const PATTERNS = [
  phrase('at\\s+least|no(?:t|\\s+more)'),
  new Pattern(`(?<!\\s)\\s*(?:[,;()]|\\s(?:or|and)${WORD_END}|$)`),
  new Pattern(String.raw`^[\p{L}\p{N}_](?:[\p{L}\p{N}_.,–-]*[\p{L}\p{N}_])?`),
];

const PIECES = [
  'at',
  'LEAST',
  'No',
  't',
  'more',
  'or',
  'and',
  ' ',
  '  ',
  '\t',
  ',',
  '-',
  '_',
  '7',
  '.',
  '(',
  ';',
  'k',
  'S',
];

describe('a pattern', () => {
  it('finds the same in a text of ASCII, told by the tables of Unicode or without them', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 7 }), (pieces) => {
        const text = pieces.join('');
        for (const pattern of PATTERNS) {
          const plain = pattern.exec(text, true);
          expect(plain === null ? null : [...plain, plain.index]).toEqual(
            ((it) => (it === null ? null : [...it, it.index]))(pattern.exec(text, false)),
          );
          found += plain === null ? 0 : 1;
        }
      }),
      { numRuns: 2000 },
    );
    expect(found).toBeGreaterThan(2000);
  });

  it.each([
    ['at leasté', false],
    ['at least\u0301', true],
    ['at least–', true],
    ['AT LEAſT 5', true],
    ['at least٣', false],
  ])('tells in %s whether a word ends, in any script', (text, ends) => {
    expect(phrase('at\\s+least').test(text)).toBe(ends);
  });
});
