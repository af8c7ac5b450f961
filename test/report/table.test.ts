import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/report/text/palette.js';
import { renderTable } from '../../src/report/text/table.js';
import { wrap } from '../../src/report/text/wrap.js';

const page = { width: 60, palette: PLAIN };
const columns = [{ head: 'Ref' }, { head: 'Title', flexible: true }, { head: 'GLH', align: 'right' as const }];
const words = fc.array(fc.constantFrom('learn', 'deliver', 'customer', 'service', 'a'), {
  minLength: 1,
  maxLength: 30,
});

describe('a table', () => {
  it('keeps to the page and loses no word', () => {
    const rows = fc.array(
      fc.tuple(
        fc.constantFrom('CS 1', 'L/506/2150'),
        words.map((it) => it.join(' ')),
        fc.nat(999).map(String),
      ),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(rows, (cells) => {
        const text = renderTable(columns, cells, page);
        const count = (of: string) => of.split(/\s+/).filter((word) => word === 'customer').length;
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(page.width);
        expect(count(text)).toBe(cells.reduce((sum, [, title]) => sum + count(title), 0));
      }),
    );
  });

  it('keeps its columns in line over any number of rows', () => {
    const rows = Array.from({ length: 450 }, (_, index) => [`R ${index}`, 'A title', String(index)]);
    const lines = renderTable(columns, rows, page).split('\n');
    expect(lines).toHaveLength(452);
    expect(new Set(lines.slice(2).map((line) => line.indexOf('A title'))).size).toBe(1);
  });
});

describe('wrapping', () => {
  it('keeps every word and every line within the width that words allow', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 10, max: 40 }), (list, width) => {
        const text = wrap(list.join(' '), width, '  ');
        expect(text.split(/\s+/).filter((word) => word !== '')).toEqual(list);
        expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(width);
      }),
    );
  });
});
