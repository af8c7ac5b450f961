import { describe, expect, it } from 'vitest';
import { createSolver } from '../../src/solvers/create-solver.js';
import { SOLVER_NAMES, type SolverName } from '../../src/solvers/solver-name.js';
import { bestByTrying } from '../program/every-point.js';
import { FIXTURES } from './conformance.js';
import { proved, summarise } from './summarise.js';

const LIMITS = { milliseconds: 20_000 };

const TOO_LARGE = 'answers that a number is too large for it: with such row factors it is wrong now and then';

const LARGE_FACTORS = {
  'a switch with a large factor': TOO_LARGE,
  'large factors, met exactly': TOO_LARGE,
  'large factors that miss by one': TOO_LARGE,
};

/** Fixtures that a solver is known to fail, each with the reason. An entry that does not fail fails the test. */
const KNOWN_FAILURES: Readonly<Record<SolverName, Readonly<Record<string, string>>>> = {
  auto: {},
  'javascript-lp-solver': LARGE_FACTORS,
  highs: {},
  yalps: LARGE_FACTORS,
};

describe.each(SOLVER_NAMES)('%s', (name) => {
  const solver = createSolver(name);
  const known = KNOWN_FAILURES[name];

  it.each(FIXTURES)('$name', async ({ name: fixture, program, best }) => {
    const outcome = await solver.solve(program, LIMITS);
    const answer = summarise(outcome);
    const isRight = answer === proved(best);
    expect(isRight, `"${answer}" where "${proved(best)}" is right`).toBe(known[fixture] === undefined);
  });

  it('has no known failure of a fixture that is gone', () => {
    const fixtures = FIXTURES.map((fixture) => fixture.name);
    expect(Object.keys(known).filter((fixture) => !fixtures.includes(fixture))).toEqual([]);
  });
});

describe('the battery', () => {
  it('names each fixture once', () => {
    expect(new Set(FIXTURES.map(({ name }) => name)).size).toBe(FIXTURES.length);
  });

  it.each(FIXTURES.filter(({ program }) => boxSize(program.columns) <= 20_000))(
    'expects what trying every point of "$name" gives',
    ({ program, best }) => {
      expect(bestByTrying(program)).toBe(best);
    },
  );
});

function boxSize(columns: readonly { readonly lower: number; readonly upper: number }[]): number {
  return columns.reduce((size, { lower, upper }) => size * (upper - lower + 1), 1);
}
