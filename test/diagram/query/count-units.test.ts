import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countBestUnitSets, countUnitSets, countUnitSetsWithin } from '../../../src/diagram/query/count-units.js';
import { prices } from '../../../src/diagram/query/prices.js';
import { unitDiagram } from '../../../src/diagram/query/unit-diagram.js';
import { HIDDEN, isOfUnits, unitNumbers } from '../../../src/diagram/query/units.js';
import type { Problem, Selection } from '../../../src/domain/problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { unitsIn } from '../../support/units.js';
import { arbitraryQuestion, bestOf, built, compareBy } from '../built.js';

/** Units listed in up to all of the groups, some under another reference as well. */
const question = arbitraryQuestion({ maxEntries: 9, maxConditions: 3, goals: 2, repeats: 0.6, largestAmount: 3 });

const setsOf = (problem: Problem, pathways: readonly Selection[]): ReadonlySet<string> =>
  new Set(pathways.map((it) => unitsIn(problem, it)));

describe('sets of units', () => {
  it('are counted once however they are placed', () => {
    let merged = 0;
    fc.assert(
      fc.property(question, ({ problem }) => {
        const pathways = everyPathway(problem);
        const sets = setsOf(problem, pathways);
        expect(countUnitSets(built(problem), unitNumbers(problem))).toBe(BigInt(sets.size));
        merged += pathways.length > sets.size ? 1 : 0;
      }),
      { numRuns: 800 },
    );
    expect(merged).toBeGreaterThan(100);
  });

  it('are among the best when a placement of them is', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const pathways = everyPathway(problem);
        const best = bestOf(goals, pathways);
        const tied = pathways.filter((pathway) => best !== undefined && compareBy(goals, pathway, best) === 0);
        const counted = countBestUnitSets(built(problem), goals, unitNumbers(problem));
        expect(counted).toBe(BigInt(setsOf(problem, tied).size));
      }),
      { numRuns: 800 },
    );
  });

  it('are told apart by the units that are not hidden', () => {
    fc.assert(
      fc.property(question, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), ({ problem }, hides) => {
        const units = unitNumbers(problem);
        const hidden = units.map((unit) => (hides[unit] === true ? HIDDEN : unit));
        const seen = everyPathway(problem).map((it) => it.filter((index) => hidden[index] !== HIDDEN));
        expect(countUnitSets(built(problem), hidden)).toBe(BigInt(setsOf(problem, seen).size));
      }),
      { numRuns: 500 },
    );
  });

  it('within a slack are counted where a unit adds the same wherever it stands', () => {
    let told = 0;
    fc.assert(
      fc.property(question, fc.nat(6), fc.boolean(), ({ problem, goals: [drawn] }, slack, alike) => {
        if (drawn === undefined) return;
        const units = unitNumbers(problem);
        const goal = alike ? { ...drawn, amounts: units.map((unit) => drawn.amounts[unit] ?? 0) } : drawn;
        const pathways = everyPathway(problem);
        const value = (it: Selection): number => it.reduce((sum, index) => sum + (goal.amounts[index] ?? 0), 0);
        const values = pathways.map(value);
        const best = goal.sense === 'minimise' ? Math.min(...values) : Math.max(...values);
        const near = pathways.filter((it) => Math.abs(value(it) - best) <= slack);
        const counted = countUnitSetsWithin(built(problem), goal, slack, units);
        expect(counted).toBe(isOfUnits(goal, units) ? BigInt(setsOf(problem, near).size) : null);
        told += counted === null ? 0 : 1;
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(200);
  });

  it('have shares of their own', () => {
    fc.assert(
      fc.property(question, ({ problem, goals }) => {
        const units = unitNumbers(problem);
        const sets = [...setsOf(problem, everyPathway(problem))].map((it) => JSON.parse(it) as string[]);
        const diagram = unitDiagram(built(problem), units);
        if (diagram === null) throw new Error('a small diagram came to nothing');
        const all = prices(diagram, goals.slice(0, 1));
        for (const { identity, index } of problem.entries.filter((entry) => units[entry.index] === entry.index)) {
          const counting = sets.filter((set) => set.includes(identity)).length;
          expect(all[index]?.share).toBeCloseTo(sets.length === 0 ? 0 : counting / sets.length, 9);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('are not counted beyond the limit', () => {
    const [drawn] = fc.sample(
      question.filter(({ problem }) => countUnitSets(built(problem), unitNumbers(problem), 3) === null),
      { numRuns: 1, seed: 1 },
    );
    expect(drawn).toBeDefined();
  });
});
