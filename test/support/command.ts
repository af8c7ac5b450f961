import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The top folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = fileURLToPath(new URL('../../bin/qualpath.js', import.meta.url));

/** What a run of the command printed, and its exit code. */
export interface CommandRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `qualpath` as a process of its own. */
export function qualpath(
  args: readonly string[],
  options: { readonly cwd?: string; readonly input?: string; readonly env?: Readonly<Record<string, string>> } = {},
): CommandRun {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: options.cwd ?? ROOT,
    encoding: 'utf8',
    input: options.input ?? '',
    env: { ...process.env, ...options.env },
    maxBuffer: 256 * 1024 * 1024,
  });
  return { code: status, out: stdout, err: stderr };
}

/** Runs `qualpath ... --json` and reads the document it prints. */
export function qualpathJson(args: readonly string[], cwd: string = ROOT): unknown {
  const { out, err } = qualpath([...args, '--json'], { cwd });
  if (out === '') throw new Error(`qualpath ${args.join(' ')} printed nothing: ${err}`);
  return JSON.parse(out);
}
