import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { byProgram } from '../../benchmark/contestants/by-program.js';
import type { LinearProgram } from '../../program/linear-program.js';
import { writeMps } from '../../program/formats/mps.js';
import type { RawAnswer } from '../../solvers/backend.js';
import { inFolder, runProgram } from './run-program.js';

/** COIN-OR's cbc, from a file to a file. */
export const CBC = byProgram({
  name: 'cbc',
  about: 'COIN-OR branch and cut as a process, with no gap',
  isProcess: true,
  mostQuestions: 3,
  search: async (program, { milliseconds }) => inFolder((folder) => search(folder, program, milliseconds)),
});

function search(folder: string, program: LinearProgram, milliseconds: number): RawAnswer {
  const [file, report] = [join(folder, 'program.mps'), join(folder, 'answer.txt')];
  writeFileSync(file, writeMps(program));
  const exact = ['-ratio', '0', '-allow', '0', '-threads', '0'];
  const args = [file, ...exact, '-sec', String(milliseconds / 1000), '-solve', '-solu', report];
  const { late } = runProgram('cbc', args, milliseconds);
  if (late) return { status: 'unknown', limit: 'time' };
  if (!existsSync(report)) return { status: 'failed', reason: 'it wrote no answer' };
  return readReport(readFileSync(report, 'utf8'), program.columns.length);
}

/** A line on how it ended, then lines `PLACE xCOLUMN VALUE COST` of the columns that are not 0. */
function readReport(text: string, columns: number): RawAnswer {
  const [first = '', ...lines] = text.split('\n');
  if (/infeasible/i.test(first)) return { status: 'infeasible' };
  if (first.startsWith('Stopped')) return { status: 'unknown', limit: 'time' };
  if (!first.startsWith('Optimal')) return { status: 'failed', reason: `it ended with: ${first}` };
  const values = Array.from({ length: columns }, () => 0);
  for (const line of lines) {
    const match = /^\s*(?:\*\*)?\s*\d+\s+x(\d+)\s+(\S+)/.exec(line);
    if (match !== null && Number(match[1]) < columns) values[Number(match[1])] = Number(match[2]);
  }
  return { status: 'optimal', values, bound: null };
}
