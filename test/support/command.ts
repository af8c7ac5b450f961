import { spawnSync } from 'node:child_process';
import { PassThrough, Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { main } from '../../src/cli/main.js';

/** The top folder of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const BIN = fileURLToPath(new URL('../../bin/qualpath.js', import.meta.url));

/** What a run of the command printed, and its exit code. */
export interface CommandRun {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Where a command runs, what it reads and what is set around it. */
export interface CommandOptions {
  readonly cwd?: string;
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  /** The width of the terminal that it writes to; without it, it writes to no terminal. */
  readonly terminal?: number;
}

/** Runs `qualpath` here, with streams that stand in for those of a process. */
export async function qualpath(args: readonly string[], options: CommandOptions = {}): Promise<CommandRun> {
  const { cwd = ROOT, input = '', env = {}, terminal } = options;
  const [stdout, stderr] = [collect(terminal), collect()];
  const stdin = input === '' ? new PassThrough().end() : Readable.from(chunksOf(Buffer.from(input)));
  const before = process.cwd();
  process.chdir(cwd);
  try {
    const code = await main(args, { stdin, stdout: stdout.stream, stderr: stderr.stream, env });
    return { code, out: stdout.text(), err: stderr.text() };
  } finally {
    process.chdir(before);
  }
}

const CHUNK = 64 * 1024;

/** Input in pieces, as a pipe gives it. */
function* chunksOf(input: Buffer): Generator<Buffer> {
  for (let at = 0; at < input.length; at += CHUNK) yield input.subarray(at, at + CHUNK);
}

function collect(columns?: number): {
  readonly stream: Writable & { readonly isTTY?: boolean; readonly columns?: number };
  readonly text: () => string;
} {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const shown = columns === undefined ? {} : { isTTY: true, columns };
  return { stream: Object.assign(stream, shown), text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Runs `qualpath` as a process of its own, from its bundle. */
export function qualpathProcess(args: readonly string[], options: CommandOptions = {}): CommandRun {
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
export async function qualpathJson(args: readonly string[], cwd: string = ROOT): Promise<unknown> {
  const { out, err } = await qualpath([...args, '--json'], { cwd });
  if (out === '') throw new Error(`qualpath ${args.join(' ')} printed nothing: ${err}`);
  return JSON.parse(out);
}
