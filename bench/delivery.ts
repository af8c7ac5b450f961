/**
 * Plans for made-up providers: the split of hours and HiGHS on the presolved program, each by itself, on the same question;
 * they must come to the same hours. Reading (building the diagrams) is timed apart. Processor time stands beside wall time.
 * CBC and HiGHS as they are compiled for the machine, where they are found, are asked the same presolved program; what it
 * takes to start their process is timed by a program of one column and taken off before the ratio to our faster road.
 * Then learners in classes, with the gap that is left after a minute.
 *
 *     npm run bench:delivery                        # all sizes, one seed, then learners
 *     npm run bench:delivery -- --seeds 10          # up to 100 qualifications, ten seeds
 *     npm run bench:delivery -- --only 100          # one size, by its number of qualifications
 *     npm run bench:delivery -- --cohorts           # learners only; --learners 1000 for one size
 *     npm run bench:delivery -- --confirm 100       # javascript-lp-solver confirms the bound, one qualification at a time
 *     npm run bench:delivery -- --presolved 5       # javascript-lp-solver with and without presolve
 */
import { createDiagramStore, type DiagramStore } from '../src/methods/diagram-method.js';
import { CBC } from '../src/node/contestants/cbc.js';
import { installedContestants } from '../src/node/contestants/installed.js';
import type { Contestant } from '../src/benchmark/contestant.js';
import { PROVIDERS, makeProvider } from '../src/benchmark/made-up-provider.js';
import { planTaskProgram, plainProgram } from '../src/benchmark/contestants/plan-programs.js';
import { cohortOf, jointOf } from '../src/benchmark/provider-questions.js';
import { takeTurn } from '../src/benchmark/turn.js';
import type { DeliveryMeans } from '../src/delivery/means.js';
import type { Joint, JointGoal } from '../src/delivery/joint.js';
import { race } from '../src/delivery/race.js';
import { findSeatPlan } from '../src/delivery/seats/seat-plan.js';
import { boundByShares } from '../src/delivery/split/prove.js';
import { itemAt } from '../src/domain/item-at.js';
import { deadlineIn } from '../src/methods/deadline.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { createSolver } from '../src/solvers/create-solver.js';
import { createSolverIsolation } from '../src/node/solver-isolation.js';
import { confirmShares } from './delivery/confirm.js';
import { megabytes, print, timed } from './delivery/table.js';

const LIMIT = 60_000;
const CAPACITY = 15;
const COHORTS: readonly (readonly [qualifications: number, units: number, learners: number])[] = [
  [3, 80, 60],
  [10, 160, 200],
  [10, 160, 1000],
  [50, 500, 5000],
];

/** Threads run what is built; `npm ci` has built it. */
const worker = new URL('../dist/node/solver-worker.js', import.meta.url);
const isolate = createSolverIsolation({ worker });
const solver = createSolver('highs', isolate);
const NATIVE = ['cbc', 'highs-native'];

/** The number behind an option; null without the option. */
function numberOf(option: string): number | null {
  const at = process.argv.indexOf(option);
  return at < 0 ? null : Number(process.argv[at + 1]);
}

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

function goalOf(joint: Joint): JointGoal {
  return itemAt(joint.goals, 0);
}

function members(): readonly (typeof PROVIDERS)[number][] {
  const only = numberOf('--only');
  const many = numberOf('--seeds') !== null;
  return PROVIDERS.filter((it) => (only === null ? !many || it.qualifications <= 100 : it.qualifications === only));
}

async function plans(seeds: number): Promise<void> {
  const natives = installedContestants().filter(({ name }) => NATIVE.includes(name));
  print('qualifications, units', 'seed', 'hours', 'road', 'wall s', 'cpu s', 'status', 'memory');
  for (const { qualifications, units } of members()) {
    for (let seed = 1; seed <= seeds; seed++) {
      const joint = jointOf(makeProvider({ qualifications, units, seed }));
      await onePlan(`${qualifications} over ${units}`, seed, joint, natives);
    }
  }
  if (!natives.includes(CBC)) console.log('cbc is not on this machine: no ratio to it.');
}

async function onePlan(name: string, seed: number, joint: Joint, natives: readonly Contestant[]): Promise<void> {
  const store = createDiagramStore();
  const reading = await timed(async () => Promise.resolve(joint.takers.map(({ shape }) => store.of(shape)).length));
  print(name, seed, '', 'reading', reading.wall, reading.cpu, '', megabytes());
  const values = new Set<number>();
  let fastest = Infinity;
  for (const road of ['split', 'program', 'both'] as const) {
    const { answer, wall, cpu, seconds } = await timed(async () => race(joint, goalOf(joint), meansFor(store, road)));
    if (answer.status === 'optimal') {
      values.add(answer.value);
      if (road !== 'both') fastest = Math.min(fastest, seconds);
    }
    print(name, seed, 'value' in answer ? answer.value : '-', road, wall, cpu, answer.status, megabytes());
    if (answer.status === 'unknown' && answer.reason !== null) console.log(`  ${answer.reason}`);
  }
  for (const native of natives) await compare(name, seed, joint, native, values, fastest);
  if (values.size > 1) throw new Error(`the roads disagree: ${[...values].join(', ')}`);
}

const METER = { wall: () => performance.now(), processor: () => null };

