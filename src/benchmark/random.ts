/** A repeatable source of whole numbers. */
export interface Random {
  /** A whole number from `least` to `most`, both included. */
  readonly whole: (least: number, most: number) => number;
  /** The items in an order of chance. */
  readonly shuffled: <T>(items: readonly T[]) => readonly T[];
}

/** The source of a seed (mulberry32): the same numbers for the same seed on every machine. */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return { whole, shuffled: (items) => shuffle(items, whole) };
}

function shuffle<T>(items: readonly T[], whole: Random['whole']): readonly T[] {
  const keyed = items.map((item) => ({ item, key: whole(0, 2 ** 31) }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
