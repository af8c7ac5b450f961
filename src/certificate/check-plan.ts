import { holds, type Verdict } from './check.js';
import type { Listed } from './read-claim.js';
import { Walk } from './least-cost.js';
import type { Step } from './states.js';

/** Unit, taker, share, unit, taker, share ... of a leaf; or a unit that is left out in tree 0 and delivered in tree 1. */
export type PlanTree = readonly number[] | { readonly unit: number; readonly 0: PlanTree; readonly 1: PlanTree };

/** A qualification on offer: what it lists and asks for, the pathway it has in the plan, and the order in which it is walked. */
export interface PlanTaker extends Listed {
  readonly pathway: readonly number[];
  /** Entries of one unit each, all of them. */
  readonly order: readonly Step[];
  /** By entry the unit that has to be delivered for it; null where it is achieved. */
  readonly units: readonly (number | null)[];
}

/**
 * The units of `delivered` cost `value`, every taker has a pathway within them, and no plan costs less that keeps to
 * `fixed` (units that must be delivered, 1, or left out, 0). Costs and values are in thousandths.
 */
export interface PlanClaim {
  readonly takers: readonly PlanTaker[];
  readonly costs: readonly bigint[];
  readonly fixed: readonly (0 | 1 | null)[];
  readonly delivered: readonly number[];
  readonly value: bigint;
  /** Shares are in so many parts of one. */
  readonly scale: bigint;
  readonly tree: PlanTree;
}

/** One as costs are written. */
const ONE = 1000n;

/** Whether a plan is proved to be one, and none to be cheaper. */
export function checkPlan(claim: PlanClaim): Verdict {
  const refuse = (why: string, where: string): Verdict => ({ proved: false, why, where });
  const wrong = faultOfPlan(claim);
  if (wrong !== null) return refuse(wrong, 'the plan');
  try {
    const walks = claim.takers.map((taker) => new Walk(taker));
    const found = walkTree(claim, walks, claim.tree, claim.fixed, '');
    return typeof found === 'number' ? { proved: true, leaves: found } : refuse(found.why, `leaf /${found.path}`);
  } catch (thrown) {
    if (thrown instanceof RangeError) return refuse(thrown.message, 'the plan');
    throw thrown;
  }
}

function faultOfPlan({ takers, costs, fixed, delivered, value }: PlanClaim): string | null {
  if (delivered.some((unit) => costs[unit] === undefined)) return 'it delivers a unit that is not listed';
  const cost = costs.reduce((sum, own, unit) => (delivered.includes(unit) ? sum + own : sum), 0n);
  if (cost !== value) return 'its units do not cost what is claimed';
  if (fixed.some((wish, unit) => wish !== null && delivered.includes(unit) !== (wish === 1)))
    return 'it disregards a wish';
  for (const [at, { pathway, once, rule, units }] of takers.entries()) {
    const counted = new Set(pathway);
    const twice = once.some((set) => set.filter((entry) => counted.has(entry)).length > 1);
    if (twice || !rule.every((part) => holds(part, counted))) return `pathway ${at + 1} does not meet its rule`;
    const needed = pathway.flatMap((entry) => units[entry] ?? []);
    if (!needed.every((unit) => delivered.includes(unit)))
      return `pathway ${at + 1} needs a unit that is not delivered`;
  }
  return null;
}

type Fixed = PlanClaim['fixed'];

function walkTree(
  claim: PlanClaim,
  walks: readonly Walk[],
  tree: PlanTree,
  fixed: Fixed,
  path: string,
): number | { readonly why: string; readonly path: string } {
  if (!('unit' in tree)) {
    const why = faultOfLeaf(claim, walks, tree, fixed);
    return why === null ? 1 : { why, path };
  }
  if (fixed[tree.unit] !== null) return { why: 'its branch divides nothing', path };
  const first = walkTree(claim, walks, tree[0], fixed.with(tree.unit, 0), `${path}0`);
  if (typeof first !== 'number') return first;
  const second = walkTree(claim, walks, tree[1], fixed.with(tree.unit, 1), `${path}1`);
  return typeof second === 'number' ? first + second : second;
}

/**
 * What each unit costs is shared between the takers, so that no plan costs less than the least shares of a pathway of
 * each, with what is delivered anyhow: they have to come to more than any plan that is better can cost.
 */
function faultOfLeaf(claim: PlanClaim, walks: readonly Walk[], leaf: readonly number[], fixed: Fixed): string | null {
  const { costs, value, scale } = claim;
  const prices = walks.map(() => new Map<number, bigint>());
  const fault = share(claim, prices, leaf, fixed);
  if (fault !== null) return fault;
  const least = walks.map((walk, at) => walk.least(prices[at] ?? new Map(), fixed));
  // A taker without a pathway: there is no plan at all here.
  if (least.includes(null)) return null;
  const anyhow = costs.reduce((sum, cost, unit) => (fixed[unit] === 1 ? sum + cost : sum), 0n);
  const shared = least.reduce<bigint>((sum, it) => sum + (it ?? 0n), 0n);
  const enough = anyhow * scale + shared * ONE > (value - stepOf(costs)) * scale;
  return enough ? null : 'its shares do not add up to what the plan costs';
}

/** Puts the shares of a leaf into the prices of each taker; or says what is wrong with them. */
function share(
  { costs, scale }: PlanClaim,
  prices: readonly Map<number, bigint>[],
  leaf: readonly number[],
  fixed: Fixed,
): string | null {
  const left = costs.map((cost, unit) => (fixed[unit] === 1 ? 0n : cost * scale));
  for (let at = 0; at < leaf.length; at += 3) {
    const [unit = -1, taker = -1, parts = -1] = [leaf[at], leaf[at + 1], leaf[at + 2]];
    const [own, rest] = [prices[taker], left[unit]];
    if (own === undefined || rest === undefined || parts < 0 || own.has(unit)) return 'it has a share that is none';
    own.set(unit, BigInt(parts));
    left[unit] = rest - BigInt(parts) * ONE;
  }
  const over = left.findIndex((rest) => rest < 0n);
  return over < 0 ? null : `more of unit ${over} is shared than it costs`;
}

/** What two different costs of plans differ by at least. */
function stepOf(costs: readonly bigint[]): bigint {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  return costs.reduce(gcd, 0n) || 1n;
}
