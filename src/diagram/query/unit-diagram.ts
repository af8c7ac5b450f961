import { intAt, itemAt } from '../at.js';
import { ALWAYS, FIRST_NODE, NEVER } from '../build/automaton.js';
import { reduce } from '../build/reduce.js';
import type { Diagram } from '../diagram.js';
import { MASKS, stepsOf, type Step } from './unit-steps.js';
import { areDistinct, type UnitNumbers } from './units.js';

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
      const { kind, unit } = itemAt(this.#steps, level);
      if (kind === 'first') {
        const next = new Numbering();
        levels.push(this.#decideLevel(states, level, next));
        decided.push(unit);
        states = next.states;
      } else if (levels.length === 0) states = states.map((places) => this.#pass(places, level));
      if (this.#made > this.#limit) return null;
    }
    if (levels.length === 0) return outcome(this.#diagram, itemAt(states, 0).length > 0 ? ALWAYS : NEVER);
    const { positions, first, arcs, root: top } = reduce(levels, { positions: decided, complete: true });
    const entries = Int32Array.from(positions);
    return { kind: 'diagram', entryCount, entries, first, arcs, root: top, made: this.#made };
  }

  /** For each state what it leads to when the unit of the level is not counted, and when it is. */
  #decideLevel(states: readonly Places[], level: number, next: Numbering): Int32Array {
    const pairs = new Int32Array(2 * states.length);
    for (const [at, places] of states.entries()) {
      for (const decision of [0, 1] as const) {
        pairs[2 * at + decision] = this.#settle(this.#decide(places, level, decision), level, next);
      }
      if (this.#made > this.#limit) break;
    }
    return pairs;
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
