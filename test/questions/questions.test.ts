import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { measureSelection } from '../../src/domain/totals.js';
import { findAlternatives } from '../../src/questions/alternatives.js';
import { findRange, type Figure, type RangeAnswer } from '../../src/questions/range.js';
import { findUnitPrices } from '../../src/questions/unit-prices.js';
import { findPathway } from '../../src/questions/pathway.js';
import { arbitraryObjectives } from '../support/arbitrary-objectives.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { compareInTable, unitsIn } from '../support/units.js';

/** Many units are listed twice or more. */
const REPEATING = arbitraryProblem({ maxEntries: 8, maxConditions: 4, repeats: 0.5 });

const GLH = { over: 'all', quantity: 'glh' } as const;
const MEANS = [
  { name: 'by the diagram', means: diagramMeans() },
  { name: 'by integer programs', means: programMeans() },
];

const sums = (problem: Problem, pathways: readonly Selection[], quantity: 'glh' | 'credits' | 'units'): number[] =>
  pathways.map((pathway) => measureSelection(problem, pathway, { over: 'all', quantity }));

const extremes = (figures: readonly number[]) => ({ min: Math.min(...figures), max: Math.max(...figures) });

/** Pathways under objectives, the best first, ties in table order; of those with the same units the first only. */
function distinctBest(problem: Problem, objectives: readonly Objective[]): readonly Selection[] {
  const sorted = everyPathway(problem).toSorted((a, b) => compareBest(problem, objectives, a, b));
  return distinctSets(problem, sorted);
}

function compareBest(problem: Problem, objectives: readonly Objective[], a: Selection, b: Selection): number {
  for (const { sense, measure } of objectives) {
    const difference = measureSelection(problem, a, measure) - measureSelection(problem, b, measure);
    if (difference !== 0) return sense === 'minimise' ? difference : -difference;
  }
  return compareInTable(a, b);
}

function distinctSets(problem: Problem, pathways: readonly Selection[]): readonly Selection[] {
  const seen = new Set<string>();
  return pathways.filter((pathway) => seen.size < seen.add(unitsIn(problem, pathway)).size);
}

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
    pathways: BigInt(distinctSets(problem, pathways).length),
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

describe.each(MEANS)('$name', ({ name, means }) => {
  const runs = name === 'by the diagram' ? 300 : 60;

  it('the range is what brute force finds', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8, maxConditions: 4 }), async (problem) => {
        const range = await findRange(problem, means);
        const uncounted = name === 'by the diagram' ? -1n : BigInt(distinctSets(problem, everyPathway(problem)).length);
        expect(valuesOf(range, uncounted)).toEqual(expectedRange(problem));
      }),
      { numRuns: runs },
    );
  });

  it('the best pathway is the first in table order, and its equals are counted as sets of units', async () => {
    await fc.assert(
      fc.asyncProperty(REPEATING, arbitraryObjectives(), async (problem, objectives) => {
        const sorted = distinctBest(problem, objectives);
        const [best] = sorted;
        const answer = await findPathway(problem, objectives, means);
        expect('pathway' in answer ? answer.pathway.selection : answer.status).toEqual(best ?? 'infeasible');
        if (answer.status !== 'optimal' || best === undefined) return;
        const equal = sorted.filter((it) =>
          objectives.every(
            ({ measure }) => measureSelection(problem, it, measure) === measureSelection(problem, best, measure),
          ),
        );
        expect(answer.first).toBe(true);
        expect(answer.equallyGood ?? BigInt(equal.length)).toBe(BigInt(equal.length));
        expect(answer.equallyGood !== null || name !== 'by the diagram').toBe(true);
      }),
      { numRuns: runs },
    );
  });

  it('alternatives come best first, ties in table order, no units twice, and say whether they are all', async () => {
    await fc.assert(
      fc.asyncProperty(
        REPEATING,
        arbitraryObjectives(),
        fc.integer({ min: 1, max: 9 }),
        fc.option(fc.nat(20), { nil: null }),
        async (problem, objectives, count, within) => {
          const best = distinctBest(problem, objectives);
          const first = (it: Selection): number => measureSelection(problem, it, objectives[0]?.measure ?? GLH);
          const allowed = best.filter((it) => within === null || Math.abs(first(it) - first(best[0] ?? [])) <= within);
          const answer = await findAlternatives(problem, objectives, { count, within }, means);
          const found = answer.status === 'answered' ? answer.alternatives : [];
          expect(answer.status).toBe(best.length === 0 ? 'infeasible' : 'answered');
          expect(found.map(({ pathway }) => pathway.selection)).toEqual(allowed.slice(0, count));
          if (answer.status !== 'answered') return;
          expect(answer.complete).toBe(found.length === allowed.length);
          expect(answer.limit).toBe(null);
          // A unit that adds more in one place than in another keeps sets within a distance from being counted.
          expect(answer.distinct === 'units' || within !== null).toBe(true);
          const placements = everyPathway(problem).filter(
            (it) => within === null || Math.abs(first(it) - first(best[0] ?? [])) <= within,
          );
          const total = BigInt(answer.distinct === 'units' ? allowed.length : placements.length);
          expect(answer.total ?? total).toBe(total);
        },
      ),
      { numRuns: runs },
    );
  });

  it('every unit has the price that brute force finds, under all objectives', async () => {
    await fc.assert(
      fc.asyncProperty(REPEATING, arbitraryObjectives(), async (problem, objectives) => {
        const pathways = everyPathway(problem).toSorted((a, b) => compareBest(problem, objectives, a, b));
        const answer = await findUnitPrices(problem, objectives, means);
        expect(answer.status).toBe(pathways.length === 0 ? 'infeasible' : 'answered');
        for (const price of answer.status === 'answered' ? answer.units : []) {
          const { identity } = price.unit;
          const counts = (pathway: Selection) => pathway.some((index) => problem.entries[index]?.identity === identity);
          const values = (of: Selection | undefined) =>
            of === undefined ? null : objectives.map(({ measure }) => measureSelection(problem, of, measure));
          const sets = distinctSets(problem, pathways);
          const share = sets.filter(counts).length / sets.length;
          expect(price.with).toEqual(values(pathways.find(counts)));
          expect(price.without).toEqual(values(pathways.find((it) => !counts(it))));
          expect(price.share ?? share).toBeCloseTo(share, 9);
        }
      }),
      { numRuns: runs },
    );
  });

  it('others confirm alternatives and prices', async () => {
    const other = name === 'by the diagram' ? programMeans() : diagramMeans();
    const confirmed = { ...means, confirmers: [other.method] };
    await fc.assert(
      fc.asyncProperty(REPEATING, arbitraryObjectives(), async (problem, objectives) => {
        const alternatives = await findAlternatives(problem, objectives, { count: 3, within: null }, confirmed);
        const prices = await findUnitPrices(problem, objectives, confirmed);
        expect('confirmedBy' in alternatives ? alternatives.confirmedBy : alternatives).toHaveLength(1);
        expect('confirmedBy' in prices ? prices.confirmedBy : prices).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
