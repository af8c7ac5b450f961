import { intAt, itemAt } from '../at.js';
import type { Automaton } from './automaton.js';

const BITS_OF_A_WORD = 31;

/** Where the packed state keeps the node of one part: `bits` bits of a word, from bit `shift` up. */
export interface Field {
  readonly word: number;
  readonly shift: number;
  readonly bits: number;
}

/** A field for each part, and the number of 32-bit words of a state; the sign bit is never used. */
export interface Layout {
  readonly words: number;
  readonly fields: readonly Field[];
}

interface Room extends Field {
  /** The position from which on the room is free again. */
  readonly until: number;
}

/**
 * Gives every part room for its nodes. A part needs it only between the first and the last position that it reads, so
 * parts that read one after the other share: a unit cap on one group and another on the next, say.
 */
export function layOut(parts: readonly Automaton[]): Layout {
  const fields = new Map<Automaton, Field>();
  const rooms: Room[] = [];
  const used: number[] = [0];
  const byStart = [...parts].sort((a, b) => startOf(a) - startOf(b));
  for (const part of byStart) {
    const bits = bitsOf(part);
    const found = rooms.findIndex((room) => room.until <= startOf(part) && room.bits >= bits);
    const place = found < 0 ? newRoom(used, bits) : itemAt(rooms, found);
    const { word, shift } = place;
    fields.set(part, { word, shift, bits });
    rooms.splice(found < 0 ? rooms.length : found, 1, { ...place, until: itemAt(part.positions, 0) });
  }
  return { words: used.length, fields: parts.map((part) => fieldOf(fields, part)) };
}

function fieldOf(fields: ReadonlyMap<Automaton, Field>, part: Automaton): Field {
  const field = fields.get(part);
  if (field === undefined) throw new Error('a part was given no room');
  return field;
}

function startOf(part: Automaton): number {
  return itemAt(part.positions, part.positions.length - 1);
}

/** Enough for 0, which stands for "holds, whatever comes", and for the nodes of every level below the root's. */
function bitsOf({ first }: Automaton): number {
  let most = 0;
  for (let level = 0; level + 2 < first.length; level++) {
    most = Math.max(most, intAt(first, level + 1) - intAt(first, level));
  }
  return BITS_OF_A_WORD + 1 - Math.clz32(most);
}

function newRoom(used: number[], bits: number): Field {
  const found = used.findIndex((taken) => taken + bits <= BITS_OF_A_WORD);
  const word = found < 0 ? used.length : found;
  const shift = found < 0 ? 0 : itemAt(used, word);
  used[word] = shift + bits;
  return { word, shift, bits };
}
