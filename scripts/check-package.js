/** Packs the package and has publint and attw look at the tarball as users of bundlers and of TypeScript get it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-packed-'));
/** @type {(command: string, args: readonly string[]) => void} */
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
try {
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [archive = ''] = readdirSync(folder);
  run('npx', ['publint', '--strict', join(folder, archive)]);
  run('npx', ['attw', join(folder, archive), '--profile', 'esm-only', '--format', 'ascii']);
} finally {
  rmSync(folder, { recursive: true });
}
