import { doubleAt, doublesAt, intAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from './automaton.js';
import type { Diagram } from '../diagram.js';

/**
 * The least cost from every node to the end, under costs by level that count in their order. One sweep from the last
 * level up fills it; `least[k][node]` is the k-th cost of the best completion, and Infinity for {@link NEVER}.
 */
export class Completions {
  readonly diagram: Diagram;
  readonly least: Float64Array[] = [];
  #costs: readonly Float64Array[] = [];

  constructor(diagram: Diagram) {
    this.diagram = diagram;
  }

  /** The costs of the last sweep. */
  get costs(): readonly Float64Array[] {
    return this.#costs;
  }

  /** Sweeps for new costs; the room of the last sweep is used again. */
  sweep(costs: readonly Float64Array[]): void {
    this.#costs = costs;
    const nodes = this.diagram.arcs.length / 2;
    while (this.least.length < costs.length) this.least.push(new Float64Array(nodes));
    for (const least of this.least) {
      least[NEVER] = Infinity;
      least[ALWAYS] = 0;
    }
    if (costs.length === 1) sweepOne(this.diagram, doublesAt(costs, 0), doublesAt(this.least, 0));
    else sweepSeveral(this);
  }

  /** Whether counting the entry of `level` at `node` is strictly better than not counting it. */
  prefersTake(node: number, level: number): boolean {
    return this.gainOfTaking(node, level) > 0;
  }

  /** Above 0 when counting the entry of `level` at `node` is better, below 0 when it is worse, 0 when they tie. */
  gainOfTaking(node: number, level: number): number {
    const skip = intAt(this.diagram.arcs, 2 * node);
    const take = intAt(this.diagram.arcs, 2 * node + 1);
    for (let at = 0; at < this.#costs.length; at++) {
      const least = doublesAt(this.least, at);
      const skipped = doubleAt(least, skip);
      const taken = doubleAt(least, take) + doubleAt(doublesAt(this.#costs, at), level);
      if (skipped !== taken) return taken < skipped ? 1 : -1;
    }
    return 0;
  }
}

function sweepOne({ arcs, first }: Diagram, cost: Float64Array, least: Float64Array): void {
  let node = FIRST_NODE;
  for (let level = 0; level < cost.length; level++) {
    const step = doubleAt(cost, level);
    for (const end = intAt(first, level + 1); node < end; node++) {
      const skipped = doubleAt(least, intAt(arcs, 2 * node));
      const taken = doubleAt(least, intAt(arcs, 2 * node + 1)) + step;
      least[node] = taken < skipped ? taken : skipped;
    }
  }
}

function sweepSeveral(completions: Completions): void {
  const { diagram, costs, least } = completions;
  for (let level = 0; level + 1 < diagram.first.length; level++) {
    for (let node = intAt(diagram.first, level); node < intAt(diagram.first, level + 1); node++) {
      const take = completions.prefersTake(node, level);
      const child = intAt(diagram.arcs, 2 * node + (take ? 1 : 0));
      for (let at = 0; at < costs.length; at++) {
        const sums = doublesAt(least, at);
        sums[node] = doubleAt(sums, child) + (take ? doubleAt(doublesAt(costs, at), level) : 0);
      }
    }
  }
}
