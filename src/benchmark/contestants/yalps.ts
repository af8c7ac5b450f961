import { searchByYalps } from '../../solvers/yalps.js';
import { byProgram } from './by-program.js';

/** The package yalps, in this process. */
export const YALPS = byProgram({
  name: 'yalps',
  about: 'a rewrite of javascript-lp-solver with typed arrays',
  isProcess: false,
  mostQuestions: Infinity,
  search: searchByYalps,
});
