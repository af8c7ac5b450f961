import { atMost, exactly } from '../../src/domain/interval.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { binaries, buildProgram } from '../program/build-program.js';

/** Numbers from 0 to 99 that look random and are the same everywhere (the generator called mulberry32). */
function numbers(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % 100;
  });
}

/**
 * Market split: six equations over 50 binary columns, each asking for half of its sum. No method based on relaxations
 * comes to an end on these within hours: about 2^50 points would have to be told apart.
 */
export function marketSplit(): LinearProgram {
  return buildProgram({
    columns: binaries(50),
    rows: Array.from({ length: 6 }, (_, row) => {
      const factors = numbers(50, row + 1);
      return [factors, exactly(Math.floor(factors.reduce((sum, it) => sum + it, 0) / 2))] as const;
    }),
    objective: numbers(50, 99),
  });
}

/**
 * Twenty knapsacks at once over 200 columns. Points are found at once; HiGHS takes seconds to find the best one, of
 * value 7062, and to prove it.
 */
export function knapsacks(): LinearProgram {
  return buildProgram({
    sense: 'maximise',
    columns: binaries(200),
    rows: Array.from({ length: 20 }, (_, row) => {
      const factors = numbers(200, row + 1);
      return [factors, atMost(Math.floor(factors.reduce((sum, it) => sum + it, 0) / 2))] as const;
    }),
    objective: numbers(200, 99).map((it) => it + 1),
  });
}

/** Units to be covered in several groups at once: a search of a few hundred steps with points found on the way. */
export function severalGroups(): LinearProgram {
  const credits = numbers(24, 5).map((it) => 1 + (it % 9));
  return buildProgram({
    columns: binaries(24),
    rows: [0, 1, 2, 3].map((group) => {
      const factors = credits.map((credit, index) => (index % (group + 2) === 0 ? 0 : credit));
      return [factors, { min: Math.floor(factors.reduce((sum, it) => sum + it, 0) / 3) + group, max: null }] as const;
    }),
    objective: credits.map((credit, index) => credit * 7 + ((index * 5) % 4)),
  });
}
