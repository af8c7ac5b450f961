import { randomFrom } from '../random.js';
import type { Costs, Family, Instance } from '../task.js';
import { plainQualification, type PlainShape } from './plain.js';

const SHAPES: readonly PlainShape[] = [
  { units: 45, groups: 3, credits: 55, seed: 1 },
  { units: 100, groups: 5, credits: 80, seed: 3 },
  { units: 150, groups: 6, credits: 100, seed: 4 },
];

const QUESTIONS = 101;

const QUICK_QUESTIONS = 21;

const LARGEST_COST = 99;

/** Cost vectors of chance, from 0 to 99 for each entry. */
export function costVectors(entries: number, count: number, seed: number): readonly [Costs, ...Costs[]] {
  const { whole } = randomFrom(seed);
  const vector = (): Costs => Array.from({ length: entries }, () => whole(0, LARGEST_COST));
  return [vector(), ...Array.from({ length: count - 1 }, vector)];
}

/** Many questions on one rule: the first pays for what is made once. */
export const MANY_QUESTIONS: Family = {
  id: 'many-questions',
  title: 'Many questions on one rule',
  statement:
    'A rule of the plain family and 101 vectors of costs (21 in a quick run), from 0 to 99 a unit. Find the pathway of ' +
    'least cost under each, one after the other.',
  analysis:
    'What is made once for the rule pays off here: the rows of a program, or the diagram. A sweep of the diagram takes ' +
    'the same time whatever the costs; a search depends on them. Solvers are handed every question as a whole program, ' +
    'as none of their interfaces here keeps the last basis: that is unfair to those who could start from it.',
  growsBy: 'units',
  instances: (quick) => (quick ? SHAPES.slice(0, 2) : SHAPES).map((shape) => instanceOf(shape, quick)),
};

function instanceOf(shape: PlainShape, quick: boolean): Instance {
  const { problem, units } = plainQualification(shape);
  const questions = costVectors(units.length, quick ? QUICK_QUESTIONS : QUESTIONS, shape.seed);
  return { name: `${shape.units} units`, size: shape.units, task: { kind: 'best', problem, questions } };
}
