import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withSlackProgram, type SlackRow } from '../../src/solvers/slack-program.js';
import { slackSimplex } from '../../src/solvers/slack-simplex.js';

const COLUMNS = 5;
const row = fc.record({
  terms: fc
    .uniqueArray(fc.tuple(fc.nat(COLUMNS - 1), fc.integer({ min: -9, max: 9 })), { selector: ([column]) => column })
    .map((terms): SlackRow['terms'] => terms.map(([column, factor]) => [column, BigInt(factor)])),
  plus: fc.integer({ min: -20, max: 20 }).map(BigInt),
});
const box = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: COLUMNS, maxLength: COLUMNS }).map((bounds) => ({
  low: bounds.map(([low]) => low),
  top: bounds.map(([low, more]) => low + more),
}));

describe('the simplex method within bounds', () => {
  it('comes to the slack of HiGHS, at a point that has it, with weights that prove it', async () => {
    let apart = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), box, async (rows, bounds) => {
        const other = await withSlackProgram(rows, COLUMNS, (program) => program(bounds));
        const { slack, point, weights } = slackSimplex(rows, COLUMNS)(bounds);
        expect(slack).toBeCloseTo(other.slack, 6);
        const sizeOf = ({ terms }: SlackRow): number =>
          Math.max(1, ...terms.map(([, factor]) => Math.abs(Number(factor))));
        const sumAt = (it: SlackRow, at: (column: number, factor: number) => number): number =>
          it.terms.reduce(
            (sum, [column, factor]) => sum + Number(factor) * at(column, Number(factor)),
            Number(it.plus),
          );
        for (const it of rows)
          expect(sumAt(it, (column) => point[column] ?? NaN) / sizeOf(it)).toBeGreaterThan(-slack - 1e-6);
        for (const [column, value] of point.entries()) {
          expect(value).toBeGreaterThan((bounds.low[column] ?? NaN) - 1e-6);
          expect(value).toBeLessThan((bounds.top[column] ?? NaN) + 1e-6);
        }
        if (slack < 1e-6) return;
        apart += 1;
        const factors = Array.from({ length: COLUMNS }, () => 0);
        let most = 0;
        for (const [at, it] of rows.entries()) {
          most += (weights[at] ?? NaN) * Number(it.plus);
          for (const [column, factor] of it.terms)
            factors[column] = (factors[column] ?? NaN) + (weights[at] ?? NaN) * Number(factor);
        }
        for (const [column, factor] of factors.entries())
          most += factor * ((factor > 0 ? bounds.top : bounds.low)[column] ?? NaN);
        expect(most).toBeCloseTo(-slack, 6);
      }),
      { numRuns: 400 },
    );
    expect(apart).toBeGreaterThan(50);
  });
});
