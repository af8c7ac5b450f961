import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundBound, roundPoint } from '../../src/solvers/rounding.js';

describe('roundPoint', () => {
  it('takes values within a millionth for the whole number they are near', () => {
    expect(roundPoint([0, 1 - 1e-7, 2 + 9e-7, -3 - 5e-7, 1e6 + 1e-7])).toEqual({ ok: true, point: [0, 1, 2, -3, 1e6] });
  });

  it('makes 0 of what is a little below it, not -0', () => {
    const rounded = roundPoint([-1e-9, -0]);
    expect(rounded.ok && rounded.point.every((value) => Object.is(value, 0))).toBe(true);
  });

  it.each([
    [0.5],
    [1 - 2e-6],
    [1 + 2e-6],
    [1e-5],
    [-0.999],
    [NaN],
    [Infinity],
    [-Infinity],
    [2 ** 53],
    [-(2 ** 60)],
    [1e300],
  ])('refuses %d and names its column', (value) => {
    expect(roundPoint([1, value, 0.3])).toEqual({ ok: false, column: 1, value });
  });

  it('takes a point without values', () => {
    expect(roundPoint([])).toEqual({ ok: true, point: [] });
  });

  it('gives back whole numbers however they are disturbed within the tolerance, and nothing beyond it', () => {
    const wholes = fc.integer({ min: -1_000_000, max: 1_000_000 });
    const noise = fc
      .double({ min: -0.499, max: 0.499, noNaN: true })
      .filter((it) => Math.abs(Math.abs(it) - 1e-6) > 1e-9);
    fc.assert(
      fc.property(fc.array(fc.tuple(wholes, noise), { minLength: 1 }), (pairs) => {
        const rounded = roundPoint(pairs.map(([whole, error]) => whole + error));
        const column = pairs.findIndex(([, error]) => Math.abs(error) > 1e-6);
        const [whole, error] = pairs[column] ?? [0, 0];
        const point = pairs.map(([value]) => value);
        expect(rounded).toEqual(column < 0 ? { ok: true, point } : { ok: false, column, value: whole + error });
      }),
    );
  });
});

describe('roundBound', () => {
  it('goes to the next whole number that a solution can have', () => {
    expect([roundBound(10.2, 'minimise'), roundBound(10.2, 'maximise')]).toEqual([11, 10]);
    expect([roundBound(-10.2, 'minimise'), roundBound(-10.2, 'maximise')]).toEqual([-10, -11]);
  });

  it('does not take noise for a step', () => {
    expect([roundBound(10 + 1e-8, 'minimise'), roundBound(10 - 1e-8, 'maximise')]).toEqual([10, 10]);
    expect([roundBound(1e6 + 1e-4, 'minimise'), roundBound(1e6 - 1e-4, 'maximise')]).toEqual([1e6, 1e6]);
    expect(Object.is(roundBound(-1e-8, 'minimise'), 0)).toBe(true);
  });

  it.each([[null], [Infinity], [-Infinity], [NaN], [1e20], [-1e12]])('says nothing for %d', (bound) => {
    expect([roundBound(bound, 'minimise'), roundBound(bound, 'maximise')]).toEqual([null, null]);
  });
});
