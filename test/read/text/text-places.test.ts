import fc from 'fast-check';
import { expect, it } from 'vitest';
import { quote } from '../../../src/domain/quote.js';
import { indexLines } from '../../../src/read/text/text-places.js';

it('finds the place of every offset', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '\n', 'é') }), fc.nat(20), (text, offset) => {
      const before = text.slice(0, offset).split('\n');
      expect(indexLines(text, 'f')(offset)).toEqual({
        file: 'f',
        line: before.length,
        column: (before.at(-1) ?? '').length + 1,
      });
    }),
  );
});

it('quotes on one line, shortened, without anything that a terminal would obey', () => {
  expect(quote(' a\u001b[31m\nb ')).toBe("'a [31m b'");
  expect(quote('x'.repeat(50))).toBe(`'${'x'.repeat(40)}…'`);
});
