import { describe, expect, it } from 'vitest';
import { atLeast, atMost, between, exactly } from '../../src/domain/interval.js';
import { describeViolation, findViolations, valueAt } from '../../src/program/feasibility.js';
import { buildProgram } from './build-program.js';

const program = buildProgram({
  columns: [
    [0, 1],
    [-2, 5],
  ],
  rows: [
    [[3, 1], atLeast(2)],
    [[1, -1], atMost(4)],
    [[0, 1], between(-1, 3)],
    [[1, 0], exactly(1)],
  ],
});

describe('findViolations', () => {
  it('is empty for a point that keeps every bound and row', () => {
    expect(findViolations(program, [1, -1])).toEqual([]);
    expect(findViolations(program, [1, 3])).toEqual([]);
  });

  it('lists every broken bound and row with its value', () => {
    expect(findViolations(program, [0, 6])).toEqual([
      { kind: 'bounds', column: 1, value: 6, bounds: { lower: -2, upper: 5 } },
      { kind: 'row', row: 2, value: 6, interval: between(-1, 3) },
      { kind: 'row', row: 3, value: 0, interval: exactly(1) },
    ]);
  });

  it('knows no tolerance', () => {
    const [violation] = findViolations(program, [1 - 1e-12, 1]);
    expect(violation).toEqual({ kind: 'fraction', column: 0, value: 1 - 1e-12 });
  });

  it.each([[Infinity], [NaN], [2 ** 53], [0.5]])('does not take %d for a whole number', (value) => {
    expect(findViolations(program, [1, value])).toEqual([{ kind: 'fraction', column: 1, value }]);
  });

  it('sums large rows exactly', () => {
    const large = buildProgram({ columns: [[0, 1_000_000]], rows: [[[1_000_000], atMost(999_999_999_999)]] });
    expect(findViolations(large, [999_999])).toEqual([]);
    expect(findViolations(large, [1_000_000])).toHaveLength(1);
  });

  it('refuses a point of the wrong length', () => {
    expect(() => findViolations(program, [1])).toThrow('1 values for 2 columns');
  });
});

describe('valueAt', () => {
  it('adds the constant to the sum of the terms', () => {
    const { objective } = buildProgram({ columns: [], objective: [2, 0, -3], constant: 7 });
    expect(valueAt(objective, [4, 100, 1])).toBe(12);
  });
});

describe('describeViolation', () => {
  it('uses opaque names and says what was allowed', () => {
    expect(describeViolation({ kind: 'fraction', column: 3, value: 0.5 })).toBe('x3 = 0.5 is no whole number');
    expect(describeViolation({ kind: 'bounds', column: 1, value: 6, bounds: { lower: -2, upper: 5 } })).toBe(
      'x1 = 6 is not in -2 to 5',
    );
    expect(describeViolation({ kind: 'row', row: 2, value: 6, interval: atLeast(9) })).toBe(
      'r2 = 6 is not in 9 to inf',
    );
    expect(describeViolation({ kind: 'row', row: 2, value: 6, interval: atMost(3) })).toBe(
      'r2 = 6 is not in -inf to 3',
    );
  });
});
