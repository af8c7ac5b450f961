import type { Contestant } from '../../benchmark/contestant.js';
import { CBC } from './cbc.js';
import { CLINGO } from './clingo.js';
import { GECODE } from './gecode.js';
import { GLPSOL } from './glpsol.js';
import { pythonProgramSolver } from './python-programs.js';
import { installedPythonSolvers } from './python-solver.js';
import { isInstalled } from './run-program.js';

/** Programs that may be on a machine, with the command that each is. */
const PROGRAMS: readonly (readonly [command: string, contestant: Contestant])[] = [
  ['glpsol', GLPSOL],
  ['cbc', CBC],
  ['minizinc', GECODE],
];

/** Every contestant that runs as a process and is to be had on this machine. */
export function installedContestants(): readonly Contestant[] {
  const programs = PROGRAMS.filter(([command]) => isInstalled(command)).map(([, contestant]) => contestant);
  const python = installedPythonSolvers().map((name) => (name === 'clingo' ? CLINGO : pythonProgramSolver(name)));
  return [...programs, ...python];
}
