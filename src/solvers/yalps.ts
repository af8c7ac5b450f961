import type { Model, Options } from 'yalps';
import { itemAt } from '../program/item-at.js';
import type { LinearProgram } from '../program/linear-program.js';
import { substituteFixed } from '../program/substitute-fixed.js';
import { createBackend, type RawAnswer } from './backend.js';
import type { Limits, Solver } from './solver.js';
import { tableauSize } from './tableau-model.js';

/** The largest tableau that is attempted, in numbers of 8 bytes. */
const LARGEST_TABLEAU = 10_000_000;

/** The most pivots of one node: many times what the largest tableaus that are attempted were seen to take. */
const MOST_PIVOTS = 50_000;

/** The largest factor of a row that is attempted: its tolerances are those of javascript-lp-solver, which it rewrites. */
const LARGEST_FACTOR = 3000;

const OBJECTIVE = 'objective';

/**
 * YALPS: a rewrite of javascript-lp-solver with typed arrays. It is loaded with the first program.
 *
 * A node of its search that is given up as `cycled`, after so many pivots, counts there as one without a solution, so
 * that a worse point may be called the best. Here no node is given up. And since the package looks at a time limit
 * between nodes only, the bounds on pivots and nodes are asked each time they are compared: a search that goes round in
 * a circle, or takes too long, is left by an exception, and what it had found by then is lost.
 */
export function createYalps(): Solver {
  return createBackend('yalps', searchByYalps);
}

/** The search of {@link createYalps} by itself, before anything it says is checked. */
export async function searchByYalps(program: LinearProgram, { milliseconds }: Limits): Promise<RawAnswer> {
  const deadline = performance.now() + milliseconds;
  const substitution = substituteFixed(program);
  if (substitution.kind === 'contradiction') return { status: 'infeasible' };
  const { program: smaller, lift } = substitution;
  if (smaller.columns.length === 0) return { status: 'optimal', values: lift([]), bound: null };
  if (isTooLarge(smaller)) return { status: 'unknown', limit: 'size' };
  const answer = await search(smaller, deadline);
  return 'values' in answer ? { ...answer, values: lift(answer.values) } : answer;
}

function isTooLarge(program: LinearProgram): boolean {
  if (tableauSize(program) > LARGEST_TABLEAU) return true;
  return program.rows.some(({ terms }) => terms.some(({ factor }) => Math.abs(factor) > LARGEST_FACTOR));
}

class TimeIsUp extends Error {}

/** A node took so many pivots that it goes round in a circle, which more time would not end. */
class Circling extends Error {}

async function search(program: LinearProgram, deadline: number): Promise<RawAnswer> {
  const { solve } = await import('yalps');
  try {
    const { status, variables } = solve(modelOf(program), optionsUntil(deadline));
    if (status === 'infeasible') return { status: 'infeasible' };
    if (status !== 'optimal')
      return { status: 'failed', reason: `it calls a program ${status} whose columns are bounded` };
    const values = new Map(variables);
    return {
      status: 'optimal',
      values: program.columns.map(({ lower }, at) => lower + valueOf(values, at)),
      bound: null,
    };
  } catch (thrown) {
    if (thrown instanceof TimeIsUp) return { status: 'unknown', limit: 'time' };
    if (thrown instanceof Circling) return { status: 'unknown', limit: 'size' };
    throw thrown;
  }
}

function valueOf(values: ReadonlyMap<number, number>, column: number): number {
  const value = values.get(column);
  if (value === undefined) throw new RangeError(`the answer has no value for column ${column}`);
  return value;
}

/** Everything exact, no limit but the clock, and every column in the answer, also those at 0. */
function optionsUntil(deadline: number): Options {
  let pivots = 0;
  const eachPivot = {
    valueOf: () => {
      if (performance.now() >= deadline) throw new TimeIsUp();
      if (++pivots > MOST_PIVOTS) throw new Circling();
      return Infinity;
    },
  };
  const eachNode = {
    valueOf: () => {
      pivots = 0;
      return Infinity;
    },
  };
  return {
    maxPivots: eachPivot as unknown as number,
    maxIterations: eachNode as unknown as number,
    tolerance: 0,
    checkCycles: false,
    includeZeroVariables: true,
  };
}

/** The package knows variables from 0 upwards, so each column is measured from its lower bound. */
function modelOf({ sense, columns, rows, objective }: LinearProgram): Model<number> {
  const coefficients = columns.map((_, column) => new Map<string, number>([[`upper ${column}`, 1]]));
  for (const { column, factor } of objective.terms) itemAt(coefficients, column).set(OBJECTIVE, factor);
  const constraints = new Map(columns.map(({ lower, upper }, column) => [`upper ${column}`, { max: upper - lower }]));
  const bounds = new Map<string, { readonly min?: number; readonly max?: number }>(constraints);
  for (const [index, { terms, interval }] of rows.entries()) {
    let offset = 0;
    for (const { column, factor } of terms) {
      itemAt(coefficients, column).set(`row ${index}`, factor);
      offset += factor * itemAt(columns, column).lower;
    }
    bounds.set(`row ${index}`, {
      ...(interval.min === null ? {} : { min: interval.min - offset }),
      ...(interval.max === null ? {} : { max: interval.max - offset }),
    });
  }
  return {
    direction: sense === 'minimise' ? 'minimize' : 'maximize',
    objective: OBJECTIVE,
    constraints: bounds,
    variables: new Map(coefficients.map((own, column) => [column, own])),
    integers: true,
  };
}
