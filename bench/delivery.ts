/**
 * Plans for made-up providers: the split of hours and HiGHS on the presolved program, each by itself, on the same question;
 * they must come to the same hours. Reading (building the diagrams) is timed apart. Processor time stands beside wall time.
 * Then learners in classes, with the gap that is left after a minute.
 *
 *     npm run bench:delivery                 # all sizes, one seed
 *     npm run bench:delivery -- --seeds 10   # up to 100 qualifications, ten seeds
 *     npm run bench:delivery -- --cohorts    # learners only
 */
import type { DeliveryMeans } from '../src/delivery/means.js';
import { race } from '../src/delivery/race.js';
import { findSeatPlan } from '../src/delivery/seats/seat-plan.js';
import { deadlineIn } from '../src/methods/deadline.js';
import { createDiagramStore, type DiagramStore } from '../src/methods/diagram-method.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { createSolver } from '../src/solvers/create-solver.js';
import { createSolverIsolation } from '../src/node/solver-isolation.js';
import { makeProvider, PROVIDERS } from './delivery/family.js';
import { cohortOf, jointOf } from './delivery/provider-joint.js';

const LIMIT = 60_000;
const CAPACITY = 15;
const COHORTS: readonly (readonly [qualifications: number, units: number, learners: number])[] = [
  [3, 80, 60],
  [10, 160, 200],
  [10, 160, 1000],
  [50, 500, 5000],
];
const WIDTHS = [22, 6, 10, 12, 12, 12, 10, 9];

/** Threads run what is built; `npm ci` has built it. */
const worker = new URL('../dist/node/solver-worker.js', import.meta.url);
const solver = createSolver('highs', createSolverIsolation({ worker }));

function meansFor(store: DiagramStore, road: 'split' | 'program' | 'both'): DeliveryMeans {
  return {
    store,
    solver: road === 'split' ? null : solver,
    split: road !== 'program',
    method: createProgramMethod(solver),
    deadline: deadlineIn(LIMIT),
    seed: 1,
    progress: () => undefined,
  };
}

/** Wall seconds, and processor seconds of all threads of this process. */
async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly answer: T; readonly wall: string; readonly cpu: string }> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const answer = await work();
  const used = process.cpuUsage(before);
  const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
  return { answer, wall: seconds(performance.now() - start), cpu: seconds((used.user + used.system) / 1000) };
}

function print(...cells: readonly (string | number)[]): void {
  console.log(cells.map((cell, at) => String(cell).padStart(WIDTHS[at] ?? 10)).join(''));
}

function megabytes(): string {
  return `${Math.round(process.memoryUsage().rss / 1e6)} MB`;
}

async function plans(seeds: number): Promise<void> {
  print('qualifications, units', 'seed', 'hours', 'road', 'wall s', 'cpu s', 'status', 'memory');
  for (const { qualifications, units } of PROVIDERS.filter((it) => seeds === 1 || it.qualifications <= 100)) {
    for (let seed = 1; seed <= seeds; seed++) {
      const joint = jointOf(makeProvider({ qualifications, units, seed }));
      const name = `${qualifications} over ${units}`;
      const store = createDiagramStore();
      const reading = await timed(async () => joint.takers.map(({ shape }) => store.of(shape)).length);
      print(name, seed, '', 'reading', reading.wall, reading.cpu, '', megabytes());
      const values = new Set<number>();
      const [goal] = joint.goals;
      if (goal === undefined) throw new Error('there is a goal');
      for (const road of ['split', 'program', 'both'] as const) {
        const { answer, wall, cpu } = await timed(() => race(joint, goal, meansFor(store, road)));
        if (answer.status === 'optimal') values.add(answer.value);
        print(name, seed, 'value' in answer ? answer.value : '-', road, wall, cpu, answer.status, megabytes());
        if (answer.status === 'unknown' && answer.reason !== null) console.log(`  ${answer.reason}`);
      }
      if (values.size > 1) throw new Error(`the roads disagree: ${[...values].join(', ')}`);
    }
  }
}

async function cohorts(): Promise<void> {
  print('learners', 'over', 'hours', 'bound', 'gap', 'wall s', 'cpu s', 'memory');
  for (const [qualifications, units, learners] of COHORTS) {
    const seated = cohortOf(makeProvider({ qualifications, units, seed: 1 }), learners, CAPACITY, 7);
    const means = meansFor(createDiagramStore(), 'both');
    const { answer, wall, cpu } = await timed(() => findSeatPlan(seated, means));
    if (!('value' in answer)) {
      print(learners, qualifications, '-', '-', answer.status, wall, cpu, megabytes());
      continue;
    }
    const bound = answer.status === 'optimal' ? answer.value : answer.bound;
    const gap = bound === null ? '-' : `${((100 * (answer.value - bound)) / answer.value).toFixed(2)}%`;
    print(learners, qualifications, answer.value, bound ?? '-', gap, wall, cpu, megabytes());
  }
}

const seeds = process.argv.includes('--seeds') ? Number(process.argv[process.argv.indexOf('--seeds') + 1]) : 1;
const work = process.argv.includes('--cohorts')
  ? cohorts()
  : plans(seeds).then(() => (seeds === 1 ? cohorts() : undefined));
await work;
