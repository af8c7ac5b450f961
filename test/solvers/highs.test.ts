import { describe, expect, it, vi } from 'vitest';
import { atLeast, atMost, type Interval } from '../../src/domain/interval.js';
import { createHighsSolver, createHighsSource, loadHighs, type HighsRuntime } from '../../src/solvers/highs.js';
import { binaries, buildProgram } from '../program/build-program.js';
import { bestByTrying } from '../program/every-point.js';

const LIMITS = { milliseconds: 5000 };

/** One of two, the cheaper: the best is 3 at (0, 1). */
const program = buildProgram({ columns: binaries(2), rows: [[[1, 1], atLeast(1)]], objective: [5, 3] });

/** What a made-up HiGHS ends with. */
interface Ending {
  readonly modelStatus: number;
  readonly primalStatus?: number;
  readonly values?: readonly number[];
  readonly bound?: number;
}

/** A runtime that ends every run in the same way, with the constants of the real one. */
async function runtimeEnding({ modelStatus, primalStatus = 0, values = [], bound = 0 }: Ending): Promise<HighsRuntime> {
  const { constants, infinity } = await loadHighs();
  const model = {
    options: { set: () => undefined },
    passModel: () => undefined,
    run: () => ({ modelStatus }),
    getSolution: () => ({ colValue: Float64Array.from(values) }),
    info: { get: (name: string) => (name === 'mip_dual_bound' ? bound : primalStatus) },
  };
  const withModel = (operation: (it: typeof model) => unknown) => operation(model);
  return { constants, infinity, withModel } as unknown as HighsRuntime;
}

/** At most one of `column` and of each of the others, among eleven columns. */
function clash(column: number, others: readonly number[]): [number[], Interval][] {
  return others.map((other) => [
    Array.from({ length: 11 }, (_, at) => Number(at === column || at === other)),
    atMost(1),
  ]);
}

function solveEnding(ending: Ending) {
  return createHighsSolver(createHighsSource(() => runtimeEnding(ending))).solve(program, LIMITS);
}

describe('the HiGHS adapter', () => {
  it.each<[string, Ending, object]>([
    ['optimal', { modelStatus: 7, values: [0, 1 - 1e-8], bound: 3 }, { status: 'optimal', point: [0, 1], value: 3 }],
    ['infeasible', { modelStatus: 8 }, { status: 'infeasible' }],
    ['infeasible or unbounded', { modelStatus: 9 }, { status: 'infeasible' }],
    ['unbounded', { modelStatus: 10 }, { status: 'failed', reason: 'HiGHS ended with model status 10' }],
    ['a solve error', { modelStatus: 4 }, { status: 'failed', reason: 'HiGHS ended with model status 4' }],
    ['the time limit, empty-handed', { modelStatus: 13, primalStatus: 1 }, { status: 'unknown', limit: 'time' }],
    [
      'the time limit, with a point',
      { modelStatus: 13, primalStatus: 2, values: [1, 0], bound: 1.2 },
      { status: 'feasible', point: [1, 0], value: 5, bound: 2 },
    ],
    [
      'the time limit, with a point and no bound',
      { modelStatus: 13, primalStatus: 2, values: [1, 0], bound: -Infinity },
      { status: 'feasible', bound: null },
    ],
    ['a fractional optimum', { modelStatus: 7, values: [0.4, 0.6], bound: 3 }, { status: 'failed' }],
    ['an optimum that breaks a row', { modelStatus: 7, values: [0, 0], bound: 0 }, { status: 'failed' }],
    ['an optimum that is not proved', { modelStatus: 7, values: [1, 0], bound: 3 }, { status: 'failed' }],
  ])('reads %s', async (_, ending, expected) => {
    expect(await solveEnding(ending)).toMatchObject({ by: 'highs', ...expected });
  });

  it('loads HiGHS once, and afresh after it has trapped', async () => {
    const runtimes = [
      () => loadHighs(),
      async () => ({
        ...(await loadHighs()),
        withModel: () => {
          throw new Error('unreachable');
        },
      }),
    ];
    const load = vi.fn<() => Promise<HighsRuntime>>(() => (runtimes.pop() ?? loadHighs)());
    const solver = createHighsSolver(createHighsSource(load));
    expect(await solver.solve(program, LIMITS)).toEqual({ by: 'highs', status: 'failed', reason: 'unreachable' });
    expect(await solver.solve(program, LIMITS)).toMatchObject({ status: 'optimal', value: 3 });
    expect(await solver.solve(program, LIMITS)).toMatchObject({ status: 'optimal', value: 3 });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('fails where HiGHS cannot be loaded, and tries again the next time', async () => {
    const load = vi.fn<() => Promise<HighsRuntime>>(loadHighs).mockRejectedValueOnce(new Error('no WebAssembly'));
    const solver = createHighsSolver(createHighsSource(load));
    expect(await solver.solve(program, LIMITS)).toMatchObject({ status: 'failed', reason: 'no WebAssembly' });
    expect(await solver.solve(program, LIMITS)).toMatchObject({ status: 'optimal' });
  });

  it('sees a millionth of a column whose factor is a million', async () => {
    const pairs = [...clash(8, [0, 1, 2, 3, 4, 5, 6, 7]), ...clash(9, [0, 5]), ...clash(10, [3, 4, 5, 6])];
    const heavy = buildProgram({
      columns: binaries(11),
      rows: [
        ...clash(0, [5]),
        ...clash(1, [3]),
        ...pairs,
        [[294000, 42000, -464000, 168000, 294000, 378000, -174000, -464000, 1102001, 0, 0], atLeast(1)],
        [[1, 1, 0, 0, 1, 1, 0, 0, 0, 2, 0], atLeast(2)],
        [[0, 0, 0, 192000, 336000, 432000, -156000, 0, 0, 0, 156001], atLeast(1)],
      ],
      objective: [189002, 27005, 2, 108000, 189006, 243006, 3, 2, 0, 0, 0],
    });
    expect(bestByTrying(heavy)).toBe(0);
    expect(await createHighsSolver().solve(heavy, LIMITS)).toMatchObject({ status: 'optimal', value: 0 });
  });

  it('is out of time when loading has taken all of it', async () => {
    const solver = createHighsSolver(createHighsSource(loadHighs));
    expect(await solver.solve(program, { milliseconds: 0 })).toEqual({ by: 'highs', status: 'unknown', limit: 'time' });
  });

  it('prints nothing', async () => {
    const written = ['log', 'info', 'warn', 'error'] as const;
    const spies = written.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined));
    const stdout = vi.spyOn(process.stdout, 'write').mockImplementation(() => true);
    const stderr = vi.spyOn(process.stderr, 'write').mockImplementation(() => true);
    await createHighsSolver(createHighsSource(loadHighs)).solve(program, LIMITS);
    const calls = [...spies, stdout, stderr].map((spy) => spy.mock.calls.length);
    vi.restoreAllMocks();
    expect(calls).toEqual([0, 0, 0, 0, 0, 0]);
  });
});
