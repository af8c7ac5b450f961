import { describe, expect, it } from 'vitest';
import type { Contestant } from '../../src/benchmark/contestant.js';
import { runFamily, type FamilyResult, type RunOptions } from '../../src/benchmark/run-family.js';
import { madeUpProblem } from '../../src/benchmark/made-up.js';
import type { Family, Instance, Reply } from '../../src/benchmark/task.js';

const UNITS = [10, 20, 30].map((glh, index) => ({ group: 'A', ref: `U ${index}`, level: 3, credit: 5, glh }));

const PROBLEM = madeUpProblem(UNITS, ['at least 10 credits']);

const instance = (size: number, known?: string): Instance => ({
  name: `size ${size}`,
  size,
  task: {
    kind: 'best',
    problem: PROBLEM,
    questions: [
      [10, 20, 30],
      [30, 20, 10],
      [1, 1, 1],
    ],
  },
  ...(known === undefined ? {} : { known }),
});

const FAMILY: Family = {
  id: 'f',
  title: 'F',
  statement: 's',
  analysis: 'a',
  growsBy: 'units',
  instances: () => [instance(1), instance(2)],
};

const BEST: readonly Reply[] = [
  { status: 'best', value: 30, selection: [0, 1] },
  { status: 'best', value: 30, selection: [1, 2] },
  { status: 'best', value: 2, selection: [0, 1] },
];

interface Script {
  readonly replies?: readonly Reply[];
  readonly mostQuestions?: number;
  readonly isProcess?: boolean;
  readonly seconds?: number;
}

/** Clocks that stand still unless a contestant moves them, and everything that was asked. */
function stage(scripts: Readonly<Record<string, Script>>) {
  let now = 0;
  const asked: string[] = [];
  const contestants = Object.entries(scripts).map(([name, script]): Contestant => {
    const { replies = BEST, mostQuestions = Infinity, isProcess = false, seconds = 1 } = script;
    return {
      name,
      about: '',
      isProcess,
      mostQuestions,
      declines: () => null,
      prepare: () => {
        now += 1;
        return {
          solve: (question) => {
            now += seconds;
            asked.push(`${name}${question}`);
            return replies[question] ?? { status: 'failed', why: 'no reply' };
          },
        };
      },
    };
  });
  const run = (options: Partial<RunOptions> = {}): Promise<FamilyResult> =>
    runFamily(FAMILY, {
      contestants,
      runs: 2,
      milliseconds: 1000,
      quick: false,
      meter: { wall: () => now, processor: () => 2 * now },
      ...options,
    });
  return { asked, run };
}

const verdictsOf = ({ instances }: FamilyResult): unknown =>
  instances.map(({ standings }) => standings.map(({ verdict, times }) => [verdict.kind, times !== null]));

describe('runFamily', () => {
  it('times building, the first and each next question apart, per question', async () => {
    const { instances } = await stage({ a: { seconds: 5 } }).run();
    const times = instances[0]?.standings[0]?.times;
    expect([times?.build.median, times?.first.median, times?.next?.median, times?.one.median]).toEqual([1, 5, 5, 6]);
    expect(times?.processor?.median).toBe(2 * (1 + 3 * 5));
  });

  it('has everyone take turns, and somebody else begin each round', async () => {
    const { asked, run } = stage({ a: { mostQuestions: 1 }, b: { mostQuestions: 1 } });
    await run();
    expect(asked.slice(0, 6)).toEqual(['a0', 'b0', 'a0', 'b0', 'b0', 'a0']);
  });

  it('asks as many questions as a contestant takes', async () => {
    const { instances } = await stage({ a: {}, b: { mostQuestions: 2 } }).run();
    expect(instances[0]?.standings.map(({ questions }) => questions)).toEqual([3, 2]);
  });

  it('gives no time to who is wrong, whether the evaluator says so or a better pathway does', async () => {
    const refused: readonly Reply[] = [{ status: 'best', value: 10, selection: [0] }];
    const worse: readonly Reply[] = [{ status: 'best', value: 40, selection: [0, 2] }];
    const miscounted: readonly Reply[] = [{ status: 'best', value: 29, selection: [0, 1] }];
    const one = { mostQuestions: 1 };
    const result = await stage({
      right: one,
      refused: { ...one, replies: refused },
      worse: { ...one, replies: worse },
      miscounted: { ...one, replies: miscounted },
    }).run();
    const expected = [
      ['agrees', true],
      ['wrong', false],
      ['wrong', false],
      ['wrong', false],
    ];
    expect(verdictsOf(result)).toEqual([expected, expected]);
  });

  it('does not ask again who came to the limit on a smaller one', async () => {
    const { asked, run } = stage({ a: {}, slow: { replies: [{ status: 'limit' }] } });
    const result = await run();
    expect(verdictsOf(result)).toEqual([
      [
        ['alone', true],
        ['limit', false],
      ],
      [
        ['alone', true],
        ['left out', false],
      ],
    ]);
    expect(asked.filter((it) => it.startsWith('slow'))).toEqual(['slow0']);
  });

  it('asks processes about the first instance only in a quick run', async () => {
    const { asked, run } = stage({ a: {}, p: { isProcess: true, mostQuestions: 1 } });
    await run({ quick: true });
    expect(asked.filter((it) => it.startsWith('p'))).toHaveLength(3);
  });

  it('calls an answer wrong that changes from one run to the next', async () => {
    let turn = 0;
    const fickle: Contestant = {
      name: 'fickle',
      about: '',
      isProcess: false,
      mostQuestions: 1,
      declines: () => null,
      prepare: () => ({
        solve: () => ({
          status: 'best',
          ...(turn++ % 2 === 0 ? { value: 30, selection: [0, 1] } : { value: 40, selection: [0, 2] }),
        }),
      }),
    };
    const { instances } = await stage({}).run({ contestants: [fickle] });
    expect(instances[0]?.standings[0]?.verdict).toMatchObject({
      kind: 'wrong',
      why: expect.stringContaining('later') as string,
    });
  });
});
