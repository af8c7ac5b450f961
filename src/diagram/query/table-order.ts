import { intAt } from '../at.js';
import { ALWAYS } from '../build/automaton.js';
import type { Completions } from '../build/completions.js';

const BITS_OF_A_WORD = 32;

/**
 * For every node 1 when its best completion counts the entry of its level, and 0 when it does not. Of several best
 * completions it is the first in table order: the one that counts the first entry on which they differ. So following
 * these from any node is always the same way, whatever the order of the levels.
 *
 * One sweep from the last level up, which keeps the best completion of every node of two levels as a row of bits.
 */
export function preferences(completions: Completions): Uint8Array {
  const { diagram } = completions;
  const preferred = new Uint8Array(diagram.arcs.length / 2);
  let below = new Rows(1, ALWAYS, diagram.entryCount);
  for (let level = 0; level < diagram.entries.length; level++) {
    const [start, end] = [intAt(diagram.first, level), intAt(diagram.first, level + 1)];
    const own = new Rows(end - start, start, diagram.entryCount);
    const entry = intAt(diagram.entries, level);
    for (let node = start; node < end; node++) {
      const [skip, take] = [intAt(diagram.arcs, 2 * node), intAt(diagram.arcs, 2 * node + 1)];
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
