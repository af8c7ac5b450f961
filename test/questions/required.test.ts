import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figureOf } from '../../src/domain/quantity.js';
import { itemAt } from '../../src/domain/item-at.js';
import { withoutResidue } from '../../src/domain/scale.js';
import { findRequired } from '../../src/questions/required.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans, programMeans } from '../support/means.js';

const QUANTITIES = ['credits', 'glh', 'units'] as const;

describe.each([
  { name: 'by the diagram', means: diagramMeans() },
  { name: 'by integer programs', means: programMeans() },
])('what is required from a group, $name', ({ means }) => {
  it('is the least that any pathway takes from it', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryProblem({ maxEntries: 7, maxConditions: 3 }),
        fc.constantFrom(...QUANTITIES),
        async (problem, quantity) => {
          const group = problem.entries[0]?.group ?? 'A';
          const sums = everyPathway(problem).map((pathway) =>
            pathway
              .map((index) => itemAt(problem.entries, index))
              .filter((entry) => entry.group === group)
              .reduce((sum, entry) => withoutResidue(sum + Number(figureOf(entry, quantity))), 0),
          );
          const found = await findRequired(problem, group, quantity, means);
          const said = typeof found === 'object' ? found?.status : found;
          expect(said).toBe(sums.length === 0 ? 'infeasible' : Math.min(...sums));
        },
      ),
      { numRuns: 150 },
    );
  });
});
