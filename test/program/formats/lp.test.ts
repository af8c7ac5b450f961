import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, between, exactly } from '../../../src/domain/interval.js';
import { writeLp } from '../../../src/program/formats/lp.js';
import { loadHighs } from '../../../src/solvers/highs.js';
import { arbitraryProgram } from '../arbitrary-program.js';
import { buildProgram } from '../build-program.js';
import { bestByTrying } from '../every-point.js';

describe('writeLp', () => {
  it('writes every kind of row, bound and column', () => {
    const text = writeLp(
      buildProgram({
        sense: 'maximise',
        columns: [
          [0, 1],
          [-3, 5],
          [2, 2],
        ],
        rows: [
          [[1, -2, 0], atLeast(-4)],
          [[1, 0, 1], between(1, 3)],
          [[0, 0, 0], exactly(0)],
          [[0, 3, 0], atMost(9)],
          [[1, 1, 1], { min: null, max: null }],
        ],
        objective: [4, -1, 0],
        constant: -6,
      }),
    );
    expect(text.split('\n')).toEqual([
      'Maximize',
      ' obj: + 4 x0 - 1 x1 - 6 x3',
      'Subject To',
      ' r0: + 1 x0 - 2 x1 >= -4',
      ' r1_min: + 1 x0 + 1 x2 >= 1',
      ' r1_max: + 1 x0 + 1 x2 <= 3',
      ' r2: 0 x0 = 0',
      ' r3: + 3 x1 <= 9',
      'Bounds',
      ' 0 <= x0 <= 1',
      ' -3 <= x1 <= 5',
      ' x2 = 2',
      ' x3 = 1',
      'General',
      ' x1 x2 x3',
      'Binary',
      ' x0',
      'End',
      '',
    ]);
  });

  it('breaks long sums', () => {
    const text = writeLp(buildProgram({ columns: Array.from({ length: 100 }, () => [0, 1] as const) }));
    const wide = writeLp(
      buildProgram({
        columns: Array.from({ length: 100 }, () => [0, 1] as const),
        rows: [[Array.from({ length: 100 }, () => 1_000_000), atMost(1)]],
      }),
    );
    for (const line of `${text}${wide}`.split('\n')) expect(line.length).toBeLessThan(200);
  });

  it('reads back, in HiGHS, as a program with the same best value', async () => {
    const { withModel, constants } = await loadHighs();
    fc.assert(
      fc.property(arbitraryProgram({ maxColumns: 6 }), (program) => {
        const best = withModel((model) => {
          model.options.set({ output_flag: false, mip_rel_gap: 0 });
          model.readModel({ format: 'lp', data: writeLp(program) });
          const { modelStatus } = model.run();
          if (modelStatus === constants.modelStatus.infeasible) return null;
          return modelStatus === constants.modelStatus.optimal
            ? Math.round(model.getObjectiveValue())
            : `status ${modelStatus}`;
        });
        expect(best).toBe(bestByTrying(program));
      }),
      { numRuns: 150 },
    );
  });
});
