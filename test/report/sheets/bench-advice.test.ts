import { describe, expect, it } from 'vitest';
import type { BenchDocument, BenchInstanceDocument, SpreadDocument } from '../../../src/report/documents/bench.js';
import { adviceParts } from '../../../src/report/sheets/bench-advice.js';

const taking = (median: number): SpreadDocument => ({ median, least: median, most: median, spread: 0 });

/** An instance on which solvers took so long for one question and for each next one; null for one without times. */
function instance(
  size: number,
  times: Readonly<Record<string, readonly [one: number, next?: number] | null>>,
): BenchInstanceDocument {
  return {
    name: `${size}`,
    size,
    answer: '1',
    solvers: Object.entries(times).map(([solver, took]) => ({
      solver,
      verdict: took === null ? 'limit' : 'agrees',
      why: null,
      questions: 1,
      milliseconds:
        took === null
          ? null
          : {
              build: taking(0),
              first: taking(0),
              check: taking(0),
              processor: null,
              cold: 0,
              one: taking(took[0]),
              next: took[1] === undefined ? null : taking(took[1]),
              nextChecked: took[1] === undefined ? null : taking(took[1]),
            },
    })),
  };
}

function rowsOf(...instances: readonly BenchInstanceDocument[]): readonly (readonly unknown[])[] {
  const family = {
    id: 'f',
    title: 'Plain',
    statement: '',
    analysis: '',
    growsBy: 'units',
    instances,
    one: [],
    next: [],
  };
  const parts = adviceParts({ families: [family] } as unknown as BenchDocument);
  return parts.flatMap((part) => (part.kind === 'table' ? part.rows : []));
}

describe('which solver to use when', () => {
  it('names the fastest by size, and those that a run does not tell apart together', () => {
    const rows = rowsOf(
      instance(300, { a: [90], b: [30] }),
      instance(30, { a: [10], b: [50] }),
      instance(45, { a: [12], b: [60], c: [14] }),
      instance(75, { a: [12], b: [61], c: [14.5] }),
    );
    expect(rows.map((row) => row.slice(2))).toEqual([
      ['30 units', 'a'],
      ['45 units', 'a, c'],
      ['75 units', 'a'],
      ['300 units', 'b'],
    ]);
  });

  it('joins sizes with the same answer, and tells next questions apart from the first', () => {
    const rows = rowsOf(instance(10, { a: [1, 9], b: [5, 2] }), instance(20, { a: [1, 9], b: [5, 2] }));
    expect(rows.map((row) => row.slice(1))).toEqual([
      ['one question, everything included', '10 to 20 units', 'a'],
      ['each next question of one rule', '10 to 20 units', 'b'],
    ]);
  });

  it('says nothing where nobody has times', () => {
    expect(rowsOf(instance(10, { a: null }))).toEqual([]);
    expect(rowsOf(instance(10, { a: null }), instance(20, { a: null, b: [3] })).map((row) => row.slice(2))).toEqual([
      ['20 units', 'b'],
    ]);
  });
});
