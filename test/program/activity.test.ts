import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityRange } from '../../src/program/activity.js';
import { valueAt } from '../../src/program/feasibility.js';
import { arbitraryProgram } from './arbitrary-program.js';
import { everyPoint } from './every-point.js';

describe('activityRange', () => {
  it('takes each column at the end that helps', () => {
    const columns = [
      { lower: -2, upper: 3 },
      { lower: 1, upper: 4 },
    ];
    const terms = [
      { column: 0, factor: 5 },
      { column: 1, factor: -2 },
    ];
    expect(activityRange({ terms, constant: 10 }, columns)).toEqual({ least: -8, greatest: 23 });
  });

  it('is the constant alone for an expression without terms', () => {
    expect(activityRange({ terms: [], constant: -4 }, [])).toEqual({ least: -4, greatest: -4 });
  });

  it('is the least and the greatest value over every point', () => {
    fc.assert(
      fc.property(arbitraryProgram({ maxColumns: 5 }), (program) => {
        const values = [...everyPoint(program)].map((point) => valueAt(program.objective, point));
        const { least, greatest } = activityRange(program.objective, program.columns);
        expect([least, greatest]).toEqual([Math.min(...values), Math.max(...values)]);
      }),
    );
  });

  it('refuses a column that does not exist', () => {
    expect(() => activityRange({ terms: [{ column: 2, factor: 1 }], constant: 0 }, [])).toThrow(RangeError);
  });
});
