import { describe, expect, it } from 'vitest';
import { BRUTE_FORCE } from '../../src/benchmark/contestants/brute-force.js';
import type { Contestant } from '../../src/benchmark/contestant.js';
import { SPLIT } from '../../src/benchmark/contestants/split.js';
import { IN_PROCESS } from '../../src/benchmark/contestants.js';
import { FAMILIES } from '../../src/benchmark/families.js';
import { madeUpProblem, type MadeUpUnit } from '../../src/benchmark/made-up.js';
import { runFamily } from '../../src/benchmark/run-family.js';
import type { Family } from '../../src/benchmark/task.js';

const meter = { wall: () => performance.now(), processor: () => null };

describe.each(FAMILIES.map((family) => [family.id, family] as const))('the family %s', (_, family) => {
  it('is the same each time, and grows', () => {
    const [one, two] = [family.instances(true), family.instances(true)];
    expect(two).toEqual(one);
    const sizes = family.instances(true).map(({ size }) => size);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBe(sizes.length);
  });

  it('has instances on which everybody here agrees', async () => {
    const smallest: Family = { ...family, instances: () => family.instances(true).slice(0, 1) };
    const { instances } = await runFamily(smallest, {
      contestants: IN_PROCESS,
      runs: 1,
      milliseconds: 20_000,
      quick: true,
      meter,
    });
    const verdicts = instances.flatMap(({ standings }) => standings.map(({ verdict }) => verdict.kind));
    expect(verdicts.filter((kind) => kind !== 'agrees' && kind !== 'declined')).toEqual([]);
    expect(verdicts.filter((kind) => kind === 'agrees').length).toBeGreaterThanOrEqual(2);
  });
});

describe('the contestants', () => {
  const units = Array.from({ length: 12 }, (_, index): MadeUpUnit => {
    const group = index < 6 ? 'A' : 'B';
    return { group, ref: `U ${index}`, level: 2 + (index % 3), credit: 2 + (index % 4), glh: 7 + ((index * 13) % 29) };
  });
  const problem = madeUpProblem(units, [
    'exactly 20 credits',
    'at least 8 credits from B',
    'at least 3 units at level 3',
  ]);
  const costs = units.map(({ glh }) => glh);

  it('agree with brute force on every kind of task that it answers', async () => {
    const family: Family = {
      id: 'small',
      title: '',
      statement: '',
      analysis: '',
      growsBy: 'units',
      instances: () => [
        { name: 'best', size: 1, task: { kind: 'best', problem, questions: [costs, costs.map((cost) => 40 - cost)] } },
        { name: 'count', size: 2, task: { kind: 'count', problem } },
      ],
    };
    const options = { contestants: IN_PROCESS, runs: 1, milliseconds: 20_000, quick: false, meter };
    const { instances } = await runFamily(family, options);
    const standingsOf = (at: number) =>
      Object.fromEntries(instances[at]?.standings.map((it) => [it.name, it.verdict.kind]) ?? []);
    const answers = ({ name }: Contestant): string => (name === SPLIT.name ? 'declined' : 'agrees');
    expect(standingsOf(0)).toEqual(Object.fromEntries(IN_PROCESS.map((it) => [it.name, answers(it)])));
    expect(standingsOf(1)).toMatchObject({ diagram: 'agrees', [BRUTE_FORCE.name]: 'agrees' });
  });

  it('give the k best with their ties', async () => {
    const family: Family = {
      id: 'k',
      title: '',
      statement: '',
      analysis: '',
      growsBy: 'k',
      instances: () => [{ name: 'k', size: 6, task: { kind: 'k-best', problem, costs, k: 6 } }],
    };
    const options = { contestants: IN_PROCESS, runs: 1, milliseconds: 20_000, quick: false, meter };
    const [result] = (await runFamily(family, options)).instances;
    expect(result?.answer?.split(' ')).toHaveLength(6);
    expect(result?.standings.map(({ verdict }) => verdict.kind)).toEqual([
      'agrees',
      'agrees',
      'agrees',
      'agrees',
      'declined',
      'declined',
    ]);
  });
});
