import { spawnSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LinearProgram } from '../../program/linear-program.js';
import { BENCH_FOLDER } from '../bench-folder.js';
import { inFolder, runProgram } from './run-program.js';

/** What the script says: how it ended, and the point, or a number where the solver counts. */
export type PythonAnswer =
  | { readonly status: 'optimal'; readonly values: readonly number[] }
  | { readonly status: 'count'; readonly count: string }
  | { readonly status: 'infeasible' | 'limit' | 'failed' };

/** The solvers that the script knows, with the package that each needs. */
export const PYTHON_MODULES = { highs: 'highspy', scip: 'pyscipopt', 'cp-sat': 'ortools', clingo: 'clingo' } as const;

/** One of them. */
export type PythonSolver = keyof typeof PYTHON_MODULES;

const PYTHON = join(BENCH_FOLDER, '.venv', 'bin', 'python');
const SCRIPT = join(BENCH_FOLDER, 'python', 'solve.py');

/** The Python solvers whose packages are installed in the environment of `bench`. */
export function installedPythonSolvers(): readonly PythonSolver[] {
  if (!existsSync(PYTHON) || !existsSync(SCRIPT)) return [];
  const wanted = Object.entries(PYTHON_MODULES) as [PythonSolver, string][];
  const asked = 'import importlib.util,sys;print(*[m for m in sys.argv[1:] if importlib.util.find_spec(m)])';
  const { stdout } = spawnSync(PYTHON, ['-c', asked, ...wanted.map(([, module]) => module)], { encoding: 'utf8' });
  const found = new Set(stdout.trim().split(' '));
  return wanted.filter(([, module]) => found.has(module)).map(([name]) => name);
}

/** Asks a Python solver; `entries` is how many of the first columns make a selection, for one that counts. */
export function askPython(
  solver: PythonSolver,
  program: LinearProgram,
  entries: number,
  milliseconds: number,
): PythonAnswer {
  return inFolder((folder) => {
    const file = join(folder, 'program.json');
    writeFileSync(file, JSON.stringify(compact(program, entries)));
    const { out, late } = runProgram(PYTHON, [SCRIPT, solver, file, String(milliseconds / 1000)], milliseconds);
    return late ? { status: 'limit' } : readAnswer(out);
  });
}

function compact({ sense, columns, rows, objective }: LinearProgram, entries: number): unknown {
  const pairs = (terms: LinearProgram['rows'][number]['terms']) => terms.map(({ column, factor }) => [column, factor]);
  return {
    sense,
    entries,
    columns: columns.map(({ lower, upper }) => [lower, upper]),
    rows: rows.map(({ terms, interval: { min, max } }) => [pairs(terms), min, max]),
    objective: pairs(objective.terms),
  };
}

/** The last line that is an object: some solvers print greetings. */
function readAnswer(out: string): PythonAnswer {
  const line = out
    .split('\n')
    .filter((text) => text.startsWith('{'))
    .at(-1);
  const said: unknown = line === undefined ? null : JSON.parse(line);
  if (isAnswer(said)) return said;
  throw new Error(`the script of Python solvers said: ${out.trim().slice(-500)}`);
}

function isAnswer(said: unknown): said is PythonAnswer {
  if (typeof said !== 'object' || said === null || !('status' in said)) return false;
  if (said.status === 'optimal') return 'values' in said && Array.isArray(said.values);
  if (said.status === 'count') return 'count' in said && typeof said.count === 'string';
  return said.status === 'infeasible' || said.status === 'limit' || said.status === 'failed';
}
