import { intAt, itemAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER, type Automaton } from './automaton.js';
import type { Field, Layout } from './layout.js';

/** What a table says of a decision after which a part can no longer hold. */
export const FAILS = -1;

/** What one decision on the entry of one position does to the packed state. */
export interface Step {
  /** For each word the bits that the decision leaves as they are. */
  readonly kept: Int32Array;
  /** For each part that reads the position: where the state keeps its node, and where its table begins. */
  readonly words: Int32Array;
  readonly shifts: Int32Array;
  readonly masks: Int32Array;
  readonly starts: Int32Array;
  /**
   * For each node number in a field the bits that take its place when the entry is not counted, then those when it is;
   * or {@link FAILS}.
   */
  readonly table: Int32Array;
}

/** A part on its way down its levels. */
export interface Reader {
  readonly part: Automaton;
  readonly field: Field;
  /** The level that it reads next; -1 when it has read all. */
  level: number;
}

/** Every part at its highest level. */
export function readersOf(parts: readonly Automaton[], layout: Layout): Reader[] {
  return parts.map((part, at) => ({ part, field: itemAt(layout.fields, at), level: part.positions.length - 1 }));
}

/** The step at `position`; moves every reader on that reads it. */
export function stepAt(position: number, readers: readonly Reader[], words: number): Step {
  const reading = readers.filter(({ part, level }) => part.positions[level] === position);
  const kept = new Int32Array(words).fill(-1);
  const starts: number[] = [];
  const table: number[] = [];
  for (const { part, field, level } of reading) {
    kept[field.word] = intAt(kept, field.word) & ~(maskOf(field.bits) << field.shift);
    starts.push(table.length);
    pushTable(table, part, level, field.shift);
  }
  const step: Step = {
    kept,
    words: Int32Array.from(reading, ({ field }) => field.word),
    shifts: Int32Array.from(reading, ({ field }) => field.shift),
    masks: Int32Array.from(reading, (reader) => (isFirst(reader) ? 0 : maskOf(reader.field.bits))),
    starts: Int32Array.from(starts),
    table: Int32Array.from(table),
  };
  for (const reader of reading) reader.level--;
  return step;
}

/** A part that has read nothing yet is at its root, and its field may still be another part's. */
function isFirst({ part, level }: Reader): boolean {
  return level === part.positions.length - 1;
}

function maskOf(bits: number): number {
  return 2 ** bits - 1;
}

/** A row for number 0, which "holds, whatever comes" but stands for the root on the highest level; then the nodes. */
function pushTable(table: number[], part: Automaton, level: number, shift: number): void {
  const begin = intAt(part.first, level);
  const end = intAt(part.first, level + 1);
  const below = level === 0 ? FIRST_NODE : intAt(part.first, level - 1);
  const bitsOf = (target: number): number => {
    if (target === NEVER) return FAILS;
    return target === ALWAYS ? 0 : (target - below + 1) << shift;
  };
  const highest = level === part.positions.length - 1;
  if (!highest) table.push(0, 0);
  for (let node = begin; node < end; node++) {
    table.push(bitsOf(intAt(part.arcs, 2 * node)), bitsOf(intAt(part.arcs, 2 * node + 1)));
  }
}
