/**
 * Takes the comments out of the library's JavaScript before it is packed: they are in its type declarations, where
 * editors show them, and would be a third of the package a second time. Lines stay apart, so that stacks can be read.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';

const BUNDLED = ['command', 'verify.js'];

for (const path of readdirSync('dist', { recursive: true, encoding: 'utf8' })) {
  if (!path.endsWith('.js') || BUNDLED.some((name) => path === name || path.startsWith(join(name, '/')))) continue;
  const file = join('dist', path);
  const { code } = transformSync(readFileSync(file, 'utf8'), { format: 'esm', target: 'node20' });
  writeFileSync(file, code);
}
