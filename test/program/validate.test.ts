import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { between } from '../../src/domain/interval.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { validate } from '../../src/program/validate.js';
import { arbitraryProgram } from './arbitrary-program.js';
import { buildProgram } from './build-program.js';

const sound = buildProgram({ columns: [[0, 1]], rows: [[[2], between(0, 3)]], objective: [1] });

describe('validate', () => {
  it('accepts every program that keeps its promises', () => {
    fc.assert(
      fc.property(arbitraryProgram(), (program) => {
        expect(() => validate(program)).not.toThrow();
      }),
    );
  });

  it('accepts a row whose interval is empty: it says that there is no solution', () => {
    expect(() => validate(buildProgram({ columns: [[0, 1]], rows: [[[1], between(3, 1)]] }))).not.toThrow();
  });

  it.each<[string, Partial<LinearProgram>, string]>([
    ['crossed bounds', { columns: [{ lower: 2, upper: 1 }] }, 'the bounds of x0 cross: 2 to 1'],
    ['a fractional bound', { columns: [{ lower: 0, upper: 1.5 }] }, 'the upper bound of x0 is 1.5'],
    ['an infinite bound', { columns: [{ lower: -Infinity, upper: 1 }] }, 'the lower bound of x0 is -Infinity'],
    ['a fractional constant', { objective: { terms: [], constant: 0.1 } }, 'the constant of the objective is 0.1'],
    [
      'a fractional factor',
      { objective: { terms: [{ column: 0, factor: 0.5 }], constant: 0 } },
      'the factor of x0 in the objective is 0.5',
    ],
    [
      'a factor of 0',
      { rows: [{ terms: [{ column: 0, factor: 0 }], interval: between(0, 1) }] },
      'x0 has the factor 0 in r0',
    ],
    [
      'a column that does not exist',
      { rows: [{ terms: [{ column: 1, factor: 1 }], interval: between(0, 1) }] },
      'x1 in r0 is outside of the columns',
    ],
    [
      'a repeated column',
      {
        rows: [
          {
            terms: [
              { column: 0, factor: 1 },
              { column: 0, factor: 2 },
            ],
            interval: between(0, 1),
          },
        ],
      },
      'x0 occurs twice in r0',
    ],
    ['a row bound that is no number', { rows: [{ terms: [], interval: between(NaN, 1) }] }, 'a bound of r0 is NaN'],
    [
      'sums beyond double precision',
      { columns: [{ lower: 0, upper: 2 ** 40 }], objective: { terms: [{ column: 0, factor: 2 ** 20 }], constant: 0 } },
      'the greatest value of the objective',
    ],
  ])('refuses %s', (_, change, message) => {
    expect(() => validate({ ...sound, ...change })).toThrow(message);
    expect(() => validate({ ...sound, ...change })).toThrow(RangeError);
  });
});
