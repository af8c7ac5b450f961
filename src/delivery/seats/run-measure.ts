import { itemAt } from '../../domain/item-at.js';

/*
 * What runs come to. With r[u] runs of unit u now and k[u] in the plan that is kept,
 *
 *   sum over u of  perRun[u] r[u]  +  perUnit (1 if r[u] > 0)  +  perChange |r[u] - k[u]|
 *
 * so hours are a measure of runs, the number of units one of units, and a change is a run that comes in or goes. In periods
 * runs are compared where they stand, so that one that moves goes in one place and comes in another.
 */

/** A sum over runs in whole numbers of 0 or more. */
export interface RunMeasure {
  readonly perRun: readonly number[];
  readonly perUnit: number;
  readonly perChange: number;
}

/** A measure that may not exceed `most`; the option that asked for it, and what is added when it is told. */
export interface RunLimit {
  readonly option: string;
  readonly measure: RunMeasure;
  readonly most: number;
  readonly constant: number;
}

/** A measure that is to be as small as possible; values are told with `constant` added and divided by `scale`. */
export interface RunGoal {
  readonly name: string;
  readonly measure: RunMeasure;
  readonly constant: number;
  readonly scale: number;
}

/** So much for each run of a unit, and nothing else. */
export function ofRuns(perRun: readonly number[]): RunMeasure {
  return { perRun, perUnit: 0, perChange: 0 };
}

/** What so many runs of one unit come to, of which there were `kept`. */
export function measureAt(
  { perRun, perUnit, perChange }: RunMeasure,
  unit: number,
  runs: number,
  kept: number,
): number {
  return itemAt(perRun, unit) * runs + (runs > 0 ? perUnit : 0) + perChange * Math.abs(runs - kept);
}

/** What the runs of all units come to. */
export function measureOf(measure: RunMeasure, runs: readonly number[], kept: readonly number[]): number {
  return runs.reduce((sum, own, unit) => sum + measureAt(measure, unit, own, itemAt(kept, unit)), 0);
}

/** The sum of measures, each so many times. */
export function addMeasures(parts: readonly (readonly [times: number, measure: RunMeasure])[]): RunMeasure {
  const sum = (of: (measure: RunMeasure) => number): number =>
    parts.reduce((total, [times, measure]) => total + times * of(measure), 0);
  const [first] = parts;
  if (first === undefined) throw new RangeError('a sum of measures has at least one');
  return {
    perRun: first[1].perRun.map((_, unit) => sum(({ perRun }) => itemAt(perRun, unit))),
    perUnit: sum(({ perUnit }) => perUnit),
    perChange: sum(({ perChange }) => perChange),
  };
}
