import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count } from '../../src/diagram/query/count.js';
import { goalOf } from '../../src/diagram/query/goal.js';
import { shortest } from '../../src/diagram/query/shortest.js';
import type { Interval } from '../../src/domain/interval.js';
import { mapInterval } from '../../src/domain/interval.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { mayHaveDecimals, type Quantity } from '../../src/domain/quantity.js';
import type { Requirement, Statement } from '../../src/domain/statement.js';
import { measureSelection, totalsOf } from '../../src/domain/totals.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { prepareEvaluator } from '../../src/evaluate/prepare-evaluator.js';
import { deadlineIn } from '../../src/methods/deadline.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { built } from '../diagram/built.js';
import { arbitraryProblem, problemOf } from '../support/arbitrary-problem.js';
import { everyPathway, everySelection } from '../support/brute-force.js';

/** The number with its point moved: what somebody would have typed, and not what a division makes of it. */
function smaller(value: number, by: number): number {
  return Number((value / by).toFixed(3));
}

function smallerStatement(statement: Statement, by: number): Statement {
  const bounds = (quantity: Quantity, interval: Interval): Interval =>
    mayHaveDecimals(quantity) ? mapInterval(interval, (bound) => smaller(bound, by)) : interval;
  switch (statement.kind) {
    case 'amount':
    case 'of-each':
      return { ...statement, interval: bounds(statement.quantity, statement.interval) };
    case 'needs':
      return { ...statement, requirement: smallerStatement(statement.requirement, by) as Requirement<number> };
    case 'combination':
      return { ...statement, parts: statement.parts.map((part) => smallerStatement(part, by)) };
    default:
      return statement;
  }
}

/** The same problem with credits, costs and their thresholds all divided by `by`: it has the same pathways. */
function inDecimals(problem: Problem, by: number): Problem {
  const rows = problem.entries.map((entry) => ({
    ...entry,
    credit: smaller(entry.credit ?? NaN, by),
    glh: entry.glh ?? NaN,
    figures: new Map([...entry.figures].map(([column, figure]) => [column, smaller(figure as number, by)])),
  }));
  const conditions = problem.conditions.map((statement) => smallerStatement(statement, by));
  const same = [...problem.qualification.identities.classes].map(([unit, other]) => {
    return { unit, other, kind: 'same' as const, basis: '', place: { file: 'same.csv', line: 1, column: 1 } };
  });
  return problemOf(rows, conditions, problem.achieved, undefined, same);
}

const scaled = fc.record({
  problem: arbitraryProblem({ maxEntries: 7, maxConditions: 4, places: false }),
  by: fc.constantFrom(10, 100, 1000),
});
const CREDITS = { over: 'all', quantity: 'credits' } as const;
const COST: Objective = { sense: 'maximise', measure: { over: 'new', quantity: { column: 'cost' } } };

describe('figures with decimals', () => {
  it('mean the same to the evaluator and the prepared evaluator as whole ones', () => {
    fc.assert(
      fc.property(scaled, ({ problem, by }) => {
        const decimal = inDecimals(problem, by);
        const holds = prepareEvaluator(decimal);
        for (const selection of everySelection(problem)) {
          const counted = Uint8Array.from(problem.entries, ({ index }) => (selection.includes(index) ? 1 : 0));
          const { holds: expected } = evaluate(problem, selection);
          expect(evaluate(decimal, selection).holds).toBe(expected);
          expect(holds(counted)).toBe(expected);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('mean the same to the diagram, and its values are those of the table', () => {
    fc.assert(
      fc.property(scaled, ({ problem, by }) => {
        const decimal = inDecimals(problem, by);
        expect(count(built(decimal))).toBe(BigInt(everyPathway(problem).length));
        const best = shortest(built(problem), [goalOf(problem, COST)]);
        const found = shortest(built(decimal), [goalOf(decimal, COST)]);
        expect(found?.values ?? null).toEqual(best?.values.map((value) => smaller(value, by)) ?? null);
      }),
      { numRuns: 150 },
    );
  });

  it('mean the same to the program, and its values are those of the table', async () => {
    const method = createProgramMethod(createSolver('javascript-lp-solver'));
    await fc.assert(
      fc.asyncProperty(scaled, async ({ problem, by }) => {
        const decimal = inDecimals(problem, by);
        const objectives: readonly Objective[] = [COST, { sense: 'minimise', measure: CREDITS }];
        const limits = deadlineIn(60_000);
        const [whole, found] = [
          await method.best(problem, objectives, limits),
          await method.best(decimal, objectives, limits),
        ];
        expect(found.status).toBe(whole.status);
        if (whole.status !== 'optimal' || found.status !== 'optimal') return;
        for (const { measure } of objectives) {
          const expected = smaller(measureSelection(problem, whole.selection, measure), by);
          expect(measureSelection(decimal, found.selection, measure)).toBe(expected);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('add up without residue', () => {
    const { entries } = problemOf([], []);
    expect(entries).toEqual([]);
    const row = {
      group: 'A',
      urn: null,
      title: 'T',
      level: 3,
      glh: 1,
      columns: new Map<string, string>(),
      figures: new Map<string, number>(),
      place: { file: 'f', line: 1, column: 1 },
    } as const;
    const problem = problemOf(
      [
        { ...row, ref: 'A', credit: 0.1 },
        { ...row, ref: 'B', credit: 0.2 },
        { ...row, ref: 'C', credit: 7.5 },
      ],
      [],
    );
    expect(totalsOf(problem, [0, 1]).credits).toBe(0.3);
    expect(totalsOf(problem, [0, 1, 2]).credits).toBe(7.8);
  });
});
