import { intAt, itemAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../build/automaton.js';
import { reduce } from '../build/reduce.js';
import type { Diagram } from '../diagram.js';
import { areDistinct, HIDDEN, type UnitNumbers } from './units.js';

/** Whether an arc is followed: the one that a decision (1 when the entry is counted) at a node of a level leads along. */
export type ArcTest = (node: number, level: number, decision: 0 | 1) => boolean;

/** How many pairs of a node and units still to be placed may be made, when nobody says otherwise. */
export const DEFAULT_PLACE_LIMIT = 1_000_000;

/** What narrows a diagram of units. */
export interface UnitDiagramOptions {
  /** Pathways that take other arcs are left out. */
  readonly follows?: ArcTest;
  readonly placeLimit?: number;
}

/**
 * The diagram whose paths are the sets of units that pathways count, one path each, however the units are placed. Its
 * levels decide units, each named by its first entry; a unit's entries count in it as that one. Null when it takes more
 * than the limit.
 *
 * It decides a unit where the diagram of entries comes to the first of its entries. A unit that is counted may be placed
 * there or, still pending, further down; so a node stands for every node of the diagram of entries that some placement
 * of the units so far leads to, each with the units that are pending there. Units listed once make no difference.
 */
export function unitDiagram(
  diagram: Diagram,
  units: UnitNumbers,
  { follows, placeLimit = DEFAULT_PLACE_LIMIT }: UnitDiagramOptions = {},
): Diagram | null {
  if (diagram.root < FIRST_NODE || (follows === undefined && areDistinct(units))) return diagram;
  const steps = stepsOf(diagram, units);
  return steps === null ? null : new Projection(diagram, steps, follows ?? (() => true), placeLimit).run();
}

/** What a level of the diagram of entries means for the units. */
interface Step {
  /** `free`: both ways, untold. `first`: the unit is decided. `later`: a pending unit may be placed. */
  readonly kind: 'free' | 'first' | 'later';
  readonly unit: number;
  /** The bit that marks the unit as pending; 0 when it is listed once. */
  readonly bit: number;
  /** Whether the unit has no entry below, so that it may not be pending any longer. */
  readonly last: boolean;
}

/** A node and a set of bits share one whole number: nodes stay below 2^25, so that it is exact. */
const MOST_PENDING = 28;
const MASKS = 2 ** MOST_PENDING;

/** The steps by level; null when more units are open at a time than there are bits. */
function stepsOf({ entries }: Diagram, units: UnitNumbers): readonly Step[] | null {
  const lastLevel = new Map<number, number>();
  for (let level = entries.length - 1; level >= 0; level--) lastLevel.set(itemAt(units, intAt(entries, level)), level);
  const open = new Map<number, number>();
  const steps: Step[] = [];
  for (let level = entries.length - 1; level >= 0; level--) {
    const unit = itemAt(units, intAt(entries, level));
    const last = lastLevel.get(unit) === level;
    if (unit === HIDDEN) steps.push({ kind: 'free', unit, bit: 0, last });
    else if (open.has(unit)) steps.push({ kind: 'later', unit, bit: open.get(unit) ?? 0, last });
    else {
      const bit = last ? 0 : freeBit([...open.values()]);
      if (bit === null) return null;
      open.set(unit, bit);
      steps.push({ kind: 'first', unit, bit, last });
    }
    if (last) open.delete(unit);
  }
  return steps.reverse();
}

function freeBit(taken: readonly number[]): number | null {
  for (let bit = 1; bit < MASKS; bit *= 2) if (!taken.includes(bit)) return bit;
  return null;
}

/** The places that one set of decisions can have led to, ascending: nodes with what is pending at each. */
type Places = readonly number[];

class Projection {
  readonly #diagram: Diagram;
  readonly #steps: readonly Step[];
  readonly #follows: ArcTest;
  readonly #limit: number;
  #made = 0;

  constructor(diagram: Diagram, steps: readonly Step[], follows: ArcTest, limit: number) {
    this.#diagram = diagram;
    this.#steps = steps;
    this.#follows = follows;
    this.#limit = limit;
  }

  run(): Diagram | null {
    const { entryCount, root } = this.#diagram;
    const decided: number[] = [];
    const levels: Int32Array[] = [];
    let states: readonly Places[] = [[root * MASKS]];
    for (let level = this.#steps.length - 1; level >= 0; level--) {
      const step = itemAt(this.#steps, level);
      if (step.kind !== 'first') {
        if (levels.length === 0) states = states.map((places) => this.#pass(places, level));
        continue;
      }
      const next = new Numbering();
      const pairs = new Int32Array(2 * states.length);
      for (const [at, places] of states.entries()) {
        for (const decision of [0, 1] as const) {
          pairs[2 * at + decision] = this.#settle(this.#decide(places, level, decision), level, next);
        }
        if (this.#made > this.#limit) return null;
      }
      decided.push(step.unit);
      levels.push(pairs);
      states = next.states;
    }
    if (levels.length === 0) return outcome(this.#diagram, itemAt(states, 0).length > 0 ? ALWAYS : NEVER);
    const { positions, first, arcs, root: top } = reduce(levels, { positions: decided, complete: true });
    return {
      kind: 'diagram',
      entryCount,
      entries: Int32Array.from(positions),
      first,
      arcs,
      root: top,
      made: this.#made,
    };
  }

  /** Goes on through the levels that decide no unit, and gives what is reached a number. */
  #settle(places: Places, level: number, next: Numbering): number {
    let reached = places;
    let below = level - 1;
    for (; below >= 0 && itemAt(this.#steps, below).kind !== 'first'; below--) reached = this.#pass(reached, below);
    if (reached.length === 0) return NEVER;
    if (below < 0) return ALWAYS;
    return FIRST_NODE + next.of(reached);
  }

  #decide(places: Places, level: number, decision: 0 | 1): Places {
    const { bit } = itemAt(this.#steps, level);
    const reached: number[] = [];
    for (const place of places) {
      this.#follow(reached, place, level, decision, place % MASKS);
      if (decision === 1 && bit > 0) this.#follow(reached, place, level, 0, (place % MASKS) + bit);
    }
    return this.#inOrder(reached);
  }

  /** A level that decides nothing: a pending unit is placed there or left, if it can be placed below. */
  #pass(places: Places, level: number): Places {
    const { kind, bit, last } = itemAt(this.#steps, level);
    const reached: number[] = [];
    for (const place of places) {
      const pending = place % MASKS;
      const waits = kind === 'later' && (pending & bit) !== 0;
      if (!waits || !last) this.#follow(reached, place, level, 0, pending);
      if (waits) this.#follow(reached, place, level, 1, pending - bit);
      else if (kind === 'free') this.#follow(reached, place, level, 1, pending);
    }
    return this.#inOrder(reached);
  }

  #follow(reached: number[], place: number, level: number, decision: 0 | 1, pending: number): void {
    const node = Math.floor(place / MASKS);
    const child = intAt(this.#diagram.arcs, 2 * node + decision);
    if (child === NEVER || !this.#follows(node, level, decision)) return;
    reached.push(child * MASKS + pending);
  }

  #inOrder(reached: number[]): Places {
    this.#made += reached.length;
    return reached.length < 2 ? reached : [...new Set(reached)].sort((a, b) => a - b);
  }
}

/** Numbers the states of a level, equal ones alike. */
class Numbering {
  readonly states: Places[] = [];
  readonly #numbers = new Map<number | string, number>();

  of(places: Places): number {
    const key = places.length === 1 ? itemAt(places, 0) : places.join();
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.states.length);
    this.states.push(places);
    return this.states.length - 1;
  }
}

function outcome({ entryCount }: Diagram, root: typeof NEVER | typeof ALWAYS): Diagram {
  const arcs = new Int32Array([NEVER, NEVER, ALWAYS, ALWAYS]);
  return {
    kind: 'diagram',
    entryCount,
    entries: new Int32Array(),
    first: new Int32Array([FIRST_NODE]),
    arcs,
    root,
    made: 0,
  };
}
