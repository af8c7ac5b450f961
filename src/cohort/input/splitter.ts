import type { CohortForm, CsvForm } from './form.js';
import { LARGEST_LEARNER } from './item.js';
import { readRow } from './row.js';
import { decodeLines } from './text.js';

const LINE_FEED = 10;

/**
 * Bytes that are certainly more than {@link LARGEST_LEARNER} characters, at up to three bytes for each. What is longer
 * is not kept, and whoever reads the lines refuses what is left.
 */
const MOST_BYTES = 3 * LARGEST_LEARNER + 3;

/** Cuts a stream of bytes into blocks of whole lines, a CSV where one learner ends and the next begins. */
export class CohortSplitter {
  readonly #form: CohortForm;
  /** Whole lines that are held back, as their learner may go on. */
  #rows: Uint8Array = new Uint8Array();
  /** Who the last of them is about. */
  #holder: Holder = null;
  /** The beginning of a line whose end is yet to come. */
  #parts: Uint8Array[] = [];
  #partial = 0;

  constructor(form: CohortForm) {
    this.#form = form;
  }

  /** Takes in the next bytes; returns the lines that can be read now, in an array of their own. */
  push(bytes: Uint8Array): Uint8Array | null {
    const feed = bytes.lastIndexOf(LINE_FEED);
    if (feed < 0) {
      this.#keep(bytes);
      return null;
    }
    const rows = join([this.#rows, ...this.#parts, bytes.subarray(0, feed + 1)]);
    this.#parts = [];
    this.#partial = 0;
    this.#keep(bytes.subarray(feed + 1));
    return this.#cut(rows);
  }

  /** What is left when the stream has ended. */
  end(): Uint8Array | null {
    const rest = join([this.#rows, ...this.#parts]);
    return rest.length === 0 ? null : rest;
  }

  #keep(bytes: Uint8Array): void {
    // A copy, as whoever hands over bytes may use their place again.
    const kept = new Uint8Array(bytes.subarray(0, MOST_BYTES - this.#partial));
    if (kept.length === 0) return;
    this.#parts.push(kept);
    this.#partial += kept.length;
  }

  #cut(rows: Uint8Array): Uint8Array | null {
    if (this.#form.format !== 'csv') return rows;
    const { start, complete, first, last } = scanBack(rows, this.#rows.length, this.#form);
    const goesOn = complete && (first === undefined || mayBeOne(first, this.#holder));
    const group = goesOn && this.#rows.length > 0 ? 0 : start;
    const at = group === 0 && rows.length > MOST_BYTES ? rows.length : group;
    if (last !== undefined) this.#holder = last;
    this.#rows = rows.slice(at);
    return at === 0 ? null : rows.slice(0, at);
  }
}

/** Who a row is about; null for a row that does not say. It may be about the learner on either side. */
type Holder = string | null;

function mayBeOne(a: Holder, b: Holder): boolean {
  return a === null || b === null || a === b;
}

/** What the last rows of some have in common: where they start, and whether they are all the rows there are. */
interface LastRows {
  readonly start: number;
  readonly complete: boolean;
  /** Who the first and the last of them are about; undefined when all are blank. */
  readonly first: Holder | undefined;
  readonly last: Holder | undefined;
}

/** Goes back over the rows behind `from` for as long as they may all be about one learner. */
function scanBack(rows: Uint8Array, from: number, form: CsvForm): LastRows {
  let [start, first, last]: [number, Holder | undefined, Holder | undefined] = [rows.length, undefined, undefined];
  for (let end = rows.length; end > from;) {
    const beginning = end < 2 ? 0 : rows.lastIndexOf(LINE_FEED, end - 2) + 1;
    const { text, notUtf8 } = decodeLines(rows.subarray(beginning, end - 1));
    const row = readRow(text, form, 0, notUtf8.get(0));
    end = beginning;
    if (row === null) continue;
    if (first !== undefined && !mayBeOne(first, row.learner)) return { start, complete: false, first, last };
    [start, first, last] = [beginning, row.learner, last === undefined ? row.learner : last];
  }
  return { start, complete: true, first, last };
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
