/**
 * One question after the build: a new cost for each unit, answered with its pathway. The diagram sweeps; the solvers
 * get a program that differs in its objective only. All three answer the same questions in turn.
 *
 *     npm run bench:questions
 */
import { compile } from '../src/compile/compile.js';
import { buildDiagram } from '../src/diagram/build/build.js';
import { nodeCount } from '../src/diagram/diagram.js';
import { optimiserOf } from '../src/diagram/query/shortest.js';
import type { Problem } from '../src/domain/problem.js';
import { createSolver } from '../src/solvers/create-solver.js';
import type { Solver } from '../src/solvers/solver.js';
import { median, timeSideBySide } from './measure.js';
import { fiveQualifications } from './qualifications.js';
import { randomNumbers } from './diagram/family.js';

const LIMITS = { milliseconds: 60_000 };
const SWEEPS = 200;

/** Costs from 0 to 99 hours for every entry, from a seed. */
function costsFrom(seed: number, entries: number): number[] {
  const random = randomNumbers(seed);
  return Array.from({ length: entries }, () => Math.floor(random() * 100));
}

function programWith(problem: Problem, costs: readonly number[]): ReturnType<typeof compile> {
  const terms = costs.map((factor, column) => ({ column, factor })).filter(({ factor }) => factor !== 0);
  return { ...compile(problem, { sense: 'minimise', terms: [] }), objective: { terms, constant: 0 } };
}

console.log(
  'qualification                             nodes    build ms   diagram us       jsLP us    ratio      HiGHS us    ratio',
);
for (const { id, problem } of fiveQualifications()) {
  const builds = Array.from({ length: 15 }, () => {
    const start = performance.now();
    buildDiagram(problem);
    return performance.now() - start;
  });
  const diagram = buildDiagram(problem);
  if (diagram.kind === 'too-large') throw new Error(`${id}: the diagram is too large`);
  const optimise = optimiserOf(diagram);
  const [first, second] = [createSolver('javascript-lp-solver'), createSolver('highs')];
  let seed = 0;
  const questions = Array.from({ length: SWEEPS }, () => costsFrom(++seed, problem.entries.length));
  const programs = questions.map((costs) => programWith(problem, costs));
  let asked = 0;
  const ask = async (solver: Solver): Promise<void> => {
    const at = asked++ % SWEEPS;
    const outcome = await solver.solve(programs[at] ?? programWith(problem, []), LIMITS);
    const value = outcome.status === 'optimal' ? outcome.value : outcome.status;
    const expected = optimise([{ sense: 'minimise', amounts: questions[at] ?? [] }])?.values[0];
    if (value !== expected) throw new Error(`${id}: ${solver.name} says ${value}, the diagram ${expected}`);
  };
  const times = await timeSideBySide(
    [
      { name: 'diagram', run: () => questions.forEach((amounts) => optimise([{ sense: 'minimise', amounts }])) },
      { name: 'first', run: () => ask(first) },
      { name: 'second', run: () => ask(second) },
    ],
    { rounds: 40, warmUp: 10 },
  );
  const sweep = (times.get('diagram') ?? Number.NaN) / SWEEPS;
  const micro = (ms: number): string => (ms * 1000).toFixed(1).padStart(12);
  const [one = Number.NaN, two = Number.NaN] = [times.get('first'), times.get('second')];
  console.log(
    `${id.padEnd(40)} ${String(nodeCount(diagram)).padStart(6)} ${median(builds.slice(5)).toFixed(2).padStart(11)} ${micro(sweep)} ` +
      `${micro(one)} ${(one / sweep).toFixed(0).padStart(8)} ${micro(two)} ${(two / sweep).toFixed(0).padStart(8)}`,
  );
}
