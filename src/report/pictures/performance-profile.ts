import { itemAt } from '../../domain/item-at.js';
import type { BenchFamilyDocument } from '../documents/bench.js';
import { lineChart } from './line-chart.js';
import type { Picture } from './picture.js';
import { solverTimes } from './solver-times.js';

/**
 * The performance profile of Dolan and Moré: for each factor, the part of all instances that a solver answers within
 * that factor of the fastest one's time. At 1 it is how often it is the fastest, at the far end how often it answers.
 */
export function performanceProfile(families: readonly BenchFamilyDocument[]): Picture {
  const { instances, solvers } = solverTimes(families);
  const fastest = Array.from({ length: instances }, (_, at) =>
    Math.min(...solvers.map(({ times }) => itemAt(times, at) ?? Infinity)),
  );
  const series = solvers.map(({ name, times }) => {
    const ratios = times.flatMap((time, at) => (time === null ? [] : [Math.max(1, time / itemAt(fastest, at))]));
    const sorted = ratios.sort((a, b) => a - b);
    return { name, points: sorted.map((ratio, at) => [ratio, (at + 1) / instances] as const) };
  });
  const best = series.map(({ name, points }) => `${name} ${points.filter(([ratio]) => ratio === 1).length}`);
  return lineChart({
    title: 'Performance profile',
    description: `How often each is the fastest, of ${instances} instances: ${best.join(', ')}.`,
    x: { label: 'times the fastest', scale: 'log', from: 1 },
    y: { label: 'part of the instances', scale: 'linear', from: 0, to: 1 },
    series,
    steps: true,
  });
}
