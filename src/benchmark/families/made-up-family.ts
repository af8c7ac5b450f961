import { madeUpProblem, type MadeUpUnit, type RuleText } from '../made-up.js';
import { hoursOf, madeUpUnits } from '../made-up-units.js';
import { randomFrom, type Random } from '../random.js';
import type { Family, Instance } from '../task.js';

/** A family of single questions, by what sets it apart from the others. */
export interface MadeUpFamily extends Omit<Family, 'growsBy' | 'instances'> {
  /** Numbers of units, ascending; a quick run takes the first two. */
  readonly sizes: readonly number[];
  readonly groups: number;
  /** Changes the units of chance. */
  readonly units?: (units: readonly MadeUpUnit[], random: Random) => readonly MadeUpUnit[];
  readonly rule: (units: readonly MadeUpUnit[], random: Random) => readonly RuleText[];
}

const QUICK_INSTANCES = 2;

/** The family, with one instance a size; the seed of each is its size. */
export function madeUpFamily({ sizes, groups, units: change, rule, ...words }: MadeUpFamily): Family {
  const instanceOf = (size: number): Instance => {
    const random = randomFrom(size);
    const plain = madeUpUnits(size, groups, random);
    const units = change === undefined ? plain : change(plain, random);
    const problem = madeUpProblem(units, rule(units, random));
    return { name: `${size} units`, size, task: { kind: 'best', problem, questions: [hoursOf(units)] } };
  };
  return {
    ...words,
    growsBy: 'units',
    instances: (quick) => (quick ? sizes.slice(0, QUICK_INSTANCES) : sizes).map(instanceOf),
  };
}

/** The credits of all units together. */
export function creditsOf(units: readonly MadeUpUnit[]): number {
  return units.reduce((sum, { credit }) => sum + credit, 0);
}
