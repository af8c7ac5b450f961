/**
 * Packs the package, has publint and attw look at the tarball as users of bundlers and of TypeScript get it, and holds its
 * size. The package is ESM; from CommonJS it is loaded by `import()`, or by `require` where Node can require ESM (from
 * 20.19 on), and its types say so: attw calls that a warning, which its profile `esm-only` leaves out.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KILOBYTE = 1000;
/** The most that the package may take in the registry, without the page. Raise it only for what is worth it. */
const MOST_KILOBYTES = 1350;
const PAGE = 'dist/page.html';

const folder = mkdtempSync(join(tmpdir(), 'qualpath-packed-'));
/** @type {(command: string, args: readonly string[]) => void} */
const run = (command, args) => execFileSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
try {
  execFileSync('npm', ['pack', '--pack-destination', folder], { stdio: ['ignore', 'ignore', 'inherit'] });
  const [archive = ''] = readdirSync(folder);
  const page = gzipSync(readFileSync(PAGE), { level: 9 }).length;
  const kilobytes = Math.round((statSync(join(folder, archive)).size - page) / KILOBYTE);
  process.stdout.write(`packed: ${kilobytes} kB, and ${Math.round(page / KILOBYTE)} kB for the page\n`);
  if (kilobytes > MOST_KILOBYTES) throw new Error(`the package is larger than ${MOST_KILOBYTES} kB`);
  run('npx', ['publint', '--strict', join(folder, archive)]);
  run('npx', ['attw', join(folder, archive), '--profile', 'esm-only', '--format', 'ascii']);
} finally {
  rmSync(folder, { recursive: true });
}
