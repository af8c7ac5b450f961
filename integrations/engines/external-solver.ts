import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The best value that somebody else's solver finds for a text; null when it says that there is no point. */
export type ExternalSolver = (text: string) => number | null;

const folder = mkdtempSync(join(tmpdir(), 'qualpath-external-'));

/** Whether a program is on this machine. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

function run(command: string, args: readonly string[], input = ''): string {
  const { stdout, stderr, error } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 300_000,
    input,
  });
  if (error !== undefined) throw error;
  return `${stdout}\n${stderr}`;
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

/** GLPK's own solver; `option` says how the text is written. */
export function byGlpsol(option: '--lp' | '--freemps'): ExternalSolver {
  return (text) => {
    const file = write('program', text);
    const report = join(folder, 'glpk.sol');
    rmSync(report, { force: true });
    const said = run('glpsol', [option, file, '--output', report]);
    if (/NO PRIMAL FEASIBLE|NO FEASIBLE|INTEGER EMPTY|PROBLEM HAS NO/i.test(said)) return null;
    const found = /^Objective:.*=\s*(-?[\d.e+]+)/m.exec(existsSync(report) ? readFileSync(report, 'utf8') : '');
    if (found === null || !/INTEGER OPTIMAL|OPTIMAL/.test(said)) throw new Error(`glpsol: ${said}`);
    return Number(found[1]);
  };
}

/** COIN-OR's cbc. */
export function byCbc(ending: 'lp' | 'mps'): ExternalSolver {
  return (text) => {
    const solution = join(folder, 'cbc.sol');
    rmSync(solution, { force: true });
    run('cbc', [write(`program.${ending}`, text), '-ratio', '0', '-allow', '0', '-solve', '-solu', solution]);
    const [first = ''] = readFileSync(solution, 'utf8').split('\n');
    if (/infeasible/i.test(first)) return null;
    const found = /Optimal - objective value (-?[\d.e+]+)/.exec(first);
    if (found === null) throw new Error(`cbc: ${first}`);
    return Number(found[1]);
  };
}

/** MiniZinc with Gecode. */
export function byMiniZinc(text: string): number | null {
  const said = run('minizinc', ['--solver', 'gecode', write('program.mzn', text)]);
  if (said.includes('=====UNSATISFIABLE=====')) return null;
  const found = [...said.matchAll(/objective=(-?\d+)/g)].at(-1);
  if (found === undefined || !said.includes('==========')) throw new Error(`minizinc: ${said}`);
  return Number(found[1]);
}
