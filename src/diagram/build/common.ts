import { exactly } from '../../domain/interval.js';
import type { Problem } from '../../domain/problem.js';
import { itemAt } from '../at.js';
import type { Diagram, TooLarge } from '../diagram.js';
import { HIDDEN, unitNumbers, type UnitNumbers } from '../query/units.js';
import { Budget } from './budget.js';
import { composeAll } from './compose.js';
import { conjunction, positionsOf } from './conjunction.js';
import { DEFAULT_NODE_BUDGET, type BuildOptions } from './build.js';
import { all, not, sum, type Formula } from './formula.js';
import { lower } from './lower.js';
import { orderEntries } from './order.js';

/** A problem with the piece of learning of each entry, under names that both problems share. */
export interface Side {
  readonly problem: Problem;
  readonly pieces: readonly string[];
}

/** A diagram over the entries of two problems, and which unit each of its variables tells. */
export interface CommonDiagram {
  readonly diagram: Diagram | TooLarge;
  readonly units: UnitNumbers;
}

/**
 * The pathways of one problem whose units are a pathway of the other as well: a path is a placement under either rule of
 * the same units. The first variables are the entries of the first problem; a unit that both list once has one variable,
 * any other has one for each entry, and as many of them are counted on either side.
 */
export function buildBoth(one: Side, other: Side, options: BuildOptions = {}): CommonDiagram {
  const shared = shareVariables(one, other);
  return build(one, shared, [shared.own, shared.others, ...shared.links], options);
}

/**
 * The pathways of one problem whose units are none of the other; null where a unit is listed twice by either, as "no
 * placement" is no formula over placements.
 */
export function buildOnlyFirst(one: Side, other: Side, options: BuildOptions = {}): CommonDiagram | null {
  if (isRepeated(one) || isRepeated(other)) return null;
  const shared = shareVariables(one, other);
  // A unit that only the other one lists is never counted, and one that only this lists keeps the other from holding.
  const unlisted = not(all([shared.others, ...shared.onlyOwn]));
  return build(one, shared, [shared.own, unlisted, ...shared.onlyOthers], options);
}

function isRepeated({ pieces }: Side): boolean {
  return new Set(pieces).size < pieces.length;
}

interface Shared {
  readonly size: number;
  /** The variable of each entry of the other problem. */
  readonly variables: readonly number[];
  readonly own: Formula;
  readonly others: Formula;
  /** Units are counted on both sides or on neither. */
  readonly links: readonly Formula[];
  /** Units that one side alone lists are not counted. */
  readonly onlyOwn: readonly Formula[];
  readonly onlyOthers: readonly Formula[];
}

function shareVariables(one: Side, other: Side): Shared {
  const [own, others] = [placesOf(one.pieces), placesOf(other.pieces)];
  let size = one.pieces.length;
  const variables = other.pieces.map((piece): number => {
    const [places, theirs] = [own.get(piece) ?? [], others.get(piece) ?? []];
    return places.length === 1 && theirs.length === 1 ? itemAt(places, 0) : size++;
  });
  const linkOf = (piece: string): Formula => {
    const weights = Array.from({ length: size }, () => 0);
    for (const place of own.get(piece) ?? []) weights[place] = 1;
    for (const place of others.get(piece) ?? []) weights[itemAt(variables, place)] = -1;
    return sum(weights, exactly(0));
  };
  const isShared = (piece: string): boolean => own.get(piece)?.length === 1 && others.get(piece)?.length === 1;
  const [onlyOwn, onlyOthers] = [
    [...own.keys()].filter((it) => !others.has(it)).map(linkOf),
    [...others.keys()].filter((it) => !own.has(it)).map(linkOf),
  ];
  const several = [...own.keys()].filter((it) => others.has(it) && !isShared(it)).map(linkOf);
  return {
    size,
    variables,
    own: moved(
      lower(one.problem),
      one.pieces.map((_, at) => at),
      size,
    ),
    others: moved(lower(other.problem), variables, size),
    links: [...several, ...onlyOwn, ...onlyOthers],
    onlyOwn,
    onlyOthers,
  };
}

function placesOf(pieces: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>();
  for (const [at, piece] of pieces.entries()) places.set(piece, [...(places.get(piece) ?? []), at]);
  return places;
}

/** The formula over other variables; those that occur several times stay one. */
function moved(formula: Formula, variables: readonly number[], size: number): Formula {
  const made = new Map<Formula, Formula>();
  const move = (it: Formula): Formula => {
    const known = made.get(it);
    if (known !== undefined) return known;
    const result = moveOne(it);
    made.set(it, result);
    return result;
  };
  const moveOne = (it: Formula): Formula => {
    if (it.kind === 'all') return { kind: 'all', parts: it.parts.map(move) };
    if (it.kind === 'not') return { kind: 'not', part: move(it.part) };
    const weights = Array.from({ length: size }, () => 0);
    for (const [at, weight] of it.weights.entries()) weights[itemAt(variables, at)] = weight;
    return sum(weights, it.interval);
  };
  return move(formula);
}

function build(one: Side, shared: Shared, formulas: readonly Formula[], options: BuildOptions): CommonDiagram {
  const budget = new Budget(options.nodeBudget ?? DEFAULT_NODE_BUDGET, options.milliseconds);
  const order = orderOf(one, shared);
  const conjuncts = formulas.flatMap((formula) => (formula.kind === 'all' ? formula.parts : [formula]));
  const parts = composeAll(conjuncts, order, budget);
  const read = parts === null ? [] : positionsOf(parts);
  const free = [...order.keys()].filter((position) => !read.includes(position));
  const whole = parts === null ? null : conjunction(parts, { positions: [...read, ...free], complete: true }, budget);
  const units = [...unitNumbers(one.problem), ...Array.from({ length: shared.size - one.pieces.length }, () => HIDDEN)];
  if (whole === null) {
    const limit = budget.spent > budget.limit ? 'size' : 'time';
    return { diagram: { kind: 'too-large', nodes: budget.spent, limit }, units };
  }
  const { positions, first, arcs, root } = whole;
  const entries = Int32Array.from(positions, (position) => itemAt(order, position));
  return {
    diagram: { kind: 'diagram', entryCount: shared.size, entries, first, arcs, root, made: budget.spent },
    units,
  };
}

/** The order of the first problem; the further variables of the other stand behind those that they are linked with. */
function orderOf({ problem }: Side, { size, links, own }: Shared): readonly number[] {
  const order = orderEntries(problem, own.kind === 'all' ? own.parts : [own]);
  const placed = new Set(order);
  const behind = new Map<number, readonly number[]>();
  for (const link of links) {
    if (link.kind !== 'sum') continue;
    const linked = [...link.weights.keys()].filter((at) => link.weights[at] !== 0);
    const anchor = order.findLast((at) => linked.includes(at));
    if (anchor !== undefined)
      behind.set(
        anchor,
        linked.filter((at) => !placed.has(at)),
      );
  }
  const ordered = order.flatMap((at) => [at, ...(behind.get(at) ?? [])]);
  const listed = new Set(ordered);
  return [...Array.from({ length: size }, (_, at) => at).filter((at) => !listed.has(at)), ...ordered];
}
