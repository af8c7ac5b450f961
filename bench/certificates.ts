/**
 * Certifies the least hours of made-up qualifications of 60 to 300 units, and that less than half of the hours is
 * impossible: how many are certified, why others are not, and how large the proofs are.
 *
 *     npm run bench:certificates
 */
import { FAMILIES } from '../src/benchmark/families.js';
import { makeCertificate, onePart, type Certified } from '../src/certificate/make-certificate.js';
import type { Objective } from '../src/domain/measure.js';
import type { Problem } from '../src/domain/problem.js';
import { measureSelection } from '../src/domain/totals.js';
import { atMost } from '../src/domain/interval.js';
import type { Statement } from '../src/domain/statement.js';
import { EVERY_UNIT } from '../src/domain/unit-filter.js';
import { deadlineIn } from '../src/methods/deadline.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { createSolver } from '../src/solvers/create-solver.js';

const SIZES = { least: 60, most: 300 };
const A_WHILE = 60_000;
const LEAST_HOURS: Objective = { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } };
const method = createProgramMethod(createSolver('highs'));

async function certifyLeast(problem: Problem): Promise<{ readonly hours: number; readonly made: Certified } | null> {
  const found = await method.best(problem, [LEAST_HOURS], deadlineIn(A_WHILE));
  if (found.status !== 'optimal') return null;
  const hours = measureSelection(problem, found.selection, LEAST_HOURS.measure);
  const objectives = [{ ...LEAST_HOURS, value: hours }];
  const parts = onePart({ kind: 'optimal', selection: found.selection, objectives });
  return { hours, made: await makeCertificate(problem, problem.conditions, parts) };
}

function atMostHours(hours: number): Statement {
  return { kind: 'amount', quantity: 'glh', filter: EVERY_UNIT, interval: atMost(hours), source: { option: 'bench' } };
}

function tell(name: string, made: Certified): void {
  const size = made.certified ? JSON.stringify((JSON.parse(made.text) as { proofs: unknown }).proofs).length : 0;
  console.log(
    `${name}: ${made.certified ? `certified, ${made.leaves} leaves, ${size} bytes` : `not certified: ${made.why}`}`,
  );
}

for (const family of FAMILIES) {
  for (const { name, size, task } of family.instances(false)) {
    if (task.kind !== 'best' || size < SIZES.least || size > SIZES.most) continue;
    const least = await certifyLeast(task.problem);
    if (least === null) {
      console.log(`${family.id}, ${name}: no proved answer to certify`);
      continue;
    }
    tell(`${family.id}, ${name}, least hours`, least.made);
    const statements = [...task.problem.conditions, atMostHours(Math.floor(least.hours / 2))];
    tell(
      `${family.id}, ${name}, half of them`,
      await makeCertificate(task.problem, statements, onePart({ kind: 'infeasible' })),
    );
  }
}
