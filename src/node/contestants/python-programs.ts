import { byProgram } from '../../benchmark/contestants/by-program.js';
import type { Contestant } from '../../benchmark/contestant.js';
import type { RawAnswer } from '../../solvers/backend.js';
import { askPython, type PythonAnswer, type PythonSolver } from './python-solver.js';

const ABOUT: Readonly<Record<Exclude<PythonSolver, 'clingo'>, string>> = {
  highs: 'HiGHS, compiled for the machine, through highspy: one thread, no gap',
  scip: 'SCIP through PySCIPOpt: no gap',
  'cp-sat': 'OR-Tools CP-SAT: one worker, which is not how it is meant to be run',
};

const NAMES = { highs: 'highs-native', scip: 'scip', 'cp-sat': 'cp-sat' } as const;

/** A solver of integer programs with a Python interface: a process of Python for every question. */
export function pythonProgramSolver(solver: Exclude<PythonSolver, 'clingo'>): Contestant {
  return byProgram({
    name: NAMES[solver],
    about: ABOUT[solver],
    isProcess: true,
    mostQuestions: 3,
    search: async (program, { milliseconds }) =>
      rawAnswer(askPython(solver, program, program.columns.length, milliseconds)),
  });
}

function rawAnswer(said: PythonAnswer): RawAnswer {
  switch (said.status) {
    case 'optimal':
      return { status: 'optimal', values: said.values, bound: null };
    case 'infeasible':
      return { status: 'infeasible' };
    case 'limit':
      return { status: 'unknown', limit: 'time' };
    case 'count':
    case 'failed':
      return { status: 'failed', reason: 'it ended without an answer' };
  }
}
