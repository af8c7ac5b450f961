import type { SolverOutcome } from '../../src/solvers/solver.js';

/** An outcome in a few words, as `optimal 42`, without the point: several points can be as good. */
export function summarise(outcome: SolverOutcome): string {
  switch (outcome.status) {
    case 'optimal':
    case 'feasible':
      return `${outcome.status} ${outcome.value}`;
    case 'failed':
      return `failed: ${outcome.reason}`;
    case 'unknown':
      return `unknown for ${outcome.limit}`;
    case 'infeasible':
      return 'infeasible';
  }
}

/** What {@link summarise} says of the right answer to a program, of which null is the best value if it has no point. */
export function proved(best: number | null): string {
  return best === null ? 'infeasible' : `optimal ${best}`;
}
