import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { valueOrThrow } from '../ask/input-error.js';
import type { ReportTools } from '../ask/report/report-tools.js';
import { readFileBytes } from './read-text-file.js';

const SOLVERS = ['highs', 'javascript-lp-solver', 'yalps'];

/** What reports say of this machine's side; `version` is that of qualpath. */
export function reportTools(version: string): ReportTools {
  return {
    madeBy: { qualpath: version, solvers: SOLVERS.map((name) => ({ name, version: versionOf(name) })) },
    fingerprint: (file) => sha256(valueOrThrow(readFileBytes(file))),
    digest: (text) => sha256(text),
  };
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** The version of a package that is installed; not every package lets its manifest be imported. */
function versionOf(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const manifest = join(folder, 'node_modules', name, 'package.json');
    if (existsSync(manifest)) return (JSON.parse(readFileSync(manifest, 'utf8')) as { version: string }).version;
    const above = dirname(folder);
    if (above === folder) return 'unknown';
    folder = above;
  }
}
