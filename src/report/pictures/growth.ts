import type { BenchFamilyDocument } from '../documents/bench.js';
import { lineChart } from './line-chart.js';
import type { Picture } from './picture.js';

/** How the time for one question, everything included, grows with the instances of a family, on logarithmic axes. */
export function growth({ title, growsBy, instances }: BenchFamilyDocument): Picture {
  const names = instances[0]?.solvers.map(({ solver }) => solver) ?? [];
  const series = names.flatMap((name) => {
    const points = instances.flatMap(({ size, solvers }) => {
      const time = solvers.find(({ solver }) => solver === name)?.milliseconds?.one.median;
      return time === undefined || time <= 0 ? [] : [[size, time] as const];
    });
    return points.length === 0 ? [] : [{ name, points }];
  });
  return lineChart({
    title: `${title}: growth`,
    description: describe(series, growsBy),
    x: { label: growsBy, scale: 'log', ...endsOf(instances.map(({ size }) => size)) },
    y: { label: 'milliseconds, everything included', scale: 'log' },
    series,
  });
}

/** The sizes themselves are the marks, from the least to the most. */
function endsOf(sizes: readonly number[]): {
  readonly from?: number;
  readonly to?: number;
  readonly ticks?: readonly number[];
} {
  const [from, to] = [sizes[0], sizes.at(-1)];
  return from === undefined || to === undefined || to <= from ? {} : { from, to, ticks: sizes };
}

interface Named {
  readonly name: string;
  readonly points: readonly (readonly [number, number])[];
}

function describe(series: readonly Named[], growsBy: string): string {
  const ends = series.map(({ name, points }) => {
    const [size, time] = points.at(-1) ?? [0, 0];
    return `${name} ${time < 1 ? '<1' : Math.round(time)} ms at ${size} ${growsBy}`;
  });
  return ends.length === 0 ? 'Nobody answered.' : `At the last instance of each: ${ends.join(', ')}.`;
}
