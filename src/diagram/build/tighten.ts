import type { Automaton } from './automaton.js';
import type { Budget } from './budget.js';
import { conjunction, positionsOf } from './conjunction.js';

/** Below this many entries the conjunction is made sooner than it is prepared. */
const WORTHWHILE_FROM = 60;

/**
 * Parts with the same conjunction that can be put together with fewer nodes; null when they go over the budget.
 *
 * Each part that reads more than half of the entries (the credit of the whole, the credit at a level) is first put
 * together with all the parts that read fewer (a floor or cap on one group). On its own such a sum takes the credit
 * still to come from a capped group for what the group holds; together they know what the cap lets through, so that
 * states which come to nothing, or to the same, are told much sooner. Measured on made-up rules of 150 and 300 units:
 * less than 60% of the nodes, less than half of the time.
 */
export function tighten(parts: readonly Automaton[], entries: number, budget: Budget): readonly Automaton[] | null {
  const wide = parts.filter(({ positions }) => 2 * positions.length > entries);
  const narrow = parts.filter((part) => !wide.includes(part));
  if (entries < WORTHWHILE_FROM || wide.length < 2 || narrow.length === 0) return parts;
  const tightened: Automaton[] = [];
  for (const part of wide) {
    const together = [part, ...narrow];
    const automaton = conjunction(together, { positions: positionsOf(together), complete: false }, budget);
    if (automaton === null) return null;
    tightened.push(automaton);
  }
  return tightened;
}
