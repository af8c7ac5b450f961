import fc from 'fast-check';
import { makeCertificate, onePart, type Certified } from '../../src/certificate/make-certificate.js';
import { holds, type Claim } from '../../src/certificate/check.js';
import { readCertificate } from '../../src/certificate/read-certificate.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { bestByBruteForce } from './agreement.js';
import { everyPathway } from './brute-force.js';
import { smallProblem, type BriefUnit } from './small-qualification.js';

/** The certificate of what brute force finds: the best pathway, or that there is none. */
export async function certifyBest(problem: Problem, objectives: readonly Objective[]): Promise<Certified> {
  const best = bestByBruteForce(problem, objectives);
  if (best === null) return makeCertificate(problem, problem.conditions, onePart({ kind: 'infeasible' }));
  const selection = everyPathway(problem).find(
    (pathway) => String(objectiveValues(problem, pathway, objectives)) === String(best),
  );
  if (selection === undefined) throw new Error('the best is that of some pathway');
  const valued = objectives.map((objective, at) => ({ ...objective, value: best[at] ?? Number.NaN }));
  return makeCertificate(problem, problem.conditions, onePart({ kind: 'optimal', selection, objectives: valued }));
}

/** Rules whose exact sums mostly need a proof that branches. */
export function arbitraryKnapsack(): fc.Arbitrary<Problem> {
  const unit = fc.tuple(fc.integer({ min: 3, max: 14 }), fc.integer({ min: 10, max: 60 }));
  return fc
    .record({ units: fc.array(unit, { minLength: 6, maxLength: 8 }), credits: fc.integer({ min: 15, max: 45 }) })
    .map(({ units, credits }) =>
      smallProblem(
        units.map(([credit, glh], at): BriefUnit => [at % 2 === 0 ? 'A' : 'B', `U${at + 1}`, 3, credit, glh]),
        [`exactly ${credits} credits`, 'at least 1 unit from A', 'at most 3 units from B'],
      ),
    );
}

/** The one claim of a certificate, which trees prove. */
export function claimOf(text: string): Claim {
  const [claim] = readCertificate(text).claims;
  if (claim?.kind !== 'tree') throw new Error('the certificate has no claim that trees prove');
  return claim.claim;
}

/** Whether a claim is true, by trying every selection of its entries. */
export function isTrue(claim: Claim): boolean {
  const { kind, size, once, rule, objectives, pathways } = claim;
  const values = (counted: ReadonlySet<number>): readonly bigint[] =>
    objectives.map(({ terms, plus }) =>
      terms.reduce((sum, [column, factor]) => (counted.has(column) ? sum + factor : sum), plus),
    );
  const meets = (counted: ReadonlySet<number>): boolean =>
    once.every((set) => set.filter((column) => counted.has(column)).length <= 1) &&
    rule.every((formula) => holds(formula, counted));
  const found: ReadonlySet<number>[] = [];
  for (let bits = 0; bits < 1 << size; bits++) {
    const counted = new Set(Array.from({ length: size }, (_, at) => at).filter((at) => (bits & (1 << at)) !== 0));
    if (meets(counted)) found.push(counted);
  }
  if (kind === 'infeasible') return found.length === 0;
  if (kind === 'optimal') {
    const listed = pathways.length <= 1 && pathways.every((it) => meets(new Set(it)) && isNought(values(new Set(it))));
    return listed && found.every((counted) => !isBetter(values(counted)));
  }
  const unitsOf = (counted: ReadonlySet<number>): string =>
    once.flatMap((set, unit) => (set.some((column) => counted.has(column)) ? [unit] : [])).join();
  const units = new Set(pathways.map((it) => unitsOf(new Set(it))));
  return found.every((counted) => values(counted).some((gap) => gap < 0n) || units.has(unitsOf(counted)));
}

function isNought(gaps: readonly bigint[]): boolean {
  return gaps.every((gap) => gap === 0n);
}

/** Whether the first value that differs from what is claimed is better. */
function isBetter(gaps: readonly bigint[]): boolean {
  const first = gaps.find((gap) => gap !== 0n);
  return first !== undefined && first > 0n;
}
