import { compile } from '../../src/compile/compile.js';
import type { Joint, Taker } from '../../src/delivery/joint.js';
import type { Share } from '../../src/delivery/split/prove.js';
import type { LinearProgram } from '../../src/program/linear-program.js';
import type { Solver } from '../../src/solvers/solver.js';

/**
 * Re-does a bound by shares of hours without any diagram: the least shares of a pathway of each qualification by the
 * solver, added up; null where a question was not answered.
 */
export async function confirmShares(joint: Joint, shares: readonly Share[], solver: Solver): Promise<number | null> {
  let sum = 0;
  for (const [at, taker] of joint.takers.entries()) {
    const own = new Map(shares.filter((it) => it.taker === at).map(({ unit, share }) => [unit, share]));
    const outcome = await solver.solve(programOf(taker, own), { milliseconds: 10_000 });
    if (outcome.status !== 'optimal') return null;
    sum += outcome.value;
  }
  return sum;
}

/** The least of what one qualification is charged for its units; what it is not charged for costs it nothing. */
function programOf({ problem, units }: Taker, charged: ReadonlyMap<number, number>): LinearProgram {
  const program = compile(problem, { sense: 'minimise', terms: [] });
  const terms = problem.entries.flatMap(({ index }) => {
    const factor = charged.get(units[index] ?? -1) ?? 0;
    return factor === 0 ? [] : [{ column: index, factor }];
  });
  return { ...program, objective: { terms, constant: 0 } };
}
