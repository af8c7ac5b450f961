/**
 * The worker thread of solver-isolation: answers one question after the other, each with the backend it names. Backends
 * are kept between questions, so HiGHS is loaded once.
 */
import { parentPort } from 'node:worker_threads';
import { createSolver } from '../solvers/create-solver.js';
import type { BackendName } from '../solvers/solver-name.js';
import type { Solver } from '../solvers/solver.js';
import type { SolveQuestion } from './solver-isolation.js';

const backends = new Map<BackendName, Solver>();

function backendOf(name: BackendName): Solver {
  const backend = backends.get(name) ?? createSolver(name);
  backends.set(name, backend);
  return backend;
}

parentPort?.on('message', ({ backend, program, limits }: SolveQuestion) => {
  void answer({ backend, program, limits });
});

/** A rejected promise here ends the thread with an error, which the other side reports as a failure. */
async function answer({ backend, program, limits }: SolveQuestion): Promise<void> {
  parentPort?.postMessage(await backendOf(backend).solve(program, limits), []);
}
