import { breatheUntil } from '../../delivery/breath.js';
import { Incumbent } from '../../delivery/incumbent.js';
import { goSplitRoad, SPLIT_NAME } from '../../delivery/split/split-road.js';
import { itemAt } from '../../domain/item-at.js';
import { deadlineIn } from '../../methods/deadline.js';
import { createDiagramStore } from '../../methods/diagram-method.js';
import type { Contestant } from '../contestant.js';
import type { Reply, Task } from '../task.js';

type PlanTask = Extract<Task, { readonly kind: 'plan' }>;

/** Our own for plans over several qualifications: shares of hours over their diagrams, which are the build. */
export const SPLIT: Contestant = {
  name: SPLIT_NAME,
  about: 'the split of hours of this package: what each unit costs is shared between the qualifications that list it',
  isProcess: false,
  mostQuestions: 1,
  declines: (task) => (task.kind === 'plan' ? null : 'it plans for several qualifications'),
  prepare: (task) => {
    if (task.kind !== 'plan') throw new RangeError('the split of hours answers no such task');
    const store = createDiagramStore();
    const isSmall = task.joint.takers.every(({ shape }) => store.of(shape).kind !== 'too-large');
    return isSmall ? { solve: async (_, milliseconds) => solve(task, store, milliseconds) } : null;
  },
};

async function solve(
  { joint }: PlanTask,
  store: ReturnType<typeof createDiagramStore>,
  milliseconds: number,
): Promise<Reply> {
  const { weights } = itemAt(joint.goals, 0);
  const incumbent = new Incumbent(joint, weights);
  const breathe = breatheUntil(deadlineIn(milliseconds));
  const end = await goSplitRoad(joint, weights, incumbent, { store, breathe, seed: 1, told: () => undefined });
  if (end === null || !end.done) return { status: 'limit' };
  const { plan, value } = incumbent;
  return plan === null ? { status: 'infeasible' } : { status: 'plan', value, plan };
}
