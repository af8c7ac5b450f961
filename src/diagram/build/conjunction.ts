import { intAt } from '../at.js';
import { ALWAYS, constant, FIRST_NODE, NEVER, type Automaton } from './automaton.js';
import type { Budget } from './budget.js';
import type { Extent } from './extent.js';
import { InternTable } from './intern-table.js';
import { layOut } from './layout.js';
import { reduce } from './reduce.js';
import { FAILS, readersOf, stepAt, type Reader, type Step } from './step.js';

/**
 * The automaton of "all the parts hold"; null when it goes over the budget.
 *
 * From the first position on, a state is the tuple of the nodes that the parts have come to, packed into a few words.
 * A state in which a part can no longer hold is dropped at once. Equal states are one, and {@link reduce} then merges
 * those that differ but have the same completions.
 */
export function conjunction(parts: readonly Automaton[], extent: Extent, budget: Budget): Automaton | null {
  if (parts.some(({ root }) => root === NEVER)) return constant(NEVER);
  const open = parts.filter(({ root }) => root !== ALWAYS);
  const layout = layOut(open);
  const readers = readersOf(open, layout);
  const levels: Int32Array[] = [];
  let [states, next] = [new InternTable(layout.words), new InternTable(layout.words)];
  states.intern(new Int32Array(layout.words));
  for (const [at, position] of extent.positions.entries()) {
    next.clear();
    const step = stepAt(position, readers, layout.words);
    const mayStop = extent.complete ? at === extent.positions.length - 1 : readers.every(hasStarted);
    const arcs = follow(states, step, next, mayStop, budget);
    if (arcs === null) return tooLarge(budget, next.size);
    levels.push(arcs);
    budget.spend(next.size);
    [states, next] = [next, states];
  }
  return reduce(levels, extent);
}

/** Before that an empty field says nothing. */
function hasStarted({ part, level }: Reader): boolean {
  return level < part.positions.length - 1;
}

/** How many states are followed between two looks at the clock. */
const BETWEEN_LOOKS = 16_384;

function tooLarge(budget: Budget, nodes: number): null {
  budget.spend(nodes);
  return null;
}

/**
 * Follows both decisions from every state and numbers the states they lead to in `next`. Targets are outcomes, or the
 * number in `next` plus {@link FIRST_NODE}.
 */
function follow(
  states: InternTable,
  step: Step,
  next: InternTable,
  mayStop: boolean,
  budget: Budget,
): Int32Array | null {
  const { rows, width } = states;
  const room = budget.left;
  const arcs = new Int32Array(2 * states.size);
  const successor = new Int32Array(width);
  for (let state = 0; state < states.size; state++) {
    for (let decision = 0; decision < 2; decision++) {
      const outcome = decide(rows, state * width, step, decision, successor);
      const target = outcome === ALWAYS && !mayStop ? FIRST_NODE : outcome;
      arcs[2 * state + decision] = target < FIRST_NODE ? target : next.intern(successor) + FIRST_NODE;
    }
    if (next.size > room || (state % BETWEEN_LOOKS === 0 && budget.isLate)) return null;
  }
  return arcs;
}

/** Writes the successor of a state and says what it is: an outcome, or {@link FIRST_NODE} for a state to go on from. */
function decide(rows: Int32Array, start: number, step: Step, decision: number, successor: Int32Array): number {
  const { kept, words, shifts, masks, starts, table } = step;
  for (let word = 0; word < kept.length; word++) successor[word] = intAt(rows, start + word) & intAt(kept, word);
  for (let at = 0; at < words.length; at++) {
    const word = intAt(words, at);
    const node = (intAt(rows, start + word) >>> intAt(shifts, at)) & intAt(masks, at);
    const bits = intAt(table, intAt(starts, at) + 2 * node + decision);
    if (bits === FAILS) return NEVER;
    successor[word] = intAt(successor, word) | bits;
  }
  for (let word = 0; word < kept.length; word++) if (successor[word] !== 0) return FIRST_NODE;
  return ALWAYS;
}

/** The positions that any of the parts reads, ascending. */
export function positionsOf(parts: readonly Automaton[]): number[] {
  return [...new Set(parts.flatMap(({ positions }) => positions))].sort((a, b) => a - b);
}
