import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byProgram } from '../../benchmark/contestants/by-program.js';
import type { LinearProgram } from '../../program/linear-program.js';
import { writeMiniZinc } from '../../program/formats/minizinc.js';
import type { RawAnswer } from '../../solvers/backend.js';
import { inFolder, runProgram } from './run-program.js';

/** MiniZinc's translation and Gecode's default search. */
export const GECODE = byProgram({
  name: 'minizinc-gecode',
  about: 'MiniZinc with Gecode as a process, default search, no annotations',
  isProcess: true,
  mostQuestions: 3,
  search: async (program, { milliseconds }) => inFolder((folder) => search(folder, program, milliseconds)),
});

function search(folder: string, program: LinearProgram, milliseconds: number): RawAnswer {
  const file = join(folder, 'program.mzn');
  writeFileSync(file, writeMiniZinc(program));
  const limit = String(Math.ceil(milliseconds));
  const { out, late } = runProgram('minizinc', ['--solver', 'gecode', '--time-limit', limit, file], milliseconds);
  if (out.includes('=====UNSATISFIABLE=====')) return { status: 'infeasible' };
  if (late || !out.includes('==========')) return { status: 'unknown', limit: 'time' };
  const last = [...out.matchAll(/^x=\[(.*)\]$/gm)].at(-1)?.[1];
  if (last === undefined) return { status: 'failed', reason: 'it printed no point' };
  return { status: 'optimal', values: last.split(',').map(Number), bound: null };
}
