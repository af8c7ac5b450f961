import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downwards, nearestFigure, smallestConflict, upwards, type Hindrance } from '../../src/delivery/hindrance.js';

/** A question is what is still asked for: so many things, of which certain sets cannot be kept together. */
type Kept = ReadonlySet<number>;

const thing = (number: number): Hindrance<Kept> => ({
  without: (kept) => new Set([...kept].filter((it) => it !== number)),
  dial: null,
});

const isConflict = (sets: readonly (readonly number[])[], kept: Kept): boolean =>
  sets.some((set) => set.every((it) => kept.has(it)));

describe('things that cannot be kept together', () => {
  it('are told as a smallest set of them', async () => {
    const sets = fc.array(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(sets, async (conflicts) => {
        const all = Array.from({ length: 7 }, (_, number) => thing(number));
        const { members, smallest } = await smallestConflict<Kept, Hindrance<Kept>>(
          new Set(all.keys()),
          all,
          async (kept) => {
            return Promise.resolve(!isConflict(conflicts, kept));
          },
        );
        const told = new Set(members.map((it) => all.indexOf(it)));
        const isSmallest = [...told].every(
          (it) => !isConflict(conflicts, new Set([...told].filter((own) => own !== it))),
        );
        expect([isConflict(conflicts, told), isSmallest, smallest]).toEqual([true, true, true]);
      }),
    );
  });

  it('are not called the smallest where nobody knows', async () => {
    const all = [thing(0), thing(1)];
    const { members, smallest } = await smallestConflict<Kept, Hindrance<Kept>>(new Set([0, 1]), all, async (kept) =>
      Promise.resolve(kept.has(0) ? null : true),
    );
    expect([members, smallest]).toEqual([all, false]);
  });
});

describe('the nearest figure', () => {
  it('is the first that is enough, on either side, and none where none is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 70 }), fc.nat(80), async (steps, needed) => {
        const at = (_: number, figure: number): number => figure;
        const without = (question: number): number => question;
        const larger = { without, dial: upwards<number>(20, 20 + steps, at) };
        const smaller = { without, dial: downwards<number>(100, 100 - steps, at) };
        const up = await nearestFigure(20, larger, async (figure) => Promise.resolve(figure >= 21 + needed));
        const down = await nearestFigure(100, smaller, async (figure) => Promise.resolve(figure <= 99 - needed));
        const isThere = needed < steps;
        expect([up, down]).toEqual(isThere ? [21 + needed, 99 - needed] : [null, null]);
      }),
    );
    expect(await nearestFigure(1, { without: () => 1, dial: null }, async () => Promise.resolve(true))).toBeNull();
  });
});
