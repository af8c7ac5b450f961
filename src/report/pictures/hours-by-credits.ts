import type { CreditPointDocument } from '../documents/distribution.js';
import { lineChart } from './line-chart.js';
import type { Picture } from './picture.js';

/** The least and the most hours of the pathways with just so many credits, over the credits. */
export function hoursByCredits(points: readonly CreditPointDocument[]): Picture {
  return lineChart({
    title: 'Hours against credits',
    description: describe(points),
    x: { label: 'credits', scale: 'linear' },
    y: { label: 'guided learning hours', scale: 'linear' },
    series: [
      { name: 'highest hours', points: points.map(({ credits, maxGlh }) => [credits, maxGlh]) },
      { name: 'lowest hours', points: points.map(({ credits, minGlh }) => [credits, minGlh]) },
    ],
  });
}

function describe(points: readonly CreditPointDocument[]): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'There is no pathway.';
  const at = ({ credits, minGlh, maxGlh }: CreditPointDocument): string =>
    `at ${credits} credits ${minGlh === maxGlh ? `${minGlh} hours` : `from ${minGlh} to ${maxGlh} hours`}`;
  return points.length === 1 ? `Pathways have ${at(first)}.` : `Pathways have ${at(first)}, and ${at(last)}.`;
}
