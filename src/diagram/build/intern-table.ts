import { intAt } from '../at.js';

const SMALLEST = 64;

/**
 * Numbers rows of `width` whole numbers (32 bits each) in order of their first appearance; equal rows get one number.
 * Open addressing over one typed array for the rows and one for the slots.
 */
export class InternTable {
  readonly width: number;
  #rows: Int32Array;
  /** The number of a row plus one; 0 is a free slot. */
  #slots: Int32Array;
  #size = 0;
  /** Rows before this one are kept but no longer found. */
  #oldest = 0;

  constructor(width: number) {
    this.width = width;
    this.#rows = new Int32Array(SMALLEST * width);
    this.#slots = new Int32Array(2 * SMALLEST);
  }

  /** How many rows there are. */
  get size(): number {
    return this.#size;
  }

  /** The rows one after the other; valid until the next row is interned. */
  get rows(): Int32Array {
    return this.#rows;
  }

  /** Drops every row. */
  clear(): void {
    this.#size = 0;
    this.seal();
  }

  /** Keeps the rows and their numbers, but gives later rows new numbers even when they are equal to one of these. */
  seal(): void {
    const used = this.#size - this.#oldest;
    this.#oldest = this.#size;
    if (this.#slots.length > 2 * SMALLEST && used * 16 < this.#slots.length) {
      this.#slots = new Int32Array(this.#slots.length / 4);
    } else {
      this.#slots.fill(0);
    }
  }

  /** The number of the row, which is copied when it is new. */
  intern(row: Int32Array): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash(row, this.width) & mask;
    for (let held = intAt(slots, slot); held !== 0; held = intAt(slots, slot)) {
      if (this.#holds(held - 1, row)) return held - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = this.#size + 1;
    return this.#append(row);
  }

  #holds(number: number, row: Int32Array): boolean {
    const start = number * this.width;
    for (let word = 0; word < this.width; word++) {
      if (this.#rows[start + word] !== row[word]) return false;
    }
    return true;
  }

  #append(row: Int32Array): number {
    const start = this.#size * this.width;
    if (start + this.width > this.#rows.length) this.#rows = grown(this.#rows);
    for (let word = 0; word < this.width; word++) this.#rows[start + word] = intAt(row, word);
    this.#size++;
    if (2 * (this.#size - this.#oldest) > this.#slots.length) this.#rehash();
    return this.#size - 1;
  }

  #rehash(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const row = new Int32Array(this.width);
    for (let number = this.#oldest; number < this.#size; number++) {
      for (let word = 0; word < this.width; word++) row[word] = intAt(this.#rows, number * this.width + word);
      let slot = hash(row, this.width) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Mixes every word into all bits, the low ones above all: those choose the slot. */
function hash(row: Int32Array, width: number): number {
  let mixed = 0;
  for (let word = 0; word < width; word++) {
    mixed = Math.imul(mixed ^ intAt(row, word), 0x9e3779b1);
    mixed ^= mixed >>> 15;
  }
  return mixed;
}

/** A copy with twice the room. */
export function grown(array: Int32Array): Int32Array {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
