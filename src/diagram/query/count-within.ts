import { doubleAt, doublesAt, intAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../build/automaton.js';
import { Completions } from '../build/completions.js';
import { count } from './count.js';
import type { Diagram } from '../diagram.js';
import { costsOf, type Goal } from './goal.js';

/** How many pairs of a node and a slack are looked at, when nobody says otherwise, before the count is given up. */
export const DEFAULT_PAIR_LIMIT = 2_000_000;

/** Less than any step of a slack, and more than a product with one that is a decimal can be off. */
const ROUNDING = 1e-4;

/**
 * How many pathways come within `slack` (not negative) of the best value of the goal; null when telling
 * takes more than `pairLimit` pairs of a node and what is left of the slack there.
 *
 * Every arc is charged what it costs more than the best completion of its node. The completions that a node has within
 * a slack depend on the two alone, and once the slack covers its costliest completion they are all that it has.
 *
 * @example
 * ```ts
 * import { buildDiagram, countWithin, DEFAULT_OBJECTIVES, goalOf, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const diagram = buildDiagram(problem);
 * if (diagram.kind === 'too-large') throw new Error('use a program');
 * const hours = goalOf(problem, DEFAULT_OBJECTIVES[0]);
 * console.log(countWithin(diagram, hours, 5)); // 9n
 * ```
 */
export function countWithin(
  diagram: Diagram,
  goal: Goal,
  slack: number,
  pairLimit: number = DEFAULT_PAIR_LIMIT,
): bigint | null {
  if (diagram.root < FIRST_NODE) return count(diagram);
  const completions = new Completions(diagram);
  completions.sweep(costsOf(diagram, [goal]));
  const charges = new Charges(completions);
  const whole = Math.floor(slack * (goal.scale ?? 1) + ROUNDING);
  if (whole >= doubleAt(charges.most, diagram.root)) return count(diagram);
  const counter = new SlackCounter(charges, pairLimit);
  const counted = counter.count(diagram.root, diagram.entries.length - 1, whole);
  return counter.exhausted ? null : counted;
}

/** What arcs cost beyond the best, and the most that the completions of each node can be charged. */
class Charges {
  readonly diagram: Diagram;
  readonly most: Float64Array;
  readonly #least: Float64Array;
  readonly #costs: Float64Array;

  constructor({ diagram, costs, least }: Completions) {
    this.diagram = diagram;
    this.#costs = doublesAt(costs, 0);
    this.#least = doublesAt(least, 0);
    this.most = new Float64Array(this.#least.length);
    this.most[NEVER] = -Infinity;
    for (let level = 0; level < diagram.entries.length; level++) {
      for (let node = intAt(diagram.first, level); node < intAt(diagram.first, level + 1); node++) {
        this.most[node] = Math.max(this.#mostAlong(node, level, 0), this.#mostAlong(node, level, 1));
      }
    }
  }

  /** What the arc of a decision is charged; Infinity when it leads nowhere. */
  of(node: number, level: number, decision: 0 | 1): number {
    const child = intAt(this.diagram.arcs, 2 * node + decision);
    return doubleAt(this.#least, child) + decision * doubleAt(this.#costs, level) - doubleAt(this.#least, node);
  }

  #mostAlong(node: number, level: number, decision: 0 | 1): number {
    const child = intAt(this.diagram.arcs, 2 * node + decision);
    return child === NEVER ? -Infinity : this.of(node, level, decision) + doubleAt(this.most, child);
  }
}

class SlackCounter {
  readonly #charges: Charges;
  readonly #pairLimit: number;
  /** Counts by node, then by slack; for all completions of a node under a slack of Infinity. */
  readonly #known = new Map<number, Map<number, bigint>>();
  #pairs = 0;

  constructor(charges: Charges, pairLimit: number) {
    this.#charges = charges;
    this.#pairLimit = pairLimit;
  }

  /** Whether the limit was passed, so that counts mean nothing. */
  get exhausted(): boolean {
    return this.#pairs > this.#pairLimit;
  }

  /** How many completions of the node are charged `slack` at most. */
  count(node: number, level: number, slack: number): bigint {
    if (node === ALWAYS) return 1n;
    const left = slack >= doubleAt(this.#charges.most, node) ? Infinity : slack;
    const known = this.#known.get(node)?.get(left);
    if (known !== undefined) return known;
    this.#pairs++;
    if (this.exhausted) return 0n;
    const counted = this.#countAlong(node, level, left, 0) + this.#countAlong(node, level, left, 1);
    const counts = this.#known.get(node) ?? new Map<number, bigint>();
    this.#known.set(node, counts.set(left, counted));
    return counted;
  }

  #countAlong(node: number, level: number, slack: number, decision: 0 | 1): bigint {
    const charge = this.#charges.of(node, level, decision);
    if (charge > slack || charge === Infinity) return 0n;
    return this.count(intAt(this.#charges.diagram.arcs, 2 * node + decision), level - 1, slack - charge);
  }
}
