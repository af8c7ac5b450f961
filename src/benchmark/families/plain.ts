import type { Problem } from '../../domain/problem.js';
import { madeUpProblem, type MadeUpUnit, type RuleText } from '../made-up.js';
import { groupNames, hoursOf, madeUpUnits } from '../made-up-units.js';
import { randomFrom } from '../random.js';
import type { Family, Instance } from '../task.js';

/** What a qualification of the plain family looks like. */
export interface PlainShape {
  readonly units: number;
  readonly groups: number;
  /** The least credit of the whole qualification. */
  readonly credits: number;
  readonly seed: number;
}

const SHAPES: readonly PlainShape[] = [
  { units: 30, groups: 3, credits: 40, seed: 7 },
  { units: 45, groups: 3, credits: 55, seed: 1 },
  { units: 75, groups: 4, credits: 70, seed: 2 },
  { units: 100, groups: 5, credits: 80, seed: 3 },
  { units: 150, groups: 6, credits: 100, seed: 4 },
  { units: 220, groups: 7, credits: 120, seed: 5 },
  { units: 300, groups: 8, credits: 150, seed: 6 },
];

/** A qualification of the plain family, and its units. */
export function plainQualification(shape: PlainShape): {
  readonly problem: Problem;
  readonly units: readonly MadeUpUnit[];
} {
  const units = madeUpUnits(shape.units, shape.groups, randomFrom(shape.seed));
  return { units, problem: madeUpProblem(units, ruleOf(shape)) };
}

function ruleOf({ groups, credits }: PlainShape): readonly RuleText[] {
  const each = Math.floor(credits / groups);
  const optional = groupNames(groups)
    .slice(1)
    .map((name, at) => {
      if (at % 3 === 0) return `at least ${each} credits from ${name}`;
      return at % 3 === 1 ? `at most ${each} credits from ${name}` : `between 2 and 6 units from ${name}`;
    });
  const level = `at least ${Math.floor(0.7 * credits)} credits at level 3 or above`;
  return ['all units from A', `at least ${credits} credits`, ...optional, level];
}

/** One question on rules as handbooks have them, from the size of a real one to one far beyond. */
export const PLAIN: Family = {
  id: 'plain',
  title: 'One question on a plain rule',
  statement:
    'Mandatory group A; the other groups take turns in a floor of credits, a cap on credits, and 2 to 6 units; a floor ' +
    'of credits over all, 70% of it at level 3 or above. Find the pathway of least hours.',
  analysis:
    'Few sums, each over a group of its own: relaxations are tight, so branch and bound needs few nodes at any size. ' +
    'The diagram must remember the credits so far and those at level 3 beside one sum of a group, and pays for every ' +
    'pathway although one is asked for.',
  growsBy: 'units',
  instances: (quick) => SHAPES.filter(({ units }) => !quick || units <= 100).map(instanceOf),
};

function instanceOf(shape: PlainShape): Instance {
  const { problem, units } = plainQualification(shape);
  const name = `${shape.units} units, ${shape.groups} groups, ${shape.credits} credits`;
  return { name, size: shape.units, task: { kind: 'best', problem, questions: [hoursOf(units)] } };
}
