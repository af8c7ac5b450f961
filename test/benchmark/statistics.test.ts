import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftedGeometricMean, spreadOf } from '../../src/benchmark/statistics.js';

describe('spreadOf', () => {
  it('is what can be worked out by hand', () => {
    expect(spreadOf([4, 1, 2, 3])).toEqual({ median: 2.5, least: 1, most: 4, spread: 0.6 });
    expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7, spread: 0 });
    expect(() => spreadOf([])).toThrow(RangeError);
  });

  it('does not depend on the order, and one outlier moves no median of three', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1, maxLength: 9 }), (samples) => {
        expect(spreadOf([...samples].reverse())).toEqual(spreadOf(samples));
      }),
    );
    expect(spreadOf([1, 2, 1_000_000]).median).toBe(2);
  });
});

describe('shiftedGeometricMean', () => {
  it('is what can be worked out by hand', () => {
    expect(shiftedGeometricMean([0, 30], 10)).toBeCloseTo(10, 10);
    expect(shiftedGeometricMean([5, 5, 5], 10)).toBeCloseTo(5, 10);
    expect(shiftedGeometricMean([], 10)).toBeNull();
  });
});
