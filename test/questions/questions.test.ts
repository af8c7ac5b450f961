import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { measureSelection } from '../../src/domain/totals.js';
import { findAlternatives } from '../../src/questions/alternatives.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { firstThatSettles } from '../../src/methods/method.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { findRange, type Figure, type RangeAnswer } from '../../src/questions/range.js';
import { findUnitPrices } from '../../src/questions/unit-prices.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';

const GLH = { over: 'all', quantity: 'glh' } as const;
const LEAST_GLH: Objective = { sense: 'minimise', measure: GLH };
const deadline = NO_DEADLINE;
const solver = createSolver('auto');

/** With the diagram, and with a budget that no diagram fits in, so that integer programs answer. */
const MEANS = [
  { name: 'by the diagram', store: createDiagramStore() },
  { name: 'by integer programs', store: createDiagramStore({ nodeBudget: 0 }) },
].map(({ name, store }) => {
  const byPrograms = createProgramMethod(solver);
  return {
    name,
    store,
    solver,
    deadline,
    byPrograms,
    method: firstThatSettles(createDiagramMethod(store), byPrograms),
  };
});

const sums = (problem: Problem, pathways: readonly Selection[], quantity: 'glh' | 'credits' | 'units'): number[] =>
  pathways.map((pathway) => measureSelection(problem, pathway, { over: 'all', quantity }));

const extremes = (figures: readonly number[]) => ({ min: Math.min(...figures), max: Math.max(...figures) });

/** The range by brute force; counts are given where the diagram gives them. */
function expectedRange(problem: Problem): unknown {
  const pathways = everyPathway(problem);
  if (pathways.length === 0) return 'infeasible';
  const [glh, credits] = [sums(problem, pathways, 'glh'), sums(problem, pathways, 'credits')];
  const atMinimum = glh.filter((_, index) => credits[index] === Math.min(...credits));
  return {
    glh: { ...extremes(glh), maxAtMinimumCredit: Math.max(...atMinimum) },
    credits: extremes(credits),
    units: extremes(sums(problem, pathways, 'units')),
    pathways: BigInt(pathways.length),
  };
}

function valuesOf(range: RangeAnswer, uncounted: bigint): unknown {
  if (range.status !== 'answered') return range.status;
  const { glh, credits, units, pathways } = range;
  const pair = (figures: { readonly min: Figure | null; readonly max: Figure | null }) => ({
    min: figures.min?.value,
    max: figures.max?.value,
  });
  return {
    glh: { ...pair(glh), maxAtMinimumCredit: glh.maxAtMinimumCredit?.value },
    credits: pair(credits),
    units: pair(units),
    pathways: pathways ?? uncounted,
  };
}

describe.each(MEANS)('$name', ({ name, store, deadline, method, byPrograms }) => {
  const runs = name === 'by the diagram' ? 300 : 60;

  it('the range is what brute force finds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8, maxConditions: 4 }), async (problem) => {
        const range = await findRange(problem, { method, confirmers: [], deadline, store });
        const uncounted = name === 'by the diagram' ? -1n : BigInt(everyPathway(problem).length);
        expect(valuesOf(range, uncounted)).toEqual(expectedRange(problem));
      }),
      { numRuns: runs },
    );
  });

  it('alternatives come best first, ties included, and say whether they are all', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryProblem({ maxEntries: 7, maxConditions: 4 }),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.nat(20), { nil: null }),
        async (problem, count, within) => {
          const objectives = [LEAST_GLH];
          const best = sums(problem, everyPathway(problem), 'glh').sort((a, b) => a - b);
          const allowed = best.filter((value) => within === null || value - (best[0] ?? 0) <= within);
          const answer = await findAlternatives(problem, objectives, { count, within }, { store, solver, deadline });
          const found = answer.status === 'answered' ? answer.alternatives : [];
          const selections = new Set(found.map(({ pathway }) => String(pathway.selection)));
          expect(answer.status).toBe(best.length === 0 ? 'infeasible' : 'answered');
          expect(found.map(({ objectives: [first] }) => first?.value)).toEqual(allowed.slice(0, count));
          expect(selections.size).toBe(found.length);
          const claimed = answer.status === 'answered' && answer.complete ? found.length : allowed.length;
          expect(claimed).toBe(allowed.length);
          const total = answer.status === 'answered' ? answer.total : null;
          expect(total ?? BigInt(allowed.length)).toBe(BigInt(allowed.length));
        },
      ),
      { numRuns: runs },
    );
  });

  it('every unit has the price that brute force finds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 7, maxConditions: 4 }), async (problem) => {
        const pathways = everyPathway(problem);
        const answer = await findUnitPrices(problem, LEAST_GLH, { store, method: byPrograms, deadline });
        const units = answer.status === 'answered' ? answer.units : [];
        expect(answer.status).toBe(pathways.length === 0 ? 'infeasible' : 'answered');
        for (const price of units) {
          const { identity } = price.unit;
          const counts = (pathway: Selection) => pathway.some((index) => problem.entries[index]?.identity === identity);
          const counting = pathways.filter(counts);
          const others = pathways.filter((pathway) => !counts(pathway));
          const least = (some: readonly Selection[]) =>
            some.length === 0 ? null : Math.min(...sums(problem, some, 'glh'));
          const share = counting.length / pathways.length;
          expect([price.with, price.without]).toEqual([least(counting), least(others)]);
          expect(price.share ?? share).toBeCloseTo(share, 9);
        }
      }),
      { numRuns: runs },
    );
  });
});
