import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { arbitraryRoad, compareRoad } from '../long-run/model-road.js';

describe('a random model with versions, a title and units that were replaced', () => {
  it('is read, posed and solved as it was drawn', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRoad(arbitraryRule('mixed')), async (road) => {
        expect(await compareRoad(road)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
