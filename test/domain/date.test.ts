import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatValidity, isWithin, likeliestDate, parseDate } from '../../src/domain/date.js';

describe('a day', () => {
  it('is read when it exists, and nothing else is', () => {
    expect(['2026-09-01', ' 2028-02-29 '].map(parseDate)).toEqual(['2026-09-01', '2028-02-29']);
    const none = ['2026-02-29', '2026-13-01', '2026-00-10', '2026-9-1', '01/09/2026', '', 'today', '2026-09-01T00:00'];
    expect(none.map(parseDate)).toEqual(none.map(() => null));
  });

  it('is guessed from what spreadsheets make of it', () => {
    expect(likeliestDate('1/9/2026')).toBe('2026-09-01');
    expect(likeliestDate('31.12.2026')).toBe('2026-12-31');
    expect(likeliestDate('31/2/2026')).toBeNull();
  });

  it('lies within bounds that include their ends', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(day, day, day, (a, b, c) => {
        const [from, to, date] = [a, b, c].map((it) => it.toISOString().slice(0, 10)) as [string, string, string];
        const numbers = [from, to, date].map((it) => Date.parse(it)) as [number, number, number];
        expect(isWithin({ from, to }, date)).toBe(numbers[0] <= numbers[2] && numbers[2] <= numbers[1]);
      }),
    );
    expect(isWithin({ from: null, to: '2026-08-31' }, '2026-08-31')).toBe(true);
    expect(isWithin({ from: '2026-09-01', to: null }, '2026-09-01')).toBe(true);
    expect(isWithin({ from: '2026-09-01', to: null }, '2026-08-31')).toBe(false);
  });

  it('bounds are told in words', () => {
    expect(formatValidity({ from: '2026-09-01', to: null })).toBe('from 2026-09-01');
    expect(formatValidity({ from: null, to: '2026-09-01' })).toBe('until 2026-09-01');
  });
});
