import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assign, MOST_WAYS, waysToUse } from '../../src/domain/ways.js';

const PIECES = ['P', 'Q', 'R', 'S', 'T'];
const held = fc.array(fc.subarray(PIECES, { maxLength: 3 }), { maxLength: 5 });

/** Every set of pieces that the units can cover, each one piece at most. */
function coverings([options, ...others]: readonly (readonly string[])[]): string[][] {
  if (options === undefined) return [[]];
  return coverings(others).flatMap((rest) => [
    rest,
    ...options.filter((piece) => !rest.includes(piece)).map((piece) => [piece, ...rest].sort()),
  ]);
}

const textOf = (pieces: Iterable<string>): string => [...pieces].sort().join();

describe('the ways of using what is held', () => {
  it('are all those that leave nothing idle that could cover one more, each once', () => {
    fc.assert(
      fc.property(held, (units) => {
        const all = [...new Set(coverings(units).map(textOf))];
        const most = Math.max(...all.map((it) => it.split(',').filter(Boolean).length));
        const best = all.filter((it) => it.split(',').filter(Boolean).length === most);
        const { ways, complete } = waysToUse(units);
        expect(complete).toBe(true);
        expect(ways.map(textOf).toSorted()).toEqual(best.toSorted());
      }),
      { numRuns: 2000 },
    );
  });

  it('begin with units that stand for themselves', () => {
    expect(waysToUse([['P', 'Q'], ['R']]).ways.map(textOf)).toEqual(['P,R', 'Q,R']);
  });

  it('are not all looked at when there are too many', () => {
    const pairs = Array.from({ length: 7 }, (_, at) => [`A${at}`, `B${at}`]);
    const { ways, complete } = waysToUse(pairs);
    expect([ways.length, complete]).toEqual([MOST_WAYS, false]);
    expect(waysToUse(pairs.slice(1)).complete).toBe(true);
  });
});

describe('who covers what', () => {
  it('covers every piece of a way, each by one unit that may', () => {
    fc.assert(
      fc.property(held, (units) => {
        for (const way of waysToUse(units).ways) {
          const assigned = assign(units, way);
          const used = assigned.filter((piece) => piece !== null);
          expect(used.toSorted()).toEqual([...way].toSorted());
          expect(assigned.every((piece, unit) => piece === null || units[unit]?.includes(piece))).toBe(true);
        }
      }),
    );
  });
});
