import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MANY_SUMS } from '../../../src/benchmark/families/many-sums.js';
import { TWO_GROUPS } from '../../../src/benchmark/families/two-groups.js';
import { FAMILIES } from '../../../src/benchmark/families.js';
import { Budget } from '../../../src/diagram/build/budget.js';
import { buildDiagram } from '../../../src/diagram/build/build.js';
import { composeAll } from '../../../src/diagram/build/compose.js';
import { forecastNodes } from '../../../src/diagram/build/forecast.js';
import { lower } from '../../../src/diagram/build/lower.js';
import { orderEntries } from '../../../src/diagram/build/order.js';
import { nodeCount } from '../../../src/diagram/diagram.js';
import type { Problem } from '../../../src/domain/problem.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { built } from '../built.js';

function forecastOf(problem: Problem): number {
  const formula = lower(problem);
  const conjuncts = formula.kind === 'all' ? formula.parts : [formula];
  const order = orderEntries(problem, conjuncts);
  const parts = composeAll(conjuncts, order, new Budget(Infinity));
  if (parts === null) throw new Error('there is no budget to go over');
  return forecastNodes(parts, order.length);
}

const problemsOf = (id: string, most: number): readonly Problem[] =>
  (FAMILIES.find((family) => family.id === id)?.instances(false) ?? []).flatMap(({ size, task }) =>
    task.kind === 'best' && size <= most ? [task.problem] : [],
  );

describe('forecastNodes', () => {
  it('is never less than what the diagram has', () => {
    fc.assert(
      fc.property(arbitraryProblem(), (problem) => {
        expect(nodeCount(built(problem))).toBeLessThanOrEqual(forecastOf(problem));
      }),
    );
  });

  it.each(['plain', 'many-sums', 'shares', 'nested', 'two-groups', 'equalities'])(
    'is not so high for %s that a diagram which fits would be given up',
    (id) => {
      for (const problem of problemsOf(id, 75)) {
        const nodeBudget = 2_000_000;
        // Only a forecast that would have it given up is worth the build that tells whether it fits.
        if (forecastOf(problem) <= 5000 * nodeBudget) continue;
        const full = buildDiagram(problem, { nodeBudget: 2 * nodeBudget });
        expect(full.kind === 'diagram' && full.made <= nodeBudget).toBe(false);
      }
    },
    60_000,
  );
});

describe('a build that is out of the question', () => {
  it.each([
    ['60 units with six sums', MANY_SUMS, 60],
    ['150 units, a quarter of them in two groups', TWO_GROUPS, 150],
  ])('is not begun: %s', (_, family, size) => {
    const found = family.instances(false).find((instance) => instance.size === size);
    if (found?.task.kind !== 'best') throw new Error('the family has no such size');
    const outcome = buildDiagram(found.task.problem);
    expect(outcome).toMatchObject({ kind: 'too-large', limit: 'size' });
    expect(outcome.kind === 'too-large' && outcome.nodes < 100_000).toBe(true);
  });
});
