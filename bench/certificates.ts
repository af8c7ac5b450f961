/**
 * Certifies the least hours of made-up qualifications of 60 to 300 units, that less than half of the hours is impossible, and
 * the answers to big random rules of every form. Prints how many are certified, why others are not, how large proofs are, and
 * how long they take to be found and to be checked once the code is warm.
 *
 *     npm run bench:certificates -- [--rules 500]
 */
import fc from 'fast-check';
import { arbitraryBigRule } from '../test/long-run/arbitrary-rule.js';
import { readCertificate } from '../src/certificate/read-certificate.js';
import { checkCertificate } from '../src/certificate/check-claim.js';
import { FAMILIES } from '../src/benchmark/families.js';
import { makeCertificate, onePart, type Certified, type ToCertify } from '../src/certificate/make-certificate.js';
import { itemAt } from '../src/domain/item-at.js';
import type { Objective } from '../src/domain/measure.js';
import type { Problem } from '../src/domain/problem.js';
import { measureSelection, objectiveValues } from '../src/domain/totals.js';
import { atMost } from '../src/domain/interval.js';
import type { Statement } from '../src/domain/statement.js';
import { EVERY_UNIT } from '../src/domain/unit-filter.js';
import { deadlineIn } from '../src/methods/deadline.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { createSolver } from '../src/solvers/create-solver.js';

const SIZES = { least: 60, most: 300 };
const A_WHILE = 20_000;
const LEAST_HOURS: Objective = { sense: 'minimise', measure: { over: 'all', quantity: 'glh' } };
const method = createProgramMethod(createSolver('highs'));

/** One certificate that was tried, with what it took, in milliseconds. */
interface Tried {
  readonly name: string;
  readonly made: Certified;
  readonly producing: number;
  readonly checking: number;
}

type Kind = 'made-up' | 'random';
const tried: Record<Kind, Tried[]> = { 'made-up': [], random: [] };
const undecided: Record<Kind, number> = { 'made-up': 0, random: 0 };

async function certify(
  kind: Kind,
  name: string,
  problem: Problem,
  statements: readonly Statement[],
  claim: ToCertify,
): Promise<void> {
  const start = performance.now();
  const made = makeCertificate(problem, statements, onePart(claim));
  const producing = performance.now() - start;
  const checking = made.certified ? timed(() => checkCertificate(readCertificate(made.text))) : 0;
  tried[kind].push({ name, made, producing, checking });
  if (!made.certified) console.log(`${name}: not certified: ${made.why}`);
  else if (kind === 'made-up') console.log(`${name}: certified, ${made.leaves} leaves, ${bytesOf(made.text)} bytes`);
}

/** The shortest of a few runs. */
function timed(work: () => unknown): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

/** What a proof takes: its trees, and its counters where there are any. */
function bytesOf(text: string): number {
  const { counters, proofs } = JSON.parse(text) as { counters: unknown[][]; proofs: unknown };
  const used = counters.some((sets) => sets.length > 0);
  return JSON.stringify(proofs).length + (used ? JSON.stringify(counters).length : 0);
}

function atMostHours(hours: number): Statement {
  return { kind: 'amount', quantity: 'glh', filter: EVERY_UNIT, interval: atMost(hours), source: { option: 'bench' } };
}

for (const family of FAMILIES) {
  for (const { name, size, task } of family.instances(false)) {
    if (task.kind !== 'best' || size < SIZES.least || size > SIZES.most) continue;
    const { problem } = task;
    const found = await method.best(problem, [LEAST_HOURS], deadlineIn(A_WHILE));
    if (found.status !== 'optimal') {
      undecided['made-up'] += 1;
      continue;
    }
    const hours = measureSelection(problem, found.selection, LEAST_HOURS.measure);
    const objectives = [{ ...LEAST_HOURS, value: hours }];
    const title = `${family.id}, ${name}`;
    const best: ToCertify = { kind: 'optimal', selection: found.selection, objectives };
    await certify('made-up', `${title}, least hours`, problem, problem.conditions, best);
    const statements = [...problem.conditions, atMostHours(Math.floor(hours / 2))];
    await certify('made-up', `${title}, half of them`, problem, statements, { kind: 'infeasible' });
  }
}

const rules = Number(process.argv[process.argv.indexOf('--rules') + 1]) || 500;
for (const [at, { problem, objectives }] of fc.sample(arbitraryBigRule(), { numRuns: rules, seed: 31 }).entries()) {
  const found = await method.best(problem, objectives, deadlineIn(A_WHILE));
  const name = `random rule ${at + 1}, ${problem.entries.length} entries`;
  if (found.status === 'infeasible') await certify('random', name, problem, problem.conditions, { kind: 'infeasible' });
  else if (found.status === 'optimal') {
    const values = objectiveValues(problem, found.selection, objectives);
    const valued = objectives.map((objective, index) => ({ ...objective, value: itemAt(values, index) }));
    const best: ToCertify = { kind: 'optimal', selection: found.selection, objectives: valued };
    await certify('random', name, problem, problem.conditions, best);
  } else undecided.random += 1;
}

/** The middle, the 95th of a hundred, and the largest. */
function spread(values: readonly number[], digits: number): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): string => itemAt(sorted, Math.floor(share * (sorted.length - 1))).toFixed(digits);
  return sorted.length === 0 ? '-' : [at(0.5), at(0.95), at(1)].join(' / ');
}

console.table(
  Object.fromEntries(
    (['made-up', 'random'] as const).map((kind) => {
      const done = tried[kind].flatMap(({ made }) => (made.certified ? [bytesOf(made.text)] : []));
      return [
        kind,
        {
          certified: `${done.length} of ${tried[kind].length}`,
          'without a proved answer': undecided[kind],
          'over 10 kB': done.filter((bytes) => bytes > 10_000).length,
          'bytes (median / 95% / most)': spread(done, 0),
          'found in ms': spread(
            tried[kind].map(({ producing }) => producing),
            1,
          ),
          'checked in ms': spread(
            tried[kind].map(({ checking }) => checking),
            1,
          ),
        },
      ];
    }),
  ),
);
