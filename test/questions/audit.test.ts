import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from '../../src/domain/identity.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { measureSelection } from '../../src/domain/totals.js';
import { auditLearner } from '../../src/questions/audit.js';
import { findPathway } from '../../src/questions/pathway.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { unitsIn } from '../support/units.js';
import { diagramMeans } from '../support/means.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const means = {
  ...diagramMeans(),
  confirmers: [createProgramMethod(createSolver('javascript-lp-solver'))],
};

const NEW_GLH = { over: 'new', quantity: 'glh' } as const;

/** One reference of every unit that is held. */
const heldIn = (problem: Problem): string[] => {
  const held = problem.entries.filter(({ index }) => problem.achieved[index]);
  return [...new Map(held.map(({ identity, ref }) => [identity, ref])).values()];
};

describe('an audit', () => {
  it('is complete exactly when some subset of what is held is a pathway, and completes in the least new hours', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8, maxConditions: 4, maxAmount: 9 }), async (problem) => {
        const pathways = everyPathway(problem);
        const inside = pathways.some((pathway) => pathway.every((index) => problem.achieved[index]));
        const audit = await auditLearner(problem, heldIn(problem), means);
        const hours =
          'pathway' in audit.completion ? measureSelection(problem, audit.completion.pathway.selection, NEW_GLH) : null;
        const costs = pathways.map((pathway) => measureSelection(problem, pathway, NEW_GLH));
        expect(audit.complete).toBe(inside);
        expect(hours).toBe(pathways.length === 0 ? null : Math.min(...costs));
      }),
      { numRuns: 300 },
    );
  });

  it('counts the sets of new units that cost equally few hours', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryProblem({ minEntries: 1, maxEntries: 8, maxConditions: 3, repeats: 0.5 }),
        async (problem) => {
          const pathways = everyPathway(problem);
          const cost = (pathway: readonly number[]): number => measureSelection(problem, pathway, NEW_GLH);
          const least = Math.min(...pathways.map(cost));
          const sets = new Set(
            pathways
              .filter((pathway) => cost(pathway) === least)
              .map((pathway) =>
                unitsIn(
                  problem,
                  pathway.filter((index) => !problem.achieved[index]),
                ),
              ),
          );
          const { equallyCheap } = await auditLearner(problem, heldIn(problem), means);
          expect(equallyCheap).toBe(pathways.length === 0 ? null : BigInt(sets.size));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names every held unit as counted or as uncounted with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8 }), async (problem) => {
        const held = [...heldIn(problem), 'Z 99'];
        const audit = await auditLearner(problem, held, means);
        const pieceOf = (ref: string): string => identityOf(problem.qualification.identities, ref);
        const counted = new Set(audit.counted.map(({ ref }) => pieceOf(ref)));
        const uncounted = new Set(audit.uncounted.map(({ ref }) => pieceOf(ref)));
        expect(held.map(pieceOf).filter((piece) => counted.has(piece) === uncounted.has(piece))).toEqual([]);
        expect(audit.uncounted.every(({ why }) => why.length > 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 20],
  ['B', 'B1', 3, 5, 10],
  ['B', 'B2', 3, 5, 30],
  ['C', 'C1', 2, 4, 12],
  ['C', 'C2', 2, 4, 14],
  ['ADD', 'X1', 2, 4, 14],
];

describe('a held unit that does not count', () => {
  const rule = [
    'all units from A',
    'at most 4 credits from C',
    'at most one of units B1, B2',
    'units from ADD do not count',
  ];
  const why = async (held: readonly string[]) => {
    const audit = await auditLearner(smallProblem(UNITS, [...rule, 'at least 9 credits'], held), held, means);
    return Object.fromEntries(audit.uncounted.map(({ ref, why }) => [ref, why]));
  };

  it('says why', async () => {
    const reasons = await why(['A1', 'B1', 'B2', 'C1', 'C2', 'X1', 'Q9']);
    expect(Object.keys(reasons).length).toBe(4);
    expect(Object.values(reasons)).toEqual(
      expect.arrayContaining([
        "barred by 'at most one of units B1, B2'",
        "over the cap 'at most 4 credits from C'",
        "certificated but not counted: 'units from ADD do not count'",
        'not in this qualification',
      ]),
    );
  });

  it('says what is against the unit itself before what the pathway leaves no room for', async () => {
    const sheet = [...UNITS, ['D', 'D1', 2, 4, 10], ['D', 'D2', 2, 4, 11], ['D', 'D3', 2, 4, 12]] as const;
    const conditions = ['exactly 1 unit from D', 'at most one of units D1, D2', 'no units D3', 'all units from A'];
    const told = async (held: readonly string[]) => {
      const audit = await auditLearner(smallProblem(sheet, conditions, held), held, means);
      return audit.uncounted.map(({ ref, why }) => [ref, why]);
    };
    expect(await told(['D3'])).toEqual([['D3', "over the cap 'at most 0 units from units D3'"]]);
    expect(await told(['D1', 'D2'])).toEqual([
      [expect.stringMatching(/^D[12]$/), "over the cap 'exactly 1 unit from D'"],
    ]);
    const two = conditions.map((text) =>
      text.replace('exactly 1 unit', 'exactly 2 units').replace('no units D3', 'at least 2 units'),
    );
    const audit = await auditLearner(smallProblem(sheet, two, ['D1', 'D2']), ['D1', 'D2'], means);
    expect(audit.uncounted.map(({ why }) => why)).toEqual(["barred by 'at most one of units D1, D2'"]);
  });
});

describe('least new hours', () => {
  it('are not least hours: what is held may cost more in all and less anew', async () => {
    const problem = smallProblem(
      UNITS,
      ['all units from A', 'at least 5 credits from B', 'at most 5 credits from B'],
      ['B2'],
    );
    const byNew = await findPathway(problem, DEFAULT_OBJECTIVES, means);
    const byAll = await findPathway(problem, [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }], means);
    expect('pathway' in byNew ? byNew.pathway.entries.map(({ ref }) => ref) : byNew).toEqual(['A1', 'B2']);
    expect('pathway' in byAll ? byAll.pathway.entries.map(({ ref }) => ref) : byAll).toEqual(['A1', 'B1']);
  });
});
