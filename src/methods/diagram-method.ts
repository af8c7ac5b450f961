import { buildDiagram } from '../diagram/build/build.js';
import type { Diagram, TooLarge } from '../diagram/diagram.js';
import { goalOf } from '../diagram/query/goal.js';
import { bestPathways } from '../diagram/query/k-best.js';
import { shortest, type Optimum } from '../diagram/query/shortest.js';
import { unitKeys } from '../diagram/query/units.js';
import type { Problem, Selection } from '../domain/problem.js';
import { NO_DEADLINE, type Deadline } from './deadline.js';
import type { Claim, Method } from './method.js';

/** What answers and confirmations call the method. */
export const DIAGRAM_NAME = 'decision diagram';

/** The diagrams of problems, each built once, with the budget that all of them get. */
export interface DiagramStore {
  /** The diagram of a problem, built when it is first asked for, or what kept it from being built. */
  readonly of: (problem: Problem) => Diagram | TooLarge;
}

/** How large the diagrams of a store may become, and until when they may be built. */
export interface StoreOptions {
  /** How many nodes each may make on the way; the builder's own budget without. */
  readonly nodeBudget?: number;
  /** Each diagram may take half of what is left until then; without it, only nodes count. */
  readonly deadline?: Deadline;
}

/** How much of the time that is left a diagram may take: whoever answers without it needs some as well. */
const SHARE_OF_TIME = 0.5;

/**
 * A store that builds diagrams within a budget.
 *
 * @example
 * ```ts
 * import { createDiagramStore, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const store = createDiagramStore();
 * console.log(store.of(problem) === store.of(problem)); // true
 * ```
 */
export function createDiagramStore({ nodeBudget, deadline = NO_DEADLINE }: StoreOptions = {}): DiagramStore {
  const built = new WeakMap<Problem, Diagram | TooLarge>();
  return {
    of: (problem) => {
      const known = built.get(problem);
      if (known !== undefined) return known;
      const milliseconds = deadline.remaining() * SHARE_OF_TIME;
      const diagram = buildDiagram(problem, { milliseconds, ...(nodeBudget === undefined ? {} : { nodeBudget }) });
      built.set(problem, diagram);
      return diagram;
    },
  };
}

/**
 * The method that builds the diagram of a problem and sweeps it; a problem over the budget is left unsettled.
 *
 * @example
 * ```ts
 * import { createDiagramMethod, createDiagramStore, deadlineIn, DEFAULT_OBJECTIVES, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const method = createDiagramMethod(createDiagramStore());
 * const claim = await method.best(problem, DEFAULT_OBJECTIVES, deadlineIn(1000));
 * console.log(claim.by, claim.status); // decision diagram optimal
 * ```
 */
export function createDiagramMethod(store: DiagramStore): Method {
  return {
    name: DIAGRAM_NAME,
    best: async (problem, objectives, deadline, excluded = []) => {
      const diagram = store.of(problem);
      if (diagram.kind === 'too-large') return { by: DIAGRAM_NAME, status: 'unknown', limit: diagram.limit };
      const goals = objectives.map((objective) => goalOf(problem, objective));
      if (excluded.length > 0) return bestBeyond(problem, bestPathways(diagram, goals), excluded, deadline);
      const optimum = shortest(diagram, goals);
      if (optimum === null) return { by: DIAGRAM_NAME, status: 'infeasible' };
      return { by: DIAGRAM_NAME, status: 'optimal', selection: optimum.selection };
    },
  };
}

/** The first of the pathways, which come best first, whose units are not those of an excluded one. */
function bestBeyond(
  problem: Problem,
  pathways: Iterable<Optimum>,
  excluded: readonly Selection[],
  deadline: Deadline,
): Claim {
  const by = DIAGRAM_NAME;
  const keyOf = unitKeys(problem);
  const known = new Set(excluded.map(keyOf));
  for (const { selection } of pathways) {
    if (!known.has(keyOf(selection))) return { by, status: 'optimal', selection };
    if (deadline.passed()) return { by, status: 'unknown', limit: 'time' };
  }
  return { by, status: 'infeasible' };
}
