import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeMps } from '../../../src/program/formats/mps.js';
import { numberBits, writeOpb } from '../../../src/program/formats/opb.js';
import { loadHighs } from '../../../src/solvers/highs.js';
import { bestByTrying } from '../every-point.js';
import { negated, PROGRAMS } from '../small-factors.js';

describe('MPS', () => {
  it('reads back, in HiGHS, as a program with the same best value', async () => {
    const { withModel, constants } = await loadHighs();
    fc.assert(
      fc.property(PROGRAMS, (program) => {
        const best = withModel((model) => {
          model.options.set({ output_flag: false, mip_rel_gap: 0 });
          model.readModel({ format: 'mps', data: writeMps(program) });
          const { modelStatus } = model.run();
          if (modelStatus === constants.modelStatus.infeasible) return null;
          return modelStatus === constants.modelStatus.optimal ? model.getObjectiveValue() : `status ${modelStatus}`;
        });
        const value = typeof best === 'number' ? Math.round(best) : best;
        expect(value).toBe(negated(program, bestByTrying(program)));
      }),
      { numRuns: 150 },
    );
  });
});

/** A reader of OPB of the tests' own: the best value by trying every assignment. */
function bestOfOpb(text: string): number | null {
  const sumOf = (side: string): readonly (readonly [factor: number, variable: number])[] =>
    [...side.matchAll(/([+-]\d+) x(\d+)/g)].map((match) => [Number(match[1]), Number(match[2])]);
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('*'));
  const [first = '', ...constraints] = lines;
  const rows = constraints.map((line) => {
    const match = /^(.*) (>=|=) (-?\d+) ;$/.exec(line);
    if (match === null) throw new Error(`not OPB: ${line}`);
    return { terms: sumOf(match[1] ?? ''), equal: match[2] === '=', bound: Number(match[3]) };
  });
  const count = Number(/#variable= (\d+)/.exec(text)?.[1]);
  let best: number | null = null;
  for (let point = 0; point < 2 ** count; point++) {
    const value = (terms: readonly (readonly [number, number])[]): number =>
      terms.reduce((sum, [factor, variable]) => sum + factor * ((point >> (variable - 1)) & 1), 0);
    const holds = rows.every(({ terms, equal, bound }) => (equal ? value(terms) === bound : value(terms) >= bound));
    const objective = value(sumOf(first));
    if (holds && (best === null || objective < best)) best = objective;
  }
  return best;
}

describe('OPB', () => {
  it('has the same best value, but for its sign and the constant that a comment gives', () => {
    fc.assert(
      fc.property(PROGRAMS, (program) => {
        const text = writeOpb(program);
        const constant = Number(/left out below: (-?\d+)/.exec(text)?.[1] ?? 0);
        const found = bestOfOpb(text);
        expect(found === null ? null : found + constant).toBe(negated(program, bestByTrying(program)));
      }),
    );
  });

  it('numbers a variable a bit', () => {
    const bits = numberBits([
      { lower: 0, upper: 1 },
      { lower: -2, upper: 3 },
      { lower: 4, upper: 4 },
    ]);
    expect(bits.map(({ variables }) => variables.map(({ variable, worth }) => [variable, worth]))).toEqual([
      [[1, 1]],
      [
        [2, 1],
        [3, 2],
        [4, 4],
      ],
      [],
    ]);
  });
});
