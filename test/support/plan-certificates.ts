import { holds } from '../../src/certificate/check.js';
import type { PlanClaim, PlanTree } from '../../src/certificate/check-plan.js';
import { makePlanCertificate } from '../../src/certificate/make-plan-certificate.js';
import { HELD, sumOver, type Joint } from '../../src/delivery/joint.js';
import { proveSplit, type SplitTree } from '../../src/delivery/split/prove.js';
import { itemAt } from '../../src/domain/item-at.js';
import { createDiagramStore } from '../../src/methods/diagram-method.js';
import { everyPathway } from './brute-force.js';
import { bestOfPlans, everyPlan } from './joint.js';

const store = createDiagramStore();

function treeOf(tree: SplitTree): PlanTree {
  if ('shares' in tree) return tree.shares.flatMap(({ unit, taker, share }) => [unit, taker, share]);
  return { unit: tree.unit, 0: treeOf(tree.out), 1: treeOf(tree.within) };
}

/** The certificate of the plan of least hours that brute force finds; null where there is no plan. */
export async function certifyBestPlan(joint: Joint): Promise<string | null> {
  const hours = joint.goals.filter(({ name }) => name === 'glh');
  const [best] = bestOfPlans({ ...joint, goals: hours }) ?? [];
  const { weights } = itemAt(hours, 0);
  const delivered = everyPlan(joint).find((plan) => sumOver(plan, weights) === best);
  if (best === undefined || delivered === undefined) return null;
  const takers = joint.takers.map(({ problem, units }) => {
    const inside = (entry: number): boolean => units[entry] === HELD || delivered.includes(units[entry] ?? Number.NaN);
    const selection = everyPathway(problem).find((pathway) => pathway.every(inside));
    const graph = store.of(problem);
    if (selection === undefined || graph.kind === 'too-large') throw new Error('a plan has a pathway for everybody');
    return { problem, selection, graph };
  });
  const proof = await proveSplit(joint, weights, best, store);
  if (!proof.found) throw new Error(proof.why);
  const made = makePlanCertificate({
    measure: { over: 'all', quantity: 'glh' },
    value: best,
    takers,
    units: joint.units.map(({ identity }) => identity),
    delivered,
    fixed: joint.fixed,
    scale: proof.scale,
    tree: treeOf(proof.tree),
  });
  if (!made.certified) throw new Error(made.why);
  return made.text;
}

/** Whether what is claimed of a plan is true, by trying every set of units. */
export function isTruePlan({ takers, costs, fixed, delivered, value }: PlanClaim): boolean {
  const needs = takers.map(({ entries, once, rule, units }) => {
    const found: (readonly number[])[] = [];
    for (let bits = 0; bits < 1 << entries.length; bits++) {
      const counted = new Set([...entries.keys()].filter((entry) => (bits >> entry) & 1));
      if (once.some((set) => set.filter((entry) => counted.has(entry)).length > 1)) continue;
      if (rule.every((part) => holds(part, counted))) found.push([...counted].flatMap((entry) => units[entry] ?? []));
    }
    return found;
  });
  const costOf = (plan: readonly number[]): bigint => plan.reduce((sum, unit) => sum + itemAt(costs, unit), 0n);
  const isPlan = (plan: readonly number[]): boolean =>
    fixed.every((wish, unit) => wish === null || plan.includes(unit) === (wish === 1)) &&
    needs.every((pathways) => pathways.some((units) => units.every((unit) => plan.includes(unit))));
  if (!isPlan(delivered) || costOf(delivered) !== value) return false;
  for (let bits = 0; bits < 1 << costs.length; bits++) {
    const plan = [...costs.keys()].filter((unit) => (bits >> unit) & 1);
    if (costOf(plan) < value && isPlan(plan)) return false;
  }
  return true;
}
