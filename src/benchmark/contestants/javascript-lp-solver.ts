import { searchByJavascriptLpSolver } from '../../solvers/javascript-lp-solver.js';
import { byProgram } from './by-program.js';

/** The package javascript-lp-solver, in this process. */
export const JAVASCRIPT_LP_SOLVER = byProgram({
  name: 'javascript-lp-solver',
  about: 'simplex with branch and cut in plain JavaScript',
  isProcess: false,
  mostQuestions: Infinity,
  search: searchByJavascriptLpSolver,
});
