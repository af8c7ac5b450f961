import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Interval } from '../../src/domain/interval.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Amount } from '../../src/domain/statement.js';
import { EVERY_UNIT, fromGroups } from '../../src/domain/unit-filter.js';
import { solvePoint } from '../../src/questions/sweep.js';
import { createSweeper } from '../../src/questions/sweeper.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { costOf, everyPathway } from '../support/brute-force.js';
import { diagramMeans } from '../support/means.js';
import { unitsIn } from '../support/units.js';

const SOURCE = { option: 'drawn' };

const amount = fc.record({
  quantity: fc.constantFrom('credits' as const, 'units' as const, 'glh' as const),
  filter: fc.constantFrom(EVERY_UNIT, fromGroups('A'), fromGroups('A', 'B')),
  shape: fc.constantFrom('min', 'max', 'both'),
});

const bounds = (shape: string, value: number): Interval =>
  shape === 'min'
    ? { min: value, max: null }
    : shape === 'max'
      ? { min: null, max: value }
      : { min: value, max: value };

/** A rule with one or two amounts behind its other conditions, and settings of their thresholds in any order. */
const sweeps = fc
  .record({
    problem: arbitraryProblem({ maxEntries: 7, maxConditions: 2, repeats: 0.1, same: 0.05 }),
    swept: fc.array(amount, { minLength: 1, maxLength: 2 }),
    settings: fc.array(fc.tuple(fc.nat(14), fc.nat(14)), { minLength: 1, maxLength: 8 }),
  })
  .map(({ problem, swept, settings }) => ({
    places: swept.map((_, at) => problem.conditions.length + at),
    problems: settings.map((values): Problem => {
      const statements = swept.map(({ quantity, filter, shape }, at): Amount<number> => ({
        kind: 'amount',
        quantity,
        filter,
        interval: bounds(shape, values[at === 0 ? 0 : 1]),
        source: SOURCE,
      }));
      return { ...problem, conditions: [...problem.conditions, ...statements] };
    }),
  }));

describe('a sweep', () => {
  it('equals a single solve of every setting, and brute force', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(sweeps, async ({ places, problems: [first, ...others] }) => {
        if (first === undefined) throw new Error('there is a setting');
        const means = diagramMeans();
        const sweeper = createSweeper(first, places, means);
        for (const problem of [first, ...others]) {
          const point = await sweeper(problem);
          const alone = await solvePoint(problem, means);
          expect({ ...point, best: point.best?.selection }).toEqual({ ...alone, best: alone.best?.selection });
          const pathways = everyPathway(problem);
          const hours = problem.entries.map(({ glh }) => glh ?? 0);
          const values = pathways.map((it) => costOf(it, hours));
          expect(point.pathways).toBe(BigInt(new Set(pathways.map((it) => unitsIn(problem, it))).size));
          expect(point.glh).toEqual(
            values.length === 0 ? { min: null, max: null } : { min: Math.min(...values), max: Math.max(...values) },
          );
          several += values.length > 1 ? 1 : 0;
        }
      }),
      { numRuns: 120 },
    );
    expect(several).toBeGreaterThan(50);
  });
});
