import type { Family } from '../task.js';
import { plainQualification, type PlainShape } from './plain.js';

const SHAPES: readonly PlainShape[] = [
  { units: 18, groups: 3, credits: 30, seed: 11 },
  { units: 22, groups: 3, credits: 36, seed: 12 },
  { units: 26, groups: 3, credits: 40, seed: 13 },
  { units: 34, groups: 3, credits: 48, seed: 14 },
  { units: 45, groups: 3, credits: 55, seed: 1 },
  { units: 75, groups: 4, credits: 70, seed: 2 },
];

const QUICK_INSTANCES = 3;

/** How many pathways there are. */
export const COUNTING: Family = {
  id: 'counting',
  title: 'Counting pathways',
  statement: 'A rule of the plain family. Say exactly how many pathways it has.',
  analysis:
    'Enumeration takes time for every pathway, and their number grows exponentially with units; the diagram adds up ' +
    'numbers of paths, one sum a node. No program of this kind answers in one search.',
  growsBy: 'units',
  instances: (quick) =>
    (quick ? SHAPES.slice(0, QUICK_INSTANCES) : SHAPES).map((shape) => ({
      name: `${shape.units} units`,
      size: shape.units,
      task: { kind: 'count', problem: plainQualification(shape).problem },
    })),
};
