import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkPlan, type PlanClaim } from '../../src/certificate/check-plan.js';
import { readPlan } from '../../src/certificate/read-plan.js';
import { itemAt } from '../../src/domain/item-at.js';
import { arbitraryJoint } from '../support/joint.js';
import { certifyBestPlan, isTruePlan } from '../support/plan-certificates.js';

/** Plans that are certified, and ways in which each is tampered with; `npm run test:certificates` sets more. */
const PLANS = Number(process.env['CERTIFICATE_PLANS'] ?? 40);
const EACH = 12;

interface Written {
  takers: {
    question: { entries: { figures: Record<string, string>; achieved: boolean }[]; rule: string[] };
    pathway: number[];
  }[];
  wishes: { without: number[]; with: number[] };
  claim: { value: number; delivered: number[] };
  scale: number;
  tree: unknown;
}

type Draw = (most: number) => number;

function leavesOf(tree: unknown): number[][] {
  if (Array.isArray(tree)) return tree.length === 0 ? [] : [tree as number[]];
  const branch = tree as { 0: unknown; 1: unknown };
  return [...leavesOf(branch[0]), ...leavesOf(branch[1])];
}

function toggle(list: number[], item: number): void {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  else list.push(item);
  list.sort((a, b) => a - b);
}

const TAMPERINGS: Readonly<Record<string, (written: Written, draw: Draw) => void>> = {
  'another value': ({ claim }, draw) => (claim.value += draw(7) - 3),
  'another unit': ({ claim }, draw) => toggle(claim.delivered, draw(6)),
  'another pathway': ({ takers }, draw) => toggle(itemAt(takers, draw(takers.length)).pathway, draw(4)),
  'another wish': ({ wishes }, draw) => toggle(draw(2) === 0 ? wishes.without : wishes.with, draw(6)),
  'another scale': (written, draw) => (written.scale = Math.max(1, written.scale + draw(5) - 2)),
  'another share': ({ tree }, draw) => {
    const leaves = leavesOf(tree);
    const leaf = leaves[draw(Math.max(1, leaves.length))];
    if (leaf !== undefined) leaf[3 * draw(leaf.length / 3) + 2] = draw(400);
  },
  'another figure': ({ takers }, draw) => {
    const { entries } = itemAt(takers, draw(takers.length)).question;
    const entry = entries[draw(Math.max(1, entries.length))];
    if (entry !== undefined) entry.figures['GLH'] = String(draw(30));
  },
  'another threshold': ({ takers }, draw) => {
    const { rule } = itemAt(takers, draw(takers.length)).question;
    const at = draw(Math.max(1, rule.length));
    if (rule[at] !== undefined) rule[at] = rule[at].replace(/\d+/, String(draw(9)));
  },
  'something else achieved': ({ takers }, draw) => {
    const { entries } = itemAt(takers, draw(takers.length)).question;
    const entry = entries[draw(Math.max(1, entries.length))];
    if (entry !== undefined) entry.achieved = !entry.achieved;
  },
  'one side of a branch alone': (written, draw) => {
    const branch = written.tree as { 0: unknown; 1: unknown };
    if (!Array.isArray(written.tree)) written.tree = draw(2) === 0 ? branch[0] : branch[1];
  },
};

const texts: string[] = [];

beforeAll(async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryJoint({ limits: false }), async (joint) => {
      const text = await certifyBestPlan(joint);
      if (text !== null) texts.push(text);
    }),
    { numRuns: PLANS, endOnFailure: true },
  );
}, 3_600_000);

describe('the certificate of a plan', () => {
  it('is made of the best plan of every joint question that has one, and re-proved', () => {
    expect(texts.length).toBeGreaterThan(PLANS / 4);
    for (const text of texts) {
      const { claim } = readPlan(JSON.parse(text));
      expect([checkPlan(claim).proved, isTruePlan(claim)]).toEqual([true, true]);
    }
    if (PLANS > 100) console.log(`${texts.length} plans certified`);
  });

  it('is never taken for the proof of something false', { timeout: 3_600_000 }, () => {
    const counts = new Map<string, number>();
    const draws = fc.sample(fc.nat(), { numRuns: 40 * EACH * texts.length, seed: 13 })[Symbol.iterator]();
    const draw: Draw = (most) => Number(draws.next().value) % Math.max(1, Math.floor(most));
    for (const text of texts) {
      for (const [kind, tamper] of Object.entries(TAMPERINGS)) {
        const written = JSON.parse(text) as Written;
        tamper(written, draw);
        const verdict = judge(written);
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        if (verdict === 'passed and false') throw new Error(`${kind}: ${JSON.stringify(written)}`);
      }
    }
    expect(counts.get('refused and false')).toBeGreaterThan(texts.length);
    if (PLANS > 100) console.log(`${Object.keys(TAMPERINGS).length} ways of tampering`, Object.fromEntries(counts));
  });
});

describe('a unit that is listed twice', () => {
  /** One unit of ten hours in two groups, of which one is to be counted; what is achieved costs nothing. */
  const claimOf = (units: readonly (number | null)[]): PlanClaim => ({
    takers: [
      {
        entries: [],
        rule: [
          {
            terms: [
              [0, 1000n],
              [1, 1000n],
            ],
            plus: -1000n,
          },
        ],
        once: [[0, 1]],
        pathway: [0],
        order: [[0, 1]],
        units,
      },
    ],
    costs: [10_000n],
    fixed: [null],
    delivered: [0],
    value: 10_000n,
    scale: 1n,
    tree: [0, 0, 10],
  });

  it('has to be delivered wherever it is counted', () => {
    expect(checkPlan(claimOf([0, 0]))).toEqual({ proved: true, leaves: 1 });
  });

  it('is not achieved in one place alone: the plan without it would be cheaper', () => {
    for (const units of [
      [0, null],
      [null, 0],
    ]) {
      const why = 'a unit is achieved in one place and not in another';
      expect(checkPlan(claimOf(units))).toMatchObject({ proved: false, why });
    }
  });
});

function judge(written: Written): 'unreadable' | 'refused' | 'true' | 'passed and false' | 'refused and false' {
  try {
    const { claim } = readPlan(written);
    if (checkPlan(claim).proved) return isTruePlan(claim) ? 'true' : 'passed and false';
    return isTruePlan(claim) ? 'refused' : 'refused and false';
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return 'unreadable';
    throw thrown;
  }
}
