/** How many learners can be told apart before those from before them begin to be forgotten. */
export const LEARNERS_REMEMBERED = 1_000_000;

/** What is remembered of a learner: two independent hashes of the identifier, 64 bits in all. */
export interface Fingerprint {
  readonly first: number;
  readonly second: number;
}

/** The fingerprint of an identifier. Two learners of a million share theirs with a probability below 1 in 10^7. */
export function fingerprint(learner: string): Fingerprint {
  let [first, second] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < learner.length; at++) {
    const code = learner.charCodeAt(at);
    first = Math.imul(first ^ code, 0x01000193);
    second = Math.imul(second ^ code, 0x85ebca6b);
    second ^= second >>> 13;
  }
  return { first: mix(first), second: mix(second ^ learner.length) };
}

/** Spreads what differs in a few bits over all of them. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

/**
 * Notices a learner who comes a second time, in memory that does not grow: whoever is among the last
 * {@link LEARNERS_REMEMBERED} is always noticed. Two tables take turns; when one is full the older is emptied.
 */
export class CohortRepeats {
  readonly #capacity: number;
  #recent: FingerprintTable;
  #earlier: FingerprintTable | null = null;

  constructor(capacity: number = LEARNERS_REMEMBERED) {
    this.#capacity = capacity;
    this.#recent = new FingerprintTable(capacity);
  }

  /** Takes in a learner; says whether it has been here before. */
  isRepeat(learner: Fingerprint): boolean {
    if (this.#earlier?.has(learner) === true || !this.#recent.add(learner)) return true;
    if (this.#recent.size === this.#capacity) {
      const emptied = this.#earlier ?? new FingerprintTable(this.#capacity);
      emptied.clear();
      this.#earlier = this.#recent;
      this.#recent = emptied;
    }
    return false;
  }
}

/** A set of fingerprints with open addressing, at most half full. */
class FingerprintTable {
  readonly #slots: Int32Array;
  readonly #mask: number;
  size = 0;

  constructor(capacity: number) {
    const slots = 2 ** Math.ceil(Math.log2(2 * capacity));
    this.#slots = new Int32Array(2 * slots);
    this.#mask = slots - 1;
  }

  has(wanted: Fingerprint): boolean {
    return this.#slots[2 * this.#find(wanted)] !== 0;
  }

  /** False when it is in the set already. */
  add(added: Fingerprint): boolean {
    const slot = this.#find(added);
    if (this.#slots[2 * slot] !== 0) return false;
    this.#slots[2 * slot] = notNought(added.first);
    this.#slots[2 * slot + 1] = added.second;
    this.size += 1;
    return true;
  }

  clear(): void {
    this.#slots.fill(0);
    this.size = 0;
  }

  /** The slot of a fingerprint, or the free one where it belongs. */
  #find({ first, second }: Fingerprint): number {
    const wanted = notNought(first);
    let slot = second & this.#mask;
    while (this.#slots[2 * slot] !== 0) {
      if (this.#slots[2 * slot] === wanted && this.#slots[2 * slot + 1] === second) break;
      slot = (slot + 1) & this.#mask;
    }
    return slot;
  }
}

/** Nought marks a free slot. */
function notNought(hash: number): number {
  return hash === 0 ? 1 : hash;
}
