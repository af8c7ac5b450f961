/**
 * Takes the script `prepare` out of package.json while the package is packed, and puts it back: it builds a checkout after
 * `npm ci`, but in the published package it would have npm warn whoever installs it. Called with `strip` and `restore`.
 */
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

const MANIFEST = 'package.json';
const KEPT = 'package.json.whole';

if (process.argv[2] === 'strip') {
  copyFileSync(MANIFEST, KEPT);
  const manifest = /** @type {Record<string, unknown>} */ (JSON.parse(readFileSync(MANIFEST, 'utf8')));
  delete manifest['scripts'];
  delete manifest['devDependencies'];
  writeFileSync(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
} else if (existsSync(KEPT)) renameSync(KEPT, MANIFEST);
