import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Interval } from '../../src/domain/interval.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Statement } from '../../src/domain/statement.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { findConflict } from '../../src/questions/conflict.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { createOracle, type Oracle } from '../../src/methods/oracle.js';
import { nearestValue } from '../../src/questions/nearest.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { thresholdView, type ThresholdView } from '../../src/questions/threshold.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const ORACLES: readonly (readonly [string, Oracle])[] = [
  ['the diagram', createOracle(createDiagramMethod(createDiagramStore()), NO_DEADLINE)],
  ['integer programs', createOracle(createProgramMethod(createSolver('auto')), NO_DEADLINE)],
];

const PROBLEMS = arbitraryProblem({ minEntries: 2, maxEntries: 7, minConditions: 2, maxConditions: 6, depth: 1 });

const pathwaysOf = (problem: Problem, conditions: readonly Statement[]) => everyPathway({ ...problem, conditions });
const canBeMet = (problem: Problem, conditions: readonly Statement[]): boolean =>
  pathwaysOf(problem, conditions).length > 0;

describe.each(ORACLES)('a conflict found with %s', (_name, oracle) => {
  it('cannot be met, and can once any one of it is left out', async () => {
    let conflicts = 0;
    await fc.assert(
      fc.asyncProperty(PROBLEMS, async (problem) => {
        const { members, smallest } = await findConflict(problem, oracle);
        const statements = members.map(({ statement }) => statement);
        const feasible = canBeMet(problem, problem.conditions);
        expect({ none: statements.length === 0, smallest }).toEqual({ none: feasible, smallest: !feasible });
        expect(canBeMet(problem, statements)).toBe(feasible);
        const loose = statements.filter(
          (left) =>
            !canBeMet(
              problem,
              statements.filter((it) => it !== left),
            ),
        );
        expect(loose).toEqual([]);
        conflicts += feasible ? 0 : 1;
      }),
      { numRuns: 200 },
    );
    expect(conflicts).toBeGreaterThan(20);
  });

  it('names for each statement the nearest value at which a pathway exists', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(PROBLEMS, async (problem) => {
        fc.pre(!canBeMet(problem, problem.conditions));
        for (const statement of problem.conditions) {
          const nearest = await nearestValue(problem, statement, oracle);
          expect(nearest).toBe(nearestByBruteForce(problem, statement));
          if (nearest !== null) found += 1;
        }
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(20);
  });
});

/** Looks at every selection that meets all other conditions, and at what the statement counts there. */
function nearestByBruteForce(problem: Problem, statement: Statement): number | null {
  const view = thresholdView(problem, statement);
  if (view === null) return null;
  const others = problem.conditions.filter((condition) => condition !== statement);
  const counted = { ...problem, conditions: [view.within({ min: 0, max: view.most })] };
  const values = pathwaysOf(problem, others).flatMap((selection) => {
    const value = evaluate(counted, selection).conditions[0]?.value;
    return value === null || value === undefined ? [] : [inWholes(value, view)];
  });
  const { min, max } = view.interval;
  const below = values.filter((value) => min !== null && value < min).map(Math.floor);
  const above = values.filter((value) => max !== null && value > max).map(Math.ceil);
  const nearest = [...below.sort((a, b) => b - a).slice(0, 1), ...above.sort((a, b) => a - b).slice(0, 1)];
  const away = (value: number): number => distanceFrom(view.interval, value);
  const [best] = nearest.sort((a, b) => away(a) - away(b));
  return best === undefined ? null : view.told(best);
}

/** A value as the view counts it: in thousandths, say; a share may lie between two whole per cents. */
function inWholes(value: number, { told }: ThresholdView): number {
  const whole = value / told(1);
  return Math.abs(whole - Math.round(whole)) < 1e-6 ? Math.round(whole) : whole;
}

function distanceFrom({ min, max }: Interval, value: number): number {
  return Math.max((min ?? value) - value, value - (max ?? value));
}

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['A', 'A2', 3, 4, 40],
  ['B', 'B1', 3, 5, 21],
  ['B', 'B2', 2, 3, 20],
  ['C', 'C1', 3, 4, 18],
];

describe('a conflict', () => {
  const [[, oracle]] = ORACLES as [readonly [string, Oracle]];
  const conflictOf = async (rule: readonly string[]) => {
    const problem = smallProblem(UNITS, rule);
    const { members } = await findConflict(problem, oracle);
    return members.map(({ statement, nearest }) => [rule[problem.conditions.indexOf(statement)], nearest]);
  };

  it('leaves out what has no part in it', async () => {
    expect(
      await conflictOf([
        'all units from A',
        'at least 20 credits',
        'at most 9 credits from A',
        'at most 8 credits from B or C',
      ]),
    ).toEqual([
      ['at least 20 credits', 17],
      ['at most 8 credits from B or C', 12],
    ]);
  });

  it('says what a statement that cannot be met alone could ask for', async () => {
    expect(await conflictOf(['at least 40 credits'])).toEqual([['at least 40 credits', 21]]);
    expect(await conflictOf(['at least 3 units from B', 'all units from A'])).toEqual([['at least 3 units from B', 2]]);
  });

  it('looks at what a needs statement calls for', async () => {
    expect(await conflictOf(['all units from C', 'any unit from C needs at least 9 credits from B'])).toEqual([
      ['all units from C', 0],
      ['any unit from C needs at least 9 credits from B', 8],
    ]);
  });

  it('is not called smallest when a limit kept a statement from being tested', async () => {
    const problem = smallProblem(UNITS, ['at least 40 credits', 'all units from A']);
    const tired: Oracle = async (asked, conditions) =>
      conditions.length === 1 ? 'unsettled' : oracle(asked, conditions);
    expect(await findConflict(problem, tired)).toMatchObject({ smallest: false, members: [{}, {}] });
  });
});
