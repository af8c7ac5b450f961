import type { Interval } from '../../domain/interval.js';
import { itemAt } from '../at.js';
import { ALWAYS, constant, FIRST_NODE, NEVER, type Automaton } from './automaton.js';
import type { Budget } from './budget.js';

/**
 * The partial sums at one level, cut into runs that have the same completions: sums from `starts[i]` up to the next
 * start lead to `targets[i]`. Runs, and not sums, are what the nodes stand for, so the size of the weights costs nothing.
 */
interface Runs {
  readonly starts: number[];
  readonly targets: number[];
}

/** The entries that a sum reads. `least` and `most` bound the sum of those before. */
interface Reading {
  readonly position: number;
  readonly weight: number;
  readonly least: number;
  readonly most: number;
}

/**
 * The automaton of "the sum of the counted entries' weights lies in the interval"; `weights` by position in the order.
 * Null when it goes over the budget.
 *
 * From the last entry up: a sum s before an entry of weight w goes to the run of s below when the entry is not counted
 * and to the run of s + w when it is. So the runs of a level begin where a run below begins, or w before that, and two
 * neighbours that lead to the same pair are one.
 */
export function sumAutomaton(weights: readonly number[], interval: Interval, budget: Budget): Automaton | null {
  const positions: number[] = [];
  const first = [FIRST_NODE];
  const arcs = [NEVER, NEVER, ALWAYS, ALWAYS];
  let runs = finalRuns(interval);
  for (const reading of readingsOf(weights).reverse()) {
    const before = arcs.length;
    runs = runsBefore(reading, runs, arcs);
    budget.spend((arcs.length - before) / 2);
    if (budget.exceeded) return null;
    positions.push(reading.position);
    first.push(arcs.length / 2);
  }
  const root = itemAt(runs.targets, runOf(runs, 0));
  if (root === NEVER || root === ALWAYS) return constant(root);
  return { positions, first: Int32Array.from(first), arcs: Int32Array.from(arcs), root };
}

function readingsOf(weights: readonly number[]): Reading[] {
  let [least, most] = [0, 0];
  const readings: Reading[] = [];
  for (const [position, weight] of weights.entries()) {
    if (weight === 0) continue;
    readings.push({ position, weight, least, most });
    least += Math.min(0, weight);
    most += Math.max(0, weight);
  }
  return readings;
}

function finalRuns({ min, max }: Interval): Runs {
  if (min !== null && max !== null && min > max) return { starts: [-Infinity], targets: [NEVER] };
  const starts = min === null ? [-Infinity] : [-Infinity, min];
  const targets = min === null ? [ALWAYS] : [NEVER, ALWAYS];
  return max === null ? { starts, targets } : { starts: [...starts, max + 1], targets: [...targets, NEVER] };
}

function runsBefore({ weight, least, most }: Reading, below: Runs, arcs: number[]): Runs {
  const runs: Runs = { starts: [], targets: [] };
  let [skipRun, takeRun] = [runOf(below, least), runOf(below, least + weight)];
  let [lastSkip, lastTake] = [-1, -1];
  for (let start = least; start <= most;) {
    const [skip, take] = [itemAt(below.targets, skipRun), itemAt(below.targets, takeRun)];
    if (skip !== lastSkip || take !== lastTake) {
      runs.starts.push(start);
      runs.targets.push(targetOf(skip, take, arcs));
      [lastSkip, lastTake] = [skip, take];
    }
    const skipEnd = below.starts[skipRun + 1] ?? Infinity;
    const takeEnd = (below.starts[takeRun + 1] ?? Infinity) - weight;
    start = Math.min(skipEnd, takeEnd);
    if (skipEnd === start) skipRun++;
    if (takeEnd === start) takeRun++;
  }
  return runs;
}

/** An outcome when both ways lead to it, otherwise a new node. */
function targetOf(skip: number, take: number, arcs: number[]): number {
  if (skip === take && skip < FIRST_NODE) return skip;
  arcs.push(skip, take);
  return arcs.length / 2 - 1;
}

function runOf({ starts }: Runs, value: number): number {
  let run = 0;
  while ((starts[run + 1] ?? Infinity) <= value) run++;
  return run;
}
