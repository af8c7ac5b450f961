import { describe, expect, it } from 'vitest';
import { judge, type Said, type Verdict } from '../../src/benchmark/judge.js';
import type { Reply, Task } from '../../src/benchmark/task.js';

const MINIMISE: Task = {
  kind: 'program',
  program: { sense: 'minimise', columns: [], rows: [], objective: { terms: [], constant: 0 } },
};

const MAXIMISE: Task = { ...MINIMISE, program: { ...MINIMISE.program, sense: 'maximise' } };

const point = (value: number): Reply => ({ status: 'point', value, point: [] });
const number = (value: bigint): Reply => ({ status: 'number', number: value });

const said = (name: string, ...replies: readonly Reply[]): Said => ({ name, replies, fault: null });

const kinds = (verdicts: ReadonlyMap<string, Verdict>): Record<string, string> =>
  Object.fromEntries([...verdicts].map(([name, { kind }]) => [name, kind]));

describe('judge', () => {
  it('lets those stand who say the same', () => {
    expect(kinds(judge(MINIMISE, [said('a', point(3)), said('b', point(3))], undefined))).toEqual({
      a: 'agrees',
      b: 'agrees',
    });
  });

  it('calls whoever is beaten by a checked witness wrong, and the other right', () => {
    const both = [said('a', point(3)), said('b', point(4))];
    expect(kinds(judge(MINIMISE, both, undefined))).toEqual({ a: 'agrees', b: 'wrong' });
    expect(kinds(judge(MAXIMISE, both, undefined))).toEqual({ a: 'wrong', b: 'agrees' });
  });

  it('calls a denial wrong where there is a witness', () => {
    const verdicts = judge(MINIMISE, [said('a', point(3)), said('b', { status: 'infeasible' })], undefined);
    expect(kinds(verdicts)).toEqual({ a: 'agrees', b: 'wrong' });
  });

  it('takes no side between numbers that nobody can check', () => {
    expect(kinds(judge(MINIMISE, [said('a', number(3n)), said('b', number(4n))], undefined))).toEqual({
      a: 'disputed',
      b: 'disputed',
    });
  });

  it('holds everyone to what is known, and nobody against one that has a fault of its own', () => {
    const wrong: Said = { name: 'c', replies: [point(1)], fault: 'it names a selection that the evaluator refuses' };
    expect(kinds(judge(MINIMISE, [said('a', point(3)), said('b', point(4)), wrong], '3'))).toEqual({
      a: 'agrees',
      b: 'wrong',
      c: 'wrong',
    });
  });

  it('compares as many questions as both were asked', () => {
    const verdicts = judge(
      MINIMISE,
      [said('a', point(1), point(5)), said('b', point(1)), said('c', point(1), point(4))],
      undefined,
    );
    expect(kinds(verdicts)).toEqual({ a: 'wrong', b: 'agrees', c: 'agrees' });
  });

  it('tells who is alone, late or failed', () => {
    const verdicts = judge(
      MINIMISE,
      [said('a', point(1)), said('b', { status: 'limit' }), said('c', point(1), { status: 'failed', why: 'x' })],
      undefined,
    );
    expect(kinds(verdicts)).toEqual({ a: 'alone', b: 'limit', c: 'failed' });
  });
});
