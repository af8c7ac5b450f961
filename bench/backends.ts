/**
 * Each backend on the five qualifications, in turn: one least-hours question, compiled program to checked point.
 *
 *     npm run bench:backends
 */
import { compile } from '../src/compile/compile.js';
import { DEFAULT_OBJECTIVES } from '../src/domain/measure.js';
import { goalsOf } from '../src/methods/goals.js';
import { createSolver } from '../src/solvers/create-solver.js';
import { BACKEND_NAMES } from '../src/solvers/solver-name.js';
import { timeSideBySide } from './measure.js';
import { fiveQualifications } from './qualifications.js';

const LIMITS = { milliseconds: 60_000 };

console.log(`${'qualification'.padEnd(40)} ${BACKEND_NAMES.map((name) => name.padStart(20)).join(' ')}    ratio`);
for (const { id, problem } of fiveQualifications()) {
  const [goal] = goalsOf(problem, DEFAULT_OBJECTIVES);
  if (goal === undefined) throw new Error('the default objectives make no goal');
  const program = compile(problem, goal);
  const solvers = BACKEND_NAMES.map((name) => createSolver(name));
  const values = await Promise.all(solvers.map((solver) => solver.solve(program, LIMITS)));
  const [first, second] = values.map((outcome) => (outcome.status === 'optimal' ? outcome.value : outcome.status));
  if (first !== second) throw new Error(`${id}: the backends disagree, ${first} and ${second}`);
  const times = await timeSideBySide(
    solvers.map((solver) => ({ name: solver.name, run: () => solver.solve(program, LIMITS) })),
    { rounds: 30, warmUp: 5 },
  );
  const [a = Number.NaN, b = Number.NaN] = [...times.values()];
  const figures = [a, b].map((time) => `${time.toFixed(3)} ms`.padStart(20)).join(' ');
  console.log(`${id.padEnd(40)} ${figures} ${(b / a).toFixed(1).padStart(8)}`);
}
