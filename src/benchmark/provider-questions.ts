import { indexOfUnits, jointUnits, takerOf, type Joint, type JointUnit } from '../delivery/joint.js';
import { randomNumbers } from '../delivery/random.js';
import { ofRuns } from '../delivery/seats/run-measure.js';
import type { LearnerGroup, Seated } from '../delivery/seats/seated.js';
import type { Problem } from '../domain/problem.js';

/** Least delivered hours for made-up qualifications. */
export function jointOf(problems: readonly Problem[]): Joint {
  const units = jointUnits(problems);
  const index = indexOfUnits(units);
  return {
    units,
    takers: problems.map((problem, at) => takerOf(`q${at + 1}`, problem, index)),
    goals: [{ name: 'glh', weights: hoursOf(units, problems), constant: 0, scale: 1 }],
    limits: [],
    fixed: units.map(() => null),
  };
}

/** Made-up learners who hold up to eight units each, in classes of at most `capacity`. */
export function cohortOf(problems: readonly Problem[], learners: number, capacity: number, seed: number): Seated {
  const units = jointUnits(problems);
  const index = indexOfUnits(units);
  const random = randomNumbers(seed);
  const groups = new Map<string, { readonly taker: LearnerGroup['taker']; readonly members: number[] }>();
  for (let learner = 0; learner < learners; learner++) {
    const at = Math.floor(random() * problems.length);
    const shape = problems[at];
    if (shape === undefined) throw new RangeError('there are no qualifications');
    const achieved = shape.entries.map(() => false);
    for (let held = Math.floor(random() * 9); held > 0; held--) achieved[Math.floor(random() * achieved.length)] = true;
    const key = `${at} ${achieved.map(Number).join('')}`;
    const taker = takerOf(`q${at + 1}`, { ...shape, achieved }, index, shape);
    const group = groups.get(key) ?? { taker, members: [] };
    group.members.push(learner);
    groups.set(key, group);
  }
  return {
    units,
    groups: [...groups.values()],
    learners,
    sizes: units.map(() => ({ capacity, least: 1 })),
    goal: ofRuns(hoursOf(units, problems)),
    limits: [],
    kept: units.map(() => 0),
    fixed: units.map(() => null),
  };
}

function hoursOf(units: readonly JointUnit[], problems: readonly Problem[]): number[] {
  const hours = new Map<string, number>();
  for (const { identity, glh } of problems.flatMap(({ entries }) => entries)) {
    if (glh === null) throw new Error('a made-up unit has hours');
    hours.set(identity, Math.max(hours.get(identity) ?? glh, glh));
  }
  return units.map(({ identity }) => hours.get(identity) ?? Number.NaN);
}
