import { byteAt, intAt } from '../at.js';
import { ALWAYS } from '../build/automaton.js';
import type { Completions } from '../build/completions.js';

const BITS_OF_A_WORD = 32;

/**
 * For every node 1 when its best completion counts the entry of its level, and 0 when it does not. Of several best
 * completions it is the first in table order: the one that counts the first entry on which they differ. So following
 * these from any node is always the same way, whatever the order of the levels.
 */
export function preferences(completions: Completions): Uint8Array {
  return preferAmong(completions, null);
}

/** {@link preferences} of the nodes on the best pathways only, which are often few; it says nothing of the others. */
export function preferencesOfBest(completions: Completions): Uint8Array {
  return preferAmong(completions, onBestPathways(completions));
}

/** Marks with 1 the nodes that the best pathways lead through, from the root down. */
function onBestPathways(completions: Completions): Uint8Array {
  const { arcs, entries, first, root } = completions.diagram;
  const marked = new Uint8Array(arcs.length / 2);
  marked[root] = 1;
  for (let level = entries.length - 1; level >= 0; level--) {
    for (let node = intAt(first, level); node < intAt(first, level + 1); node++) {
      if (byteAt(marked, node) === 0) continue;
      const gain = completions.gainOfTaking(node, level);
      if (gain >= 0) marked[intAt(arcs, 2 * node + 1)] = 1;
      if (gain <= 0) marked[intAt(arcs, 2 * node)] = 1;
    }
  }
  return marked;
}

/** One sweep from the last level up, which keeps the best completion of every node of two levels as a row of bits. */
function preferAmong(completions: Completions, marked: Uint8Array | null): Uint8Array {
  const { arcs, entries, entryCount, first } = completions.diagram;
  const preferred = new Uint8Array(arcs.length / 2);
  let below = new Rows(1, ALWAYS, entryCount);
  for (let level = 0; level < entries.length; level++) {
    const [start, end] = [intAt(first, level), intAt(first, level + 1)];
    const own = new Rows(end - start, start, entryCount);
    const entry = intAt(entries, level);
    for (let node = start; node < end; node++) {
      if (marked !== null && byteAt(marked, node) === 0) continue;
      const [skip, take] = [intAt(arcs, 2 * node), intAt(arcs, 2 * node + 1)];
      const gain = completions.gainOfTaking(node, level);
      const takes = gain > 0 || (gain === 0 && below.isBefore(take, entry, skip));
      if (takes) preferred[node] = 1;
      own.copy(node, below, takes ? take : skip, takes ? entry : null);
    }
    below = own;
  }
  return preferred;
}

/** A row of bits for each node of a level, the entry first in the table as the highest bit of the first word. */
class Rows {
  readonly #bits: Uint32Array;
  readonly #words: number;
  readonly #first: number;

  constructor(nodes: number, first: number, entryCount: number) {
    this.#words = Math.ceil(entryCount / BITS_OF_A_WORD);
    this.#bits = new Uint32Array(nodes * this.#words);
    this.#first = first;
  }

  /** Whether the row of `take` with `entry` besides comes before that of `skip`. */
  isBefore(take: number, entry: number, skip: number): boolean {
    const [mine, other] = [this.#place(take), this.#place(skip)];
    for (let word = 0; word < this.#words; word++) {
      const added = Math.floor(entry / BITS_OF_A_WORD) === word ? bitOf(entry) : 0;
      const [left, right] = [(wordAt(this.#bits, mine + word) | added) >>> 0, wordAt(this.#bits, other + word)];
      if (left !== right) return left > right;
    }
    return false;
  }

  /** Makes the row of `node` that of `child` in the rows below, with `entry` besides. */
  copy(node: number, below: Rows, child: number, entry: number | null): void {
    const [to, from] = [this.#place(node), below.#place(child)];
    for (let word = 0; word < this.#words; word++) this.#bits[to + word] = wordAt(below.#bits, from + word);
    if (entry === null) return;
    const at = to + Math.floor(entry / BITS_OF_A_WORD);
    this.#bits[at] = (wordAt(this.#bits, at) | bitOf(entry)) >>> 0;
  }

  #place(node: number): number {
    return (node - this.#first) * this.#words;
  }
}

function bitOf(entry: number): number {
  return 1 << (BITS_OF_A_WORD - 1 - (entry % BITS_OF_A_WORD));
}

function wordAt(words: Uint32Array, index: number): number {
  const value = words[index];
  if (value === undefined) throw new RangeError(`${index} is outside of ${words.length} words`);
  return value;
}
