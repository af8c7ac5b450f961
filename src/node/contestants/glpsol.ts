import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byProgram } from '../../benchmark/contestants/by-program.js';
import type { LinearProgram } from '../../program/linear-program.js';
import { writeMps } from '../../program/formats/mps.js';
import type { RawAnswer } from '../../solvers/backend.js';
import { inFolder, runProgram } from './run-program.js';

/** GLPK's own solver, from a file to a file. */
export const GLPSOL = byProgram({
  name: 'glpsol',
  about: 'GLPK as a process, with all of its cuts',
  isProcess: true,
  mostQuestions: 3,
  search: async (program, { milliseconds }) => inFolder((folder) => search(folder, program, milliseconds)),
});

function search(folder: string, program: LinearProgram, milliseconds: number): RawAnswer {
  const [file, report] = [join(folder, 'program.mps'), join(folder, 'answer.txt')];
  writeFileSync(file, writeMps(program));
  const seconds = String(Math.max(1, Math.ceil(milliseconds / 1000)));
  const { out, late } = runProgram(
    'glpsol',
    ['--freemps', file, '--cuts', '--tmlim', seconds, '--write', report],
    milliseconds,
  );
  if (late || /TIME LIMIT EXCEEDED/.test(out)) return { status: 'unknown', limit: 'time' };
  if (/NO PRIMAL FEASIBLE|NO INTEGER FEASIBLE|INTEGER EMPTY|PROBLEM HAS NO/.test(out)) return { status: 'infeasible' };
  if (!existsSync(report)) return { status: 'failed', reason: 'it wrote no answer' };
  return readReport(readFileSync(report, 'utf8'), program.columns.length);
}

/** Lines `j COLUMN VALUE`, columns from 1, and one line `s mip ROWS COLUMNS STATUS VALUE`. */
function readReport(text: string, columns: number): RawAnswer {
  const status = /^s mip \d+ \d+ (\w)/m.exec(text)?.[1];
  if (status === 'n') return { status: 'infeasible' };
  if (status !== 'o') return { status: 'failed', reason: `it ended with status ${status ?? 'unknown'}` };
  const values = Array.from({ length: columns }, () => 0);
  for (const match of text.matchAll(/^j (\d+) (\S+)/gm)) {
    if (Number(match[1]) <= columns) values[Number(match[1]) - 1] = Number(match[2]);
  }
  return { status: 'optimal', values, bound: null };
}
