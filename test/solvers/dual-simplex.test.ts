import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../src/domain/item-at.js';
import { createHighsSource, loadHighs } from '../../src/solvers/highs.js';
import { DualSimplex, type Bounds, type WholeRow } from '../../src/solvers/dual-simplex.js';

const SOURCE = createHighsSource(loadHighs);
const COLUMNS = 5;
const row = fc.record({
  terms: fc
    .uniqueArray(fc.tuple(fc.nat(COLUMNS - 1), fc.integer({ min: -9, max: 9 })), { selector: ([column]) => column })
    .map((terms): WholeRow['terms'] => terms.map(([column, factor]) => [column, BigInt(factor)])),
  plus: fc.integer({ min: -8, max: 25 }).map(BigInt),
});
const box = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: COLUMNS, maxLength: COLUMNS }).map((bounds) => ({
  low: bounds.map(([low]) => low),
  top: bounds.map(([low, more]) => low + more),
}));
const rows = fc.array(row, { minLength: 2, maxLength: 8 });

/** The most that the last row can be where the others are met, as HiGHS says; null where they cannot be. */
async function mostOf(all: readonly WholeRow[], { low, top }: Bounds): Promise<number | null> {
  const { constants, infinity, withModel } = await SOURCE.get();
  const factorsOf = ({ terms }: WholeRow): number[] =>
    low.map((_, column) => Number(terms.find(([it]) => it === column)?.[1] ?? 0n));
  const [aim, others] = [itemAt(all, all.length - 1), all.slice(0, -1)];
  return withModel((model) => {
    model.options.set({ output_flag: false });
    model.passModel({
      numCols: COLUMNS,
      numRows: others.length,
      sense: constants.objectiveSense.maximize,
      offset: Number(aim.plus),
      colCost: factorsOf(aim),
      colLower: [...low],
      colUpper: [...top],
      rowLower: others.map(({ plus }) => -Number(plus)),
      rowUpper: others.map(() => infinity),
      matrix: {
        format: 'csr',
        numRows: others.length,
        numCols: COLUMNS,
        starts: [...others.keys(), others.length].map((it) => it * COLUMNS),
        indices: others.flatMap(() => [...low.keys()]),
        values: others.flatMap(factorsOf),
      },
    });
    return model.run().modelStatus === constants.modelStatus.optimal
      ? valueAt(aim, [...model.getSolution().colValue])
      : null;
  });
}

/** The most that rows come to within bounds when each is taken as often as its weight. */
function mostOfSum(all: readonly WholeRow[], weights: readonly number[], { low, top }: Bounds): number {
  const factors = low.map(() => 0);
  let most = 0;
  for (const [at, { terms, plus }] of all.entries()) {
    most += itemAt(weights, at) * Number(plus);
    for (const [column, factor] of terms)
      factors[column] = itemAt(factors, column) + itemAt(weights, at) * Number(factor);
  }
  return factors.reduce((sum, factor, column) => sum + factor * itemAt(factor > 0 ? top : low, column), most);
}

function valueAt({ terms, plus }: WholeRow, point: readonly number[]): number {
  return terms.reduce((sum, [column, factor]) => sum + Number(factor) * itemAt(point, column), Number(plus));
}

/** What is wrong with what a table says once it is solved, beside HiGHS and by itself; and whether it was refuted. */
async function judge(
  table: DualSimplex,
  all: readonly WholeRow[],
  bounds: Bounds,
): Promise<readonly [string, boolean]> {
  const standing = table.solve();
  const most = await mostOf(all, bounds);
  if (standing === 'refuted') {
    if (most !== null && most > 1e-6) return ['HiGHS finds a point', true];
    return [mostOfSum(all, table.weights(), bounds) < 0 ? '' : 'its weights refute nothing', true];
  }
  if (standing === 'unknown' || most === null || Math.abs(most - table.most) > 1e-5)
    return ['HiGHS says otherwise', false];
  const point = table.point();
  const isMet = all.slice(0, -1).every((it) => valueAt(it, point) > -1e-5);
  const isAt = Math.abs(valueAt(itemAt(all, all.length - 1), point) - most) < 1e-5;
  const isWithin = point.every(
    (value, column) => value > itemAt(bounds.low, column) - 1e-6 && value < itemAt(bounds.top, column) + 1e-6,
  );
  return [isMet && isAt && isWithin ? '' : 'its point is not what it says', false];
}

describe('the dual simplex method', () => {
  it('says what HiGHS says, at a point that comes to it or with weights that refute it, and goes on so', async () => {
    let [refuted, open] = [0, 0];
    const hold = async (table: DualSimplex, all: readonly WholeRow[], bounds: Bounds): Promise<void> => {
      const [wrong, isRefuted] = await judge(table, all, bounds);
      expect(wrong).toBe('');
      if (isRefuted) refuted += 1;
      else open += 1;
    };
    await fc.assert(
      fc.asyncProperty(rows, box, fc.nat(COLUMNS - 1), fc.boolean(), async (all, bounds, column, isLow) => {
        const table = DualSimplex.of(all, all.length - 1, bounds);
        await hold(table, all, bounds);
        const [low, top] = [itemAt(bounds.low, column), itemAt(bounds.top, column)];
        if (low === top) return;
        const [least, greatest] = isLow ? [low, low] : [low + 1, top];
        const narrow = { low: bounds.low.with(column, least), top: bounds.top.with(column, greatest) };
        await hold(table.narrowed(column, least, greatest), all, narrow);
      }),
      { numRuns: 300 },
    );
    expect(Math.min(refuted, open)).toBeGreaterThan(100);
  });
});
