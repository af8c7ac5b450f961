import { atLeast, atMost, between, exactly } from '../../src/domain/interval.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import { binaries, buildProgram } from '../program/build-program.js';

/** What a solver must say of a program: the best value, or null where no point exists. */
export interface Fixture {
  readonly name: string;
  readonly program: LinearProgram;
  readonly best: number | null;
}

/**
 * The battery that every solver must pass. Each fixture says its *variables*, its *statement* and the *analysis* from
 * which the answer follows without any solver.
 */
export const FIXTURES: readonly Fixture[] = [
  {
    // variables: none; statement: minimise 7; analysis: the empty point is the only one.
    name: 'nothing at all',
    program: buildProgram({ columns: [], constant: 7 }),
    best: 7,
  },
  {
    // variables: none; statement: 0 >= -1; analysis: holds, so the empty point stands.
    name: 'no columns, a row that holds',
    program: buildProgram({ columns: [], rows: [[[], atLeast(-1)]] }),
    best: 0,
  },
  {
    // variables: none; statement: 0 >= 1; analysis: false.
    name: 'no columns, a row that does not hold',
    program: buildProgram({ columns: [], rows: [[[], atLeast(1)]] }),
    best: null,
  },
  {
    // variables: x in 0..3, y in -3..5; statement: minimise x - 2y; analysis: x = 0, y = 5.
    name: 'no rows, minimise',
    program: buildProgram({
      columns: [
        [0, 3],
        [-3, 5],
      ],
      objective: [1, -2],
    }),
    best: -10,
  },
  {
    // variables: x in 0..3, y in -3..5; statement: maximise x - 2y + 4; analysis: x = 3, y = -3.
    name: 'no rows, maximise, with a constant',
    program: buildProgram({
      sense: 'maximise',
      columns: [
        [0, 3],
        [-3, 5],
      ],
      objective: [1, -2],
      constant: 4,
    }),
    best: 13,
  },
  {
    // variables: 3 binary; statement: x0 + x1 + x2 >= 2, nothing to minimise; analysis: any two will do.
    name: 'an objective without terms',
    program: buildProgram({ columns: binaries(3), rows: [[[1, 1, 1], atLeast(2)]] }),
    best: 0,
  },
  {
    // variables: 4 binary; statement: 5a + 4b + 3c + 6d >= 9 at cost 9, 8, 4, 10; analysis: c and d make 9 at 14;
    // a and b cost 17, and no other pair is as cheap (a and d 19, b and d 18, c with a 8 only).
    name: 'credits to be covered at least cost',
    program: buildProgram({ columns: binaries(4), rows: [[[5, 4, 3, 6], atLeast(9)]], objective: [9, 8, 4, 10] }),
    best: 14,
  },
  {
    // variables: 4 binary; statement: maximise 8a + 11b + 6c + 4d within 5a + 7b + 4c + 3d <= 14; analysis: the
    // relaxation takes a, b and half of c (22); whole: b, c and d weigh 14 and are worth 21; a, b weigh 12 for 19.
    name: 'a knapsack whose relaxation is fractional',
    program: buildProgram({
      sense: 'maximise',
      columns: binaries(4),
      rows: [[[5, 7, 4, 3], atMost(14)]],
      objective: [8, 11, 6, 4],
    }),
    best: 21,
  },
  {
    // variables: 5 binary in a ring; statement: at most one of each two neighbours, maximise the count; analysis: an
    // odd ring of 5 has 2 without neighbours, while the relaxation takes half of each, 2.5.
    name: 'an odd ring',
    program: buildProgram({
      sense: 'maximise',
      columns: binaries(5),
      rows: [
        [[1, 1, 0, 0, 0], atMost(1)],
        [[0, 1, 1, 0, 0], atMost(1)],
        [[0, 0, 1, 1, 0], atMost(1)],
        [[0, 0, 0, 1, 1], atMost(1)],
        [[1, 0, 0, 0, 1], atMost(1)],
      ],
      objective: [1, 1, 1, 1, 1],
    }),
    best: 2,
  },
  {
    // variables: x, y in 0..10; statement: 2x + 4y = 7; analysis: even = odd has no whole solution, but real ones.
    name: 'an equality that parity forbids',
    program: buildProgram({
      columns: [
        [0, 10],
        [0, 10],
      ],
      rows: [[[2, 4], exactly(7)]],
      objective: [1, 1],
    }),
    best: null,
  },
  {
    // variables: x, y in 0..10; statement: 3x + 5y = 22, minimise x + y; analysis: only x = 4, y = 2 fits.
    name: 'an equality with one solution',
    program: buildProgram({
      columns: [
        [0, 10],
        [0, 10],
      ],
      rows: [[[3, 5], exactly(22)]],
      objective: [1, 1],
    }),
    best: 6,
  },
  {
    // variables: x in 0..10; statement: 7 <= 3x <= 8; analysis: 3x is 6 or 9.
    name: 'a range between two multiples',
    program: buildProgram({ columns: [[0, 10]], rows: [[[3], between(7, 8)]], objective: [1] }),
    best: null,
  },
  {
    // variables: 3 binary; statement: 6 <= 4a + 3b + 2c <= 6, i.e. a range of one value, maximise 5a + 4b + 3c;
    // analysis: of the sums 4, 3, 2, 7, 6, 5, 9 only a and c make 6.
    name: 'a range that holds one value',
    program: buildProgram({
      sense: 'maximise',
      columns: binaries(3),
      rows: [[[4, 3, 2], between(6, 6)]],
      objective: [5, 4, 3],
    }),
    best: 8,
  },
  {
    // variables: 4 binary; statement: 5 <= 3a + 3b + 2c + 2d <= 7, maximise the sum of costs 1, 2, 3, 5; analysis:
    // c and d with b make 7 and cost 10; with a 7 and 9.
    name: 'a range that binds above',
    program: buildProgram({
      sense: 'maximise',
      columns: binaries(4),
      rows: [[[3, 3, 2, 2], between(5, 7)]],
      objective: [1, 2, 3, 5],
    }),
    best: 10,
  },
  {
    // variables: x in 0..9; statement: 4 <= x <= 3; analysis: the interval is empty.
    name: 'a row with an empty interval',
    program: buildProgram({ columns: [[0, 9]], rows: [[[1], between(4, 3)]], objective: [1] }),
    best: null,
  },
  {
    // variables: x binary; statement: 0 >= 1 and x >= 0; analysis: a row without terms that is false.
    name: 'a row without terms that does not hold',
    program: buildProgram({
      columns: binaries(1),
      rows: [
        [[0], atLeast(1)],
        [[1], atLeast(0)],
      ],
      objective: [1],
    }),
    best: null,
  },
  {
    // variables: x binary; statement: 0 <= 3 and x >= 1; analysis: the row without terms says nothing.
    name: 'a row without terms that holds',
    program: buildProgram({
      columns: binaries(1),
      rows: [
        [[0], atMost(3)],
        [[1], atLeast(1)],
      ],
      objective: [2],
    }),
    best: 2,
  },
  {
    // variables: x, y binary; statement: x + y >= 2 and x + y <= 1; analysis: they exclude each other.
    name: 'two rows that exclude each other',
    program: buildProgram({
      columns: binaries(2),
      rows: [
        [[1, 1], atLeast(2)],
        [[1, 1], atMost(1)],
      ],
    }),
    best: null,
  },
  {
    // variables: x, y in 0..5; statement: -x - y >= 1; analysis: the left side is never above 0.
    name: 'a negative sum that should be positive',
    program: buildProgram({
      columns: [
        [0, 5],
        [0, 5],
      ],
      rows: [[[-1, -1], atLeast(1)]],
      objective: [1, 1],
    }),
    best: null,
  },
  {
    // variables: z, x0..x2 binary; statement: xi <= z, at least 2 of xi, z costs 50 and the xi 3, 4, 5; analysis:
    // z = 1 and the two cheapest.
    name: 'indicators with negative factors',
    program: buildProgram({
      columns: binaries(4),
      rows: [
        [[1, -1, 0, 0], atLeast(0)],
        [[1, 0, -1, 0], atLeast(0)],
        [[-1, 0, 0, 1], atMost(0)],
        [[0, 1, 1, 1], atLeast(2)],
      ],
      objective: [50, 3, 4, 5],
    }),
    best: 57,
  },
  {
    // variables: x = 2, y = -3, both fixed; statement: x - y = 5; analysis: 2 + 3 = 5, value 2 * 2 - 3 = 1.
    name: 'only fixed columns, which fit',
    program: buildProgram({
      columns: [
        [2, 2],
        [-3, -3],
      ],
      rows: [[[1, -1], exactly(5)]],
      objective: [2, 1],
    }),
    best: 1,
  },
  {
    // variables: x = 2, y = -3, both fixed; statement: x - y <= 4; analysis: 5 > 4.
    name: 'only fixed columns, which do not fit',
    program: buildProgram({
      columns: [
        [2, 2],
        [-3, -3],
      ],
      rows: [[[1, -1], atMost(4)]],
      objective: [2, 1],
    }),
    best: null,
  },
  {
    // variables: m = 1 and n = 0 fixed, a, b, c binary; statement: 7m + 9n + 4a + 3b + 2c >= 12 at cost 30, 1, 9, 6, 3;
    // analysis: 5 more are needed: b and c cost 9, a and c 12.
    name: 'fixed columns between open ones',
    program: buildProgram({
      columns: [
        [0, 1],
        [1, 1],
        [0, 1],
        [0, 0],
        [0, 1],
      ],
      rows: [[[4, 7, 3, 9, 2], atLeast(12)]],
      objective: [9, 30, 6, 1, 3],
    }),
    best: 39,
  },
  {
    // variables: x, y in 0..7; statement: 2x + 3y <= 12 and 4x + y <= 13, maximise 5x + 4y; analysis: the relaxation
    // meets at x = 2.7, y = 2.2 (22.3); whole: (3, 1) 19, (2, 2) 18, (1, 3) 17, (0, 4) 16.
    name: 'general integers',
    program: buildProgram({
      sense: 'maximise',
      columns: [
        [0, 7],
        [0, 7],
      ],
      rows: [
        [[2, 3], atMost(12)],
        [[4, 1], atMost(13)],
      ],
      objective: [5, 4],
    }),
    best: 19,
  },
  {
    // variables: x in -5..-2, y in -4..6; statement: x + 2y >= -6 and x - y >= -1, minimise 3x + y; analysis: y <= x + 1
    // and y >= (-6 - x) / 2; x = -3 gives y >= -1.5 and y <= -2: none; x = -2 gives y in -2..-1: value -6 - 2 = -8;
    // x = -4 gives y >= -1 and y <= -3: none.
    name: 'columns below zero',
    program: buildProgram({
      columns: [
        [-5, -2],
        [-4, 6],
      ],
      rows: [
        [[1, 2], atLeast(-6)],
        [[1, -1], atLeast(-1)],
      ],
      objective: [3, 1],
    }),
    best: -8,
  },
  {
    // variables: 4 in 0..100; statement: Beale's example of a simplex that cycles, in whole numbers; analysis: the
    // relaxation has its best at (1, 0, 1, 0), which is whole.
    name: 'a degenerate corner at which the simplex can cycle',
    program: buildProgram({
      sense: 'maximise',
      columns: [
        [0, 100],
        [0, 100],
        [0, 100],
        [0, 100],
      ],
      rows: [
        [[1, -32, -4, 36], atMost(0)],
        [[1, -24, -1, 6], atMost(0)],
        [[0, 0, 1, 0], atMost(1)],
      ],
      objective: [3, -80, 2, -24],
    }),
    best: 5,
  },
  {
    // variables: 6 binary; statement: every pair of neighbours sums to 1, twice over; analysis: they alternate, three
    // are 1 either way.
    name: 'rows said twice',
    program: buildProgram({
      columns: binaries(6),
      rows: [0, 1, 2, 3, 4, 0, 1, 2, 3, 4].map((i) => [
        Array.from({ length: 6 }, (_, j) => (j === i || j === i + 1 ? 1 : 0)),
        exactly(1),
      ]),
      objective: [1, 1, 1, 1, 1, 1],
    }),
    best: 3,
  },
  {
    // variables: 10 binary of equal cost and credit; statement: 3 credits each, at least 14; analysis: five of them.
    name: 'nothing but ties',
    program: buildProgram({
      columns: binaries(10),
      rows: [[Array.from({ length: 10 }, () => 3), atLeast(14)]],
      objective: Array.from({ length: 10 }, () => 8),
    }),
    best: 40,
  },
  {
    // variables: x in 0..1 000 000, z binary; statement: x <= 1 000 000 z, x >= 1, minimise z; analysis: z = 1; a z of
    // a millionth would do for a solver that lets it pass for 0.
    name: 'a switch with a large factor',
    program: buildProgram({
      columns: [
        [0, 1_000_000],
        [0, 1],
      ],
      rows: [
        [[1, 0], atLeast(1)],
        [[1, -1_000_000], atMost(0)],
      ],
      objective: [0, 1],
    }),
    best: 1,
  },
  {
    // variables: 3 binary; statement: 1 000 000a + 999 999b + 500 000c >= 1 499 999 at cost 3, 3, 1; analysis: b and c
    // make exactly that for 4; a and c make more for 4; c alone does not, a and b cost 6.
    name: 'large factors, met exactly',
    program: buildProgram({
      columns: binaries(3),
      rows: [[[1_000_000, 999_999, 500_000], atLeast(1_499_999)]],
      objective: [3, 3, 1],
    }),
    best: 4,
  },
  {
    // variables: 3 binary; statement: 1 000 000a + 999 999b + 500 000c between 1 500 001 and 1 999 998; analysis: the
    // sums are 1 500 000 (a, c), 1 499 999 (b, c), 1 999 999 (a, b): each misses by one.
    name: 'large factors that miss by one',
    program: buildProgram({
      columns: binaries(3),
      rows: [[[1_000_000, 999_999, 500_000], between(1_500_001, 1_999_998)]],
      objective: [3, 3, 1],
    }),
    best: null,
  },
  {
    // variables: x, y binary; statement: cost 999 999 against 1 000 000, one of them; analysis: one unit of difference
    // must show in a figure of a million, which a relative gap of 1e-4 would not see.
    name: 'costs that differ by a millionth',
    program: buildProgram({ columns: binaries(2), rows: [[[1, 1], atLeast(1)]], objective: [1_000_000, 999_999] }),
    best: 999_999,
  },
  {
    // variables: x, y in -1 000 000..1 000 000; statement: x + y = 1, maximise x; analysis: y = -999 999 lets x be at
    // its bound.
    name: 'wide columns',
    program: buildProgram({
      sense: 'maximise',
      columns: [
        [-1_000_000, 1_000_000],
        [-1_000_000, 1_000_000],
      ],
      rows: [[[1, 1], exactly(1)]],
      objective: [1, 0],
    }),
    best: 1_000_000,
  },
  {
    // variables: 2 mandatory units (fixed, 10 credits, 47 hours), b0 to b3 of group B with 5, 6, 7, 8 credits for 36, 44,
    // 45, 50 hours, c0 to c2 of group C with 4, 6, 5 credits for 20, 30, 36 hours; c2 is b0 listed again;
    // statement: at least 31 credits, at least 12 from B, at most 9 from C, b0 and c2 not both, least hours;
    // analysis: 21 credits are missing. An hour buys most in C (0.2 credits), then b3, b2, b0 = c2, b1. Of C at most
    // one of c1 (6) and c0 + c2 (9), since c0 + c1 is 10. With c1 15 are missing: b2 + b3 makes them, 95 + 30 = 125.
    // With c0 + c2 12 are missing from b1 to b3: 89 at least for b1 + b2, 145 together. With c0 or c2 alone or none of
    // C, 16 or more are missing: three of B, 125 at least. So 125 with the mandatory 47.
    name: 'a qualification',
    program: buildProgram(qualification(9)),
    best: 172,
  },
  {
    // variables and statement: as before, with at most 3 credits from C and at least 37 in all; analysis: none of C
    // can count, and the mandatory units with all of B come to 36.
    name: 'a qualification that cannot be met',
    program: buildProgram({
      ...qualification(3),
      rows: [...qualification(3).rows, [[5, 5, 5, 6, 7, 8, 4, 6, 5], atLeast(37)]],
    }),
    best: null,
  },
];

function qualification(mostFromC: number) {
  return {
    columns: [[1, 1], [1, 1], ...binaries(7)] as const,
    rows: [
      [[5, 5, 5, 6, 7, 8, 4, 6, 5], atLeast(31)],
      [[0, 0, 5, 6, 7, 8, 0, 0, 0], atLeast(12)],
      [[0, 0, 0, 0, 0, 0, 4, 6, 5], atMost(mostFromC)],
      [[0, 0, 1, 0, 0, 0, 0, 0, 1], atMost(1)],
    ] as const,
    objective: [27, 20, 36, 44, 45, 50, 20, 30, 36],
  };
}
