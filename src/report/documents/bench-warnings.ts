import type { BenchResult } from '../../benchmark/run.js';
import type { MachineDocument } from './bench.js';

/** The part of the median that quartiles may lie apart before a time is called uncertain. */
const WIDE = 0.3;

/** How far the pace of the machine may have changed. */
const STEADY = 1.15;

const BUSY_PER_CORE = 0.5;

/** What makes the times of a run doubtful, a sentence each. */
export function benchWarnings({ families, pace }: BenchResult, { load, cores }: MachineDocument): readonly string[] {
  const change = Math.max(pace.before / pace.after, pace.after / pace.before);
  const all = families.flatMap(({ instances }) => instances.flatMap(({ standings }) => standings));
  const timed = all.flatMap(({ times }) => (times === null ? [] : [times.one.spread]));
  const wide = timed.filter((spread) => spread > WIDE).length;
  const wrong = all.filter(({ verdict }) => verdict.kind === 'wrong' || verdict.kind === 'disputed').length;
  return [
    ...(wrong > 0 ? [`${wrong} answers were wrong or disputed; they have no times.`] : []),
    ...(load !== null && load > BUSY_PER_CORE * cores
      ? [`The machine was busy when the run began: a load of ${load.toFixed(1)} on ${cores} cores.`]
      : []),
    ...(change > STEADY
      ? [
          `The machine changed its pace: the same arithmetic took ${pace.before.toFixed(1)} ms before and ${pace.after.toFixed(1)} ms after.`,
        ]
      : []),
    ...(wide > 0
      ? [`Of ${timed.length} times ${wide} spread widely: their quartiles lie apart by over 30% of the median.`]
      : []),
  ];
}
