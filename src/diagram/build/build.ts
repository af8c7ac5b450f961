import type { Problem } from '../../domain/problem.js';
import { itemAt } from '../at.js';
import { Budget } from './budget.js';
import { composeAll } from './compose.js';
import { conjunction, positionsOf } from './conjunction.js';
import type { Diagram, TooLarge } from '../diagram.js';
import type { Extent } from './extent.js';
import { forecastNodes } from './forecast.js';
import { lower } from './lower.js';
import { orderEntries } from './order.js';
import { tighten } from './tighten.js';

/**
 * How many nodes may be made, when nobody says otherwise: three times what 300 units with a rule of ten conditions
 * need. It takes a few seconds and about 350 MB to get there.
 */
export const DEFAULT_NODE_BUDGET = 16_000_000;

/**
 * How many times the budget a forecast may be before the building is not begun: forecasts are too high, but of all
 * diagrams of the benchmark's families with more than 100,000 nodes none was over by as much, while those that outgrew
 * a budget by far had forecasts further above it.
 */
const HOPELESS = 5000;

/** How a diagram is to be built. */
export interface BuildOptions {
  /** How many nodes may be made on the way, before equal ones are merged. */
  readonly nodeBudget?: number;
  /** Wall time after which the problem counts as too large; without it, only nodes count. */
  readonly milliseconds?: number;
}

/**
 * Compiles every condition of the problem, and that at most one entry of each identity counts, into one diagram. The
 * same problem always gives the same diagram.
 *
 * @example
 * ```ts
 * import { buildDiagram, count, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem, { nodeBudget: 100_000 });
 * console.log(diagram.kind === 'too-large' ? 'use a program' : count(diagram)); // 871n
 * ```
 */
export function buildDiagram(problem: Problem, options: BuildOptions = {}): Diagram | TooLarge {
  const budget = new Budget(options.nodeBudget ?? DEFAULT_NODE_BUDGET, options.milliseconds);
  const formula = lower(problem);
  const conjuncts = formula.kind === 'all' ? formula.parts : [formula];
  const order = orderEntries(problem, conjuncts);
  const composed = composeAll(conjuncts, order, budget);
  const hopeless = composed !== null && forecastNodes(composed, order.length) > HOPELESS * budget.limit;
  const parts = composed === null || hopeless ? null : tighten(composed, order.length, budget);
  const whole = parts === null ? null : conjunction(parts, extentOf(order, positionsOf(parts)), budget);
  if (whole === null) {
    const limit = hopeless || budget.spent > budget.limit ? 'size' : 'time';
    return { kind: 'too-large', nodes: budget.spent, limit };
  }
  const { positions, first, arcs, root } = whole;
  const entries = Int32Array.from(positions, (position) => itemAt(order, position));
  return { kind: 'diagram', entryCount: order.length, entries, first, arcs, root, made: budget.spent };
}

/** Every position, those that no condition reads last. */
function extentOf(order: readonly number[], read: readonly number[]): Extent {
  const known = new Set(read);
  const free = [...order.keys()].filter((position) => !known.has(position));
  return { positions: [...read, ...free], complete: true };
}
