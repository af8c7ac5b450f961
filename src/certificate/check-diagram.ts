import type { Formula } from './check.js';
import { States, type State, type Step } from './states.js';

/**
 * A layered graph of pathways. Step k decides the entries `order[k]`: one of them is counted, or none. Node n of step k leads
 * to `arcs[k][2 * n]` where none is, and to `arcs[k][2 * n + 1]` where one is: a node of the next step, the end (0) after the
 * last step, or {@link NEVER}. Node 0 of the first step is where it begins.
 */
export interface Diagram {
  readonly order: readonly Step[];
  readonly arcs: readonly (readonly number[])[];
}

/** What choices lead to: a node, and the states of the rule that some place of the units chosen comes to. */
interface Place {
  readonly node: number;
  readonly states: readonly State[];
}

/** Where no pathway is left. */
export const NEVER = -1;

/** The most states that are looked at for the sake of one diagram. */
export const MOST_STATES = 500_000;

/** A rule over entries of which at most one of each set in `once` is counted; the sets are all of them. */
export interface DiagramQuestion {
  readonly rule: readonly Formula[];
  readonly once: readonly (readonly number[])[];
}

/** Whether the steps decide all entries of one unit each, or one entry each; of units listed once, they do both. */
export function decides({ order }: Diagram, { once }: DiagramQuestion, what: 'units' | 'placements'): boolean {
  const sorted = (sets: readonly (readonly number[])[]): string =>
    sets
      .map((set) => [...set].sort((a, b) => a - b).join())
      .sort()
      .join(';');
  return sorted(order) === sorted(what === 'units' ? once : once.flat().map((entry) => [entry]));
}

/**
 * Walks the states of the rule along the diagram: its paths from the first node to the end have to be exactly the choices
 * that meet the rule, in some place of every unit where steps decide whole units. Null where they are; otherwise why not.
 */
export function faultOfDiagram(diagram: Diagram, question: DiagramQuestion): string | null {
  const isOfUnits = decides(diagram, question, 'units');
  if (!isOfUnits && !decides(diagram, question, 'placements'))
    return 'its steps are not the entries, or the units, each once';
  const once = isOfUnits ? [] : question.once.filter((set) => set.length > 1);
  const apart = once.map((set): Formula => ({ terms: set.map((entry) => [entry, -1n] as const), plus: 1n }));
  try {
    return faultAtEnd(placesAtEnd(diagram, new States([...question.rule, ...apart], diagram.order)));
  } catch (thrown) {
    if (thrown instanceof RangeError) return thrown.message;
    throw thrown;
  }
}

/** Where all choices lead. Throws a RangeError where a node is missing, or there are too many states. */
function placesAtEnd({ order, arcs }: Diagram, states: States): readonly Place[] {
  let places: readonly Place[] = [{ node: 0, states: distinct([states.first()]) }];
  let looked = 0;
  for (const [step, entries] of order.entries()) {
    const next = new Map<string, Place>();
    const go = (node: number, reached: readonly State[]): void => {
      if (node === NEVER && reached.length === 0) return;
      const key = `${node} ${reached.map((it) => it.key).join(' ')}`;
      if (!next.has(key)) next.set(key, { node, states: reached });
      if ((looked += reached.length) > MOST_STATES)
        throw new RangeError(`more than ${MOST_STATES} states are not looked at`);
    };
    for (const place of places) {
      const [without, counted] = targetsOf(arcs, step, place.node);
      go(without, distinct(place.states.map((it) => states.after(it, step, null))));
      go(counted, distinct(place.states.flatMap((it) => entries.map((entry) => states.after(it, step, entry)))));
    }
    places = [...next.values()];
  }
  return places;
}

/** Where a node leads. Below a node without a pathway the walk goes on until the rule is surely broken. */
function targetsOf(arcs: Diagram['arcs'], step: number, node: number): readonly [without: number, counted: number] {
  if (node === NEVER) return [NEVER, NEVER];
  const [without, counted] = [arcs[step]?.[2 * node], arcs[step]?.[2 * node + 1]];
  if (without === undefined || counted === undefined) throw new RangeError(`step ${step + 1} has no node ${node}`);
  return [without, counted];
}

function faultAtEnd(places: readonly Place[]): string | null {
  for (const { node, states } of places) {
    if (node !== NEVER && node !== 0) return `its last step leads to ${node}`;
    if (node === 0 && states.length === 0) return 'a path to its end breaks the rule';
    if (node === NEVER) return 'a choice that meets the rule is no path to its end';
  }
  return null;
}

/** Different states that are not broken; one that holds whatever comes stands for all. */
function distinct(states: readonly State[]): readonly State[] {
  const holding = states.find(({ key }) => key === 'T');
  if (holding !== undefined) return [holding];
  const open = new Map(states.filter(({ key }) => key !== 'F').map((it) => [it.key, it]));
  return [...open.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