/** A native solver on the presolved program, its start apart, and how many times its time our faster road takes. */
async function compare(
  name: string,
  seed: number,
  joint: Joint,
  native: Contestant,
  values: Set<number>,
  fastest: number,
): Promise<void> {
  const limits = { milliseconds: LIMIT };
  const start = await takeTurn(native, { kind: 'program', program: ONE_COLUMN }, limits, METER);
  const { replies, fault, times } = await takeTurn(native, { kind: 'plan', joint }, limits, METER);
  const [reply] = replies;
  if (fault !== null) throw new Error(`${native.name}: ${fault}`);
  const seconds = times.first / 1000;
  const [starting, searching] = [start.times.first / 1000, (times.first - start.times.first) / 1000];
  if (reply?.status === 'plan') values.add(reply.value);
  const value = reply?.status === 'plan' ? reply.value : '-';
  print(name, seed, value, native.name, seconds.toFixed(2), '', reply?.status === 'plan' ? 'optimal' : 'not done', '');
  const ratio = searching > 0 && Number.isFinite(fastest) ? (fastest / searching).toFixed(1) : '-';
  console.log(`  ${starting.toFixed(2)} s of it to start; our faster road takes ${ratio} times the rest`);
}

const ONE_COLUMN = {
  sense: 'minimise' as const,
  columns: [{ lower: 0, upper: 1 }],
  rows: [{ terms: [{ column: 0, factor: 1 }], interval: { min: 1, max: null } }],
  objective: { terms: [{ column: 0, factor: 1 }], constant: 0 },
};

async function cohorts(): Promise<void> {
  const only = numberOf('--learners');
  print('learners', 'over', 'hours', 'bound', 'gap', 'wall s', 'cpu s', 'memory');
  for (const [qualifications, units, learners] of COHORTS.filter(([, , it]) => only === null || it === only)) {
    const seated = cohortOf(makeProvider({ qualifications, units, seed: 1 }), learners, CAPACITY, 7);
    const means = meansFor(createDiagramStore(), 'both');
    const { answer, wall, cpu } = await timed(async () => findSeatPlan(seated, means));
    if (!('value' in answer)) {
      print(learners, qualifications, '-', '-', answer.status, wall, cpu, megabytes());
      continue;
    }
    const bound = answer.status === 'optimal' ? answer.value : answer.bound;
    const gap = bound === null ? '-' : `${((100 * (answer.value - bound)) / answer.value).toFixed(2)}%`;
    print(learners, qualifications, answer.value, bound ?? '-', gap, wall, cpu, megabytes());
  }
}

function memberOf(qualifications: number): Joint {
  const member = PROVIDERS.find((it) => it.qualifications === qualifications);
  if (member === undefined)
    throw new Error(`there are ${PROVIDERS.map((it) => it.qualifications).join(', ')} qualifications`);
  return jointOf(makeProvider({ ...member, seed: 1 }));
}

/** Shares are in so many parts of an hour. */
const PARTS = 16;

/** The solver that cannot plan for ten qualifications confirms the bound of a hundred, asked about one at a time. */
async function confirm(qualifications: number): Promise<void> {
  const joint = memberOf(qualifications);
  const store = createDiagramStore();
  const end = await race(joint, goalOf(joint), meansFor(store, 'both'));
  if (!('value' in end)) throw new Error(`there is no plan to aim at: ${end.status}`);
  const { answer: split, wall: sharing } = await timed(async () =>
    boundByShares(joint, goalOf(joint).weights, end.value, PARTS, store),
  );
  if (split === null) throw new Error('a diagram is too large');
  const bound = Math.ceil(split.bound / PARTS);
  console.log(`${qualifications} qualifications: a plan of ${end.value} hours (${end.status})`);
  console.log(`split of hours: none of less than ${bound}, shares found in ${sharing} s`);
  const small = createSolver('javascript-lp-solver');
  const { answer: sum, wall, cpu } = await timed(async () => confirmShares(joint, split.shares, small));
  if (sum !== split.bound) throw new Error(`it says ${sum ?? 'nothing'} of ${split.bound}`);
  console.log(`javascript-lp-solver: the same, by ${qualifications} questions in ${wall} s (${cpu} s of processor)`);
}

/** What presolve is to a solver that has none: the same question, made smaller and as it is written down. */
async function presolved(qualifications: number): Promise<void> {
  const joint = memberOf(qualifications);
  const task = { kind: 'plan', joint } as const;
  const small = createSolver('javascript-lp-solver', isolate);
  const shorter = planTaskProgram(task);
  if (shorter === null) throw new Error('there is a plan');
  for (const [words, program] of [['presolved', shorter.program] as const, ['plain', plainProgram(task)] as const]) {
    const { answer, wall, cpu } = await timed(async () => small.solve(program, { milliseconds: LIMIT }));
    const size = `${program.columns.length} columns, ${program.rows.length} rows`;
    const value = answer.status === 'optimal' ? `${answer.value} hours` : `not done (${answer.status})`;
    console.log(`${words.padEnd(10)} ${size.padEnd(26)} ${wall} s (${cpu} s of processor)  ${value}`);
  }
}

async function run(): Promise<void> {
  const [confirmed, shorter, seeds] = [numberOf('--confirm'), numberOf('--presolved'), numberOf('--seeds')];
  if (confirmed !== null) return confirm(confirmed);
  if (shorter !== null) return presolved(shorter);
  const isCohorts = process.argv.includes('--cohorts') || numberOf('--learners') !== null;
  if (!isCohorts) await plans(seeds ?? 1);
  if (isCohorts || (seeds === null && numberOf('--only') === null)) await cohorts();
}

await run();
