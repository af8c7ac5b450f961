import { byteAt, intAt } from '../at.js';
import { FIRST_NODE } from '../build/automaton.js';
import type { Completions } from '../build/completions.js';
import { TableRows } from './table-rows.js';

/**
 * The first in table order of the best pathways, for one question after the other in room that is allocated once. Only
 * nodes on best pathways are looked at, which are few: one a level where nothing ties.
 */
export class BestPath {
  readonly #completions: Completions;
  /** The nodes on best pathways, level by level from the root down, and for each of them its place in this list. */
  readonly #nodes: Int32Array;
  readonly #placeOf: Int32Array;
  /** Where the nodes of each level begin in the list, by level. */
  readonly #starts: Int32Array;
  /** 1 where the entry is counted, by place in the list. */
  readonly #takes: Uint8Array;
  #size = 0;
  #tied = false;

  constructor(completions: Completions) {
    const { arcs, entries } = completions.diagram;
    this.#completions = completions;
    this.#nodes = new Int32Array(arcs.length / 2);
    this.#placeOf = new Int32Array(arcs.length / 2);
    this.#starts = new Int32Array(entries.length + 1);
    this.#takes = new Uint8Array(arcs.length / 2);
  }

  /** Marks in `counted`, all 0, the entries of the pathway, for the costs of the last sweep. */
  mark(counted: Uint8Array): void {
    const { arcs, entries, root } = this.#completions.diagram;
    this.#collect();
    if (this.#tied) this.#settleTies();
    let node = root;
    for (let level = entries.length - 1; level >= 0; level--) {
      const take = byteAt(this.#takes, intAt(this.#placeOf, node));
      counted[intAt(entries, level)] = take;
      node = intAt(arcs, 2 * node + take);
    }
  }

  /** Lists the nodes on best pathways; where nothing ties, what is taken there is known at once. */
  #collect(): void {
    const { arcs, entries, root } = this.#completions.diagram;
    this.#size = 0;
    this.#tied = false;
    this.#add(root);
    let begin = 0;
    for (let level = entries.length - 1; level >= 0; level--) {
      this.#starts[level] = begin;
      const end = this.#size;
      for (let place = begin; place < end; place++) {
        const node = intAt(this.#nodes, place);
        const gain = this.#completions.gainOfTaking(node, level);
        this.#takes[place] = gain > 0 ? 1 : 0;
        if (gain === 0) this.#tied = true;
        if (gain >= 0) this.#add(intAt(arcs, 2 * node + 1));
        if (gain <= 0) this.#add(intAt(arcs, 2 * node));
      }
      begin = end;
    }
  }

  /** Outcomes are no nodes. A place is that of a node only if the list says so: nothing need be cleared between questions. */
  #add(node: number): void {
    if (node < FIRST_NODE) return;
    const place = intAt(this.#placeOf, node);
    if (place < this.#size && intAt(this.#nodes, place) === node) return;
    this.#nodes[this.#size] = node;
    this.#placeOf[node] = this.#size++;
  }

  /** From the last level up, keeping for every node on the list which entries its best completion counts. */
  #settleTies(): void {
    const { arcs, entries, entryCount } = this.#completions.diagram;
    // The last row stands for the end, from which nothing is counted any more.
    const rows = new TableRows(this.#size + 1, entryCount);
    const rowOf = (target: number): number => (target < FIRST_NODE ? this.#size : intAt(this.#placeOf, target));
    for (let level = 0; level < entries.length; level++) {
      const entry = intAt(entries, level);
      const end = level === 0 ? this.#size : intAt(this.#starts, level - 1);
      for (let place = intAt(this.#starts, level); place < end; place++) {
        const node = intAt(this.#nodes, place);
        const [skip, take] = [intAt(arcs, 2 * node), intAt(arcs, 2 * node + 1)];
        const gain = this.#completions.gainOfTaking(node, level);
        const takes = gain > 0 || (gain === 0 && rows.isBefore(rowOf(take), entry, rowOf(skip)));
        this.#takes[place] = takes ? 1 : 0;
        rows.copy(place, rowOf(takes ? take : skip), takes ? entry : null);
      }
    }
  }
}
