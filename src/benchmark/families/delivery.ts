import { makeProvider, type ProviderMember } from '../made-up-provider.js';
import { cohortOf, jointOf } from '../provider-questions.js';
import type { Family, Instance } from '../task.js';

const SIZES: readonly Omit<ProviderMember, 'seed'>[] = [
  { qualifications: 2, units: 60 },
  { qualifications: 3, units: 80 },
  { qualifications: 5, units: 100 },
  { qualifications: 10, units: 160 },
  { qualifications: 30, units: 400 },
  { qualifications: 100, units: 800 },
];

/** How many of the sizes a quick run has. */
const QUICK = 2;

const LEARNERS: readonly number[] = [2, 4, 8, 16];

const CAPACITY = 3;

/** One plan for several qualifications: which units to deliver. */
export const DELIVERY: Family = {
  id: 'delivery',
  title: 'One plan for several qualifications',
  statement:
    'Made-up qualifications of 36 units each that draw on shared ones: four mandatory units, a least credit in all and at ' +
    'level 3, a floor in one group and a cap on another. Find the units to deliver, of least hours in all, so that every ' +
    'qualification has a pathway inside them.',
  analysis:
    'A program has a part for each qualification and grows with them; before anybody solves it, it is made smaller in the ' +
    'same way for all, which is a part of their build. The split of hours needs no solver: its build is the diagrams, and ' +
    'it is exact where its tree closes.',
  growsBy: 'qualifications',
  instances: (quick) =>
    (quick ? SIZES.slice(0, QUICK) : SIZES).map((size): Instance => {
      const joint = jointOf(makeProvider({ ...size, seed: 1 }));
      const name = `${size.qualifications} over ${size.units} units`;
      return { name, size: size.qualifications, task: { kind: 'plan', joint } };
    }),
};

/** Learners in small classes: who attends what in how many runs. */
export const DELIVERY_LEARNERS: Family = {
  id: 'delivery-learners',
  title: 'Learners in classes',
  statement:
    'Learners of three such qualifications, each of whom holds up to eight units, in classes of at most three. Find a ' +
    'pathway for each learner and the runs of each unit, of least hours in all.',
  analysis:
    'Every learner has a rule and columns of their own: merged rows would split learners wrongly. Capacities make the ' +
    'relaxation weak, and programs are lost from some tens of learners on, where this package takes bounds of payments ' +
    'for seats and plans of a search, without a proof: it is not asked here, and `bench/delivery.ts` shows its gaps.',
  growsBy: 'learners',
  instances: (quick) => {
    const problems = makeProvider({ qualifications: 3, units: 80, seed: 1 });
    return (quick ? LEARNERS.slice(0, QUICK) : LEARNERS).map((learners): Instance => {
      const seated = cohortOf(problems, learners, CAPACITY, 7);
      return { name: `${learners} learners`, size: learners, task: { kind: 'seats', seated } };
    });
  },
};
