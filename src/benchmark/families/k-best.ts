import { hoursOf } from '../made-up-units.js';
import type { Family, Instance } from '../task.js';
import { plainQualification } from './plain.js';

const SHAPE = { units: 45, groups: 3, credits: 55, seed: 1 };

const KS = [2, 5, 20, 100];

const QUICK_INSTANCES = 2;

/** The k cheapest pathways of one rule. */
export const K_BEST: Family = {
  id: 'k-best',
  title: 'The k best pathways',
  statement: 'One rule of the plain family, 45 units. Give the hours of the k pathways of least hours, ascending.',
  analysis:
    'A solver is asked k times, each time with one row more for every pathway that is known (a no-good cut): programs ' +
    'grow, and ties make them hard. The diagram takes its next best path off a heap.',
  growsBy: 'k',
  instances: (quick) => (quick ? KS.slice(0, QUICK_INSTANCES) : KS).map(instanceOf),
};

function instanceOf(k: number): Instance {
  const { problem, units } = plainQualification(SHAPE);
  return { name: `k = ${k}`, size: k, task: { kind: 'k-best', problem, costs: hoursOf(units), k } };
}
