import { describe, expect, it } from 'vitest';
import { DIAGRAM } from '../../src/benchmark/contestants/diagram.js';
import { YALPS } from '../../src/benchmark/contestants/yalps.js';
import { runFamily } from '../../src/benchmark/run-family.js';
import { madeUpProblem } from '../../src/benchmark/made-up.js';
import type { Family, Task } from '../../src/benchmark/task.js';
import { installedContestants } from '../../src/node/contestants/installed.js';
import { processorTime } from '../../src/node/processor-time.js';

const INSTALLED = installedContestants();

const KNOWN = ['glpsol', 'cbc', 'minizinc-gecode', 'highs-native', 'scip', 'cp-sat', 'clingo'];

const UNITS = Array.from({ length: 10 }, (_, index) => {
  return {
    group: index < 5 ? 'A' : 'B',
    ref: `U ${index}`,
    level: 2 + (index % 3),
    credit: 3 + (index % 4),
    glh: 9 + 7 * index,
  };
});

/** A rule whose program has indicators besides the units, which are not to be counted. */
const PROBLEM = madeUpProblem(UNITS, [
  'at least 18 credits',
  { 'any of': ['at least 3 units from B', 'at most 9 credits from A'] },
  'at least 2 units at level 3',
]);

const IMPOSSIBLE = madeUpProblem(UNITS, ['at least 18 credits', 'at most 17 credits from A or B']);

const COSTS = UNITS.map(({ glh }) => glh);

const TASKS: readonly (readonly [string, Task])[] = [
  ['two questions', { kind: 'best', problem: PROBLEM, questions: [COSTS, COSTS.map((cost) => 80 - cost)] }],
  ['a rule without pathways', { kind: 'best', problem: IMPOSSIBLE, questions: [COSTS] }],
  ['a count', { kind: 'count', problem: PROBLEM }],
  [
    'a program that maximises, with columns of several values',
    {
      kind: 'program',
      program: {
        sense: 'maximise',
        columns: [
          { lower: 0, upper: 7 },
          { lower: 2, upper: 9 },
        ],
        rows: [
          {
            terms: [
              { column: 0, factor: 3 },
              { column: 1, factor: 2 },
            ],
            interval: { min: 5, max: 24 },
          },
        ],
        objective: {
          terms: [
            { column: 0, factor: 5 },
            { column: 1, factor: 3 },
          ],
          constant: 0,
        },
      },
    },
  ],
];

describe.each(KNOWN)('%s', (name) => {
  const contestant = INSTALLED.find((it) => it.name === name);

  it.skipIf(contestant === undefined)(
    `answers as we do (needs ${name})`,
    async () => {
      const family: Family = {
        id: 'f',
        title: '',
        statement: '',
        analysis: '',
        growsBy: '',
        instances: () => TASKS.map(([words, task], size) => ({ name: words, size, task })),
      };
      const { instances } = await runFamily(family, {
        contestants: [DIAGRAM, YALPS, ...(contestant === undefined ? [] : [contestant])],
        runs: 1,
        milliseconds: 30_000,
        quick: false,
        meter: { wall: () => performance.now(), processor: processorTime },
      });
      const own = instances.map(({ standings }) => standings.find((it) => it.name === name)?.verdict.kind);
      const expected = TASKS.map(([, { kind }]) =>
        (kind === 'count') === (name === 'clingo') ? 'agrees' : 'declined',
      );
      expect(own).toEqual(expected);
    },
    60_000,
  );
});

describe('processorTime', () => {
  it('grows with work', () => {
    const before = processorTime();
    const start = performance.now();
    while (performance.now() - start < 50);
    const after = processorTime();
    expect(before === null || (after ?? 0) > before).toBe(true);
  });
});
