import { buildDiagram } from '../diagram/build/build.js';
import type { Diagram, TooLarge } from '../diagram/diagram.js';
import { goalOf } from '../diagram/query/goal.js';
import { shortest } from '../diagram/query/shortest.js';
import type { Problem } from '../domain/problem.js';
import { NO_DEADLINE, type Deadline } from './deadline.js';
import type { Method } from './method.js';

/** What answers and confirmations call the method. */
export const DIAGRAM_NAME = 'decision diagram';

/** The diagrams of problems, each built once, with the budget that all of them get. */
export interface DiagramStore {
  readonly of: (problem: Problem) => Diagram | TooLarge;
}

/** How large the diagrams of a store may become, and until when they may be built. */
export interface StoreOptions {
  /** How many nodes each may make on the way; the builder's own budget without. */
  readonly nodeBudget?: number;
  /** Without it, only nodes count. */
  readonly deadline?: Deadline;
}

/** A store that builds diagrams within a budget. */
export function createDiagramStore({ nodeBudget, deadline = NO_DEADLINE }: StoreOptions = {}): DiagramStore {
  const built = new WeakMap<Problem, Diagram | TooLarge>();
  return {
    of: (problem) => {
      const known = built.get(problem);
      if (known !== undefined) return known;
      const milliseconds = deadline.remaining();
      const diagram = buildDiagram(problem, { milliseconds, ...(nodeBudget === undefined ? {} : { nodeBudget }) });
      built.set(problem, diagram);
      return diagram;
    },
  };
}

/** The method that builds the diagram of a problem and sweeps it; a problem over the budget is left unsettled. */
export function createDiagramMethod(store: DiagramStore): Method {
  return {
    name: DIAGRAM_NAME,
    best: async (problem, objectives) => {
      const diagram = store.of(problem);
      if (diagram.kind === 'too-large') return { by: DIAGRAM_NAME, status: 'unknown', limit: diagram.limit };
      const optimum = shortest(
        diagram,
        objectives.map((objective) => goalOf(problem, objective)),
      );
      if (optimum === null) return { by: DIAGRAM_NAME, status: 'infeasible' };
      return { by: DIAGRAM_NAME, status: 'optimal', selection: optimum.selection };
    },
  };
}
