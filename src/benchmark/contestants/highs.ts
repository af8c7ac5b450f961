import { searchByHighs } from '../../solvers/highs.js';
import { byProgram } from './by-program.js';

/** The package highs, in this process. */
export const HIGHS = byProgram({
  name: 'highs',
  about: 'HiGHS compiled to WebAssembly',
  isProcess: false,
  mostQuestions: Infinity,
  search: (program, limits) => searchByHighs(program, limits),
});
