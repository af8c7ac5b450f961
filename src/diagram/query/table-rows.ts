const BITS_OF_A_WORD = 32;

/** Rows of bits that say which entries are counted, the entry first in the table as the highest bit of the first word. */
export class TableRows {
  readonly #bits: Uint32Array;
  readonly #words: number;

  /** So many rows, all of them empty. */
  constructor(rows: number, entryCount: number) {
    this.#words = Math.ceil(entryCount / BITS_OF_A_WORD);
    this.#bits = new Uint32Array(rows * this.#words);
  }

  /** Whether the row `take` with `entry` besides comes before the row `skip` in table order. */
  isBefore(take: number, entry: number, skip: number): boolean {
    const [mine, other] = [take * this.#words, skip * this.#words];
    for (let word = 0; word < this.#words; word++) {
      const added = Math.floor(entry / BITS_OF_A_WORD) === word ? bitOf(entry) : 0;
      const [left, right] = [(wordAt(this.#bits, mine + word) | added) >>> 0, wordAt(this.#bits, other + word)];
      if (left !== right) return left > right;
    }
    return false;
  }

  /** Makes the row `to` what the row `from` is, here or in other rows for as many entries, with `entry` besides. */
  copy(to: number, from: number, entry: number | null, source: TableRows = this): void {
    for (let word = 0; word < this.#words; word++) {
      this.#bits[to * this.#words + word] = wordAt(source.#bits, from * this.#words + word);
    }
    if (entry === null) return;
    const at = to * this.#words + Math.floor(entry / BITS_OF_A_WORD);
    this.#bits[at] = (wordAt(this.#bits, at) | bitOf(entry)) >>> 0;
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
