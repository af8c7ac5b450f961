import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What a program printed. */
export interface ProgramRun {
  readonly out: string;
  /** Whether it was stopped because its time was up. */
  readonly late: boolean;
}

/** A search may end a little after its own limit; only then is the process stopped. */
const GRACE = 2000;

/** Runs a program to its end, or until its time is up; throws where it cannot be started. */
export function runProgram(command: string, args: readonly string[], milliseconds: number): ProgramRun {
  const run = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: Math.ceil(milliseconds + GRACE),
    killSignal: 'SIGKILL',
    maxBuffer: 64 * 1024 * 1024,
  });
  const late = run.error !== undefined && 'code' in run.error && run.error.code === 'ETIMEDOUT';
  if (run.error !== undefined && !late) throw run.error;
  return { out: `${run.stdout}\n${run.stderr}`, late };
}

/** Whether a program is on this machine. */
export function isInstalled(command: string): boolean {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Does something with a folder that is there for the time being. */
export function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-bench-'));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
