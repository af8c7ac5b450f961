import { hoursOf } from '../made-up-units.js';
import type { MadeUpUnit } from '../made-up.js';
import { randomFrom } from '../random.js';
import type { Costs, Family, Instance } from '../task.js';
import { plainQualification, type PlainShape } from './plain.js';

const SHAPE: PlainShape = { units: 60, groups: 4, credits: 60, seed: 8 };

const COHORTS = [10, 100, 1000];

const MOST_HELD = 12;

/** Learners of one qualification, each with units held. */
export const LEARNERS: Family = {
  id: 'learners',
  title: 'A cohort of learners',
  statement:
    'One rule of 60 units and 10, 100 or 1,000 learners who hold up to twelve units each. Find, for each learner, the ' +
    'pathway of least new hours: a unit that is held costs nothing.',
  analysis:
    'Many questions that are alike, as in practice. Nothing is read from or written to files here; the command ' +
    'cohort does that as well, and bench/cohort.ts times it as a process.',
  growsBy: 'learners',
  instances: (quick) => (quick ? COHORTS.slice(0, 2) : COHORTS).map(instanceOf),
};

function instanceOf(learners: number): Instance {
  const { problem, units } = plainQualification(SHAPE);
  const random = randomFrom(learners);
  const costs = (): Costs =>
    costsOfLearner(units, new Set(random.shuffled([...units.keys()]).slice(0, random.whole(0, MOST_HELD))));
  const questions: [Costs, ...Costs[]] = [costs(), ...Array.from({ length: learners - 1 }, costs)];
  return { name: `${learners} learners`, size: learners, task: { kind: 'best', problem, questions } };
}

function costsOfLearner(units: readonly MadeUpUnit[], held: ReadonlySet<number>): Costs {
  return hoursOf(units).map((hours, index) => (held.has(index) ? 0 : hours));
}
