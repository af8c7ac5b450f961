import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { faultOfDiagram, NEVER, type Diagram, type DiagramQuestion } from '../../src/certificate/check-diagram.js';
import { Drawn } from '../../src/certificate/diagram-claims.js';
import { makeCertificate, onePart } from '../../src/certificate/make-certificate.js';
import { readCertificate } from '../../src/certificate/read-certificate.js';
import { countPaths } from '../../src/certificate/sweep-diagram.js';
import { verifyCertificate } from '../../src/certificate/verify.js';
import { buildDiagram } from '../../src/diagram/build/build.js';
import { unitKeys } from '../../src/diagram/query/units.js';
import { itemAt } from '../../src/domain/item-at.js';
import type { Problem } from '../../src/domain/problem.js';
import { arbitraryRule } from '../long-run/arbitrary-rule.js';
import { everyPathway } from '../support/brute-force.js';

/** Rules whose diagrams are walked, and wrong arcs put into them; `npm run test:certificates` sets more. */
const RULES = Number(process.env['CERTIFICATE_WALKS'] ?? 60);
const WRONG_ARCS = Number(process.env['CERTIFICATE_ARCS'] ?? 100);

interface Walked extends DiagramQuestion {
  readonly diagram: Diagram;
}

/** The diagrams of a rule, of its units and of their placements, as they are read out of a certificate. */
async function diagramsOf(problem: Problem): Promise<readonly Walked[]> {
  const pathways = everyPathway(problem);
  if (pathways.length === 0 || problem.entries.length === 0) return [];
  const sets = new Set(pathways.map(unitKeys(problem))).size;
  const graph = buildDiagram(problem);
  const found: Walked[] = [];
  for (const [of, number] of [
    ['units', sets],
    ['placements', pathways.length],
  ] as const) {
    const claim = new Drawn(problem, graph).count({ objectives: [], of, number: BigInt(number) });
    if (claim.kind === 'not claimed') throw new Error(claim.why);
    const made = makeCertificate(problem, problem.conditions, onePart(claim));
    if (!made.certified) throw new Error(made.why);
    expect(verifyCertificate(made.text)).toMatchObject({ proved: true });
    expect(verifyCertificate(made.text.replace(`"number":"${number}"`, `"number":"${number + 1}"`))).toMatchObject({
      proved: false,
    });
    const { claims, ways } = readCertificate(made.text);
    const [read] = claims;
    if (read?.kind !== 'count') throw new Error('the claim was read as another');
    expect(countPaths(read.diagram)).toBe(BigInt(number));
    found.push({ diagram: read.diagram, ...itemAt(ways, 0) });
  }
  return found;
}

const walked: Walked[] = [];
let looked = 0;

beforeAll(async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryRule(), async ({ problem }) => {
      looked += 1;
      walked.push(...(await diagramsOf(problem)));
    }),
    { numRuns: RULES, endOnFailure: true },
  );
}, 3_600_000);

/** The same diagram with one arc elsewhere on the next step, or where there is no pathway. */
function withWrongArc({ order, arcs }: Diagram, draw: (most: number) => number): Diagram | null {
  const step = draw(arcs.length);
  const pairs = itemAt(arcs, step);
  const at = draw(pairs.length);
  const nodes = step + 1 === arcs.length ? 1 : itemAt(arcs, step + 1).length / 2;
  const target = draw(nodes + 1) - 1;
  return target === pairs[at] ? null : { order, arcs: arcs.with(step, pairs.with(at, target)) };
}

describe('the walk along a diagram', () => {
  it('raises no false alarm, and counts what brute force counts', () => {
    expect(looked).toBe(RULES);
    expect(walked.length).toBeGreaterThan(RULES / 2);
    expect(walked.map((it) => faultOfDiagram(it.diagram, it)).filter((fault) => fault !== null)).toEqual([]);
    if (RULES > 1000) console.log(`${looked} rules, ${walked.length} diagrams walked without a false alarm`);
  });

  it('finds every single wrong arc', () => {
    let wrong = 0;
    const draws = fc.sample(fc.nat(), { numRuns: 8 * WRONG_ARCS, seed: 11 })[Symbol.iterator]();
    const draw = (most: number): number => Number(draws.next().value) % most;
    while (wrong < WRONG_ARCS) {
      const it = itemAt(walked, draw(walked.length));
      const diagram = withWrongArc(it.diagram, draw);
      if (diagram === null) continue;
      wrong += 1;
      if (faultOfDiagram(diagram, it) === null) throw new Error(`a wrong arc passes: ${JSON.stringify(diagram)}`);
    }
    expect(wrong).toBe(WRONG_ARCS);
    if (WRONG_ARCS > 100) console.log(`${wrong} wrong arcs found`);
  });

  it('refuses steps that are not all entries once, and nodes that are not there', () => {
    const it = itemAt(walked, 0);
    const { order, arcs } = it.diagram;
    expect(faultOfDiagram({ order: order.slice(1), arcs: arcs.slice(1) }, it)).toContain('each once');
    expect(faultOfDiagram({ order: [...order, [0]], arcs: [...arcs, [0, 0]] }, it)).toContain('each once');
    expect(faultOfDiagram({ order, arcs: arcs.map((pairs) => pairs.map(() => 7)) }, it)).toContain('no node 7');
    expect(faultOfDiagram({ order, arcs: arcs.map((pairs) => pairs.map(() => NEVER)) }, it)).toContain('no path');
  });
});
