import type { BenchFamilyDocument } from '../documents/bench.js';
import { lineChart } from './line-chart.js';
import type { Picture } from './picture.js';
import { solverTimes } from './solver-times.js';

/** How many instances each solver answers within a time: its own times, sorted, one after the other. */
export function cactus(families: readonly BenchFamilyDocument[]): Picture {
  const { instances, solvers } = solverTimes(families);
  const series = solvers.map(({ name, times }) => ({
    name,
    points: times
      .filter((time) => time !== null)
      .sort((a, b) => a - b)
      .map((time, at) => [time, at + 1] as const),
  }));
  const counts = series.map(({ name, points }) => `${name} ${points.length}`);
  return lineChart({
    title: 'Instances answered within a time',
    description: `Of ${instances} instances: ${counts.join(', ')}.`,
    x: { label: 'milliseconds for one question, everything included', scale: 'log' },
    y: { label: 'instances answered', scale: 'linear', from: 0, to: instances },
    series,
    steps: true,
  });
}
