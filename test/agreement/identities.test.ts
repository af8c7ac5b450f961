import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/domain/problem.js';
import type { Statement } from '../../src/domain/statement.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';

/** The statement with every unit named as `rename` has it, in whichever list it stands. */
function renamed(statement: Statement, rename: (unit: string) => string): Statement {
  const walk = (value: unknown, key: string): unknown => {
    if (Array.isArray(value)) {
      const isNames = (key === 'units' || key === 'except') && value.every((it) => typeof it === 'string');
      return isNames ? value.map(rename) : value.map((it) => walk(it, ''));
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, it]) => [name, walk(it, name)]));
  };
  return walk(statement, '') as Statement;
}

/** Names every unit by the last of the references that it has in the table. */
function byLastReference({ entries }: Problem, unit: string): string {
  const named = entries.find(({ ref }) => ref === unit);
  return entries.findLast(({ identity }) => identity === named?.identity)?.ref ?? unit;
}

describe('a unit with several references', () => {
  it('is the same to a rule under whichever of them it is named', async () => {
    let differently = 0;
    const problems = arbitraryProblem({ minEntries: 3, maxEntries: 8, minConditions: 1, same: 0.4 });
    await fc.assert(
      fc.asyncProperty(problems, (problem) => {
        const conditions = problem.conditions.map((it) => renamed(it, (unit) => byLastReference(problem, unit)));
        if (JSON.stringify(conditions) !== JSON.stringify(problem.conditions)) differently += 1;
        expect(everyPathway({ ...problem, conditions })).toEqual(everyPathway(problem));
        return Promise.resolve();
      }),
      { numRuns: 400 },
    );
    expect(differently).toBeGreaterThan(40);
  });
});
