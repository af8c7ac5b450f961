/**
 * Writes the API reference of both public entries to build/api as Markdown, from the docstrings: `npm run docs:api`. A
 * public name without a docstring, or a link that leads nowhere, is an error. TypeDoc does not run on the TypeScript of
 * this package; it has one of its own in scripts/api-reference, which is installed when it is first needed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('./api-reference', import.meta.url));
const typedoc = fileURLToPath(new URL('./api-reference/node_modules/typedoc/bin/typedoc', import.meta.url));

if (!existsSync(typedoc)) execFileSync('npm', ['ci', '--silent'], { cwd: folder, stdio: 'inherit' });
rmSync(fileURLToPath(new URL('../build/api', import.meta.url)), { recursive: true, force: true });
try {
  execFileSync(process.execPath, [typedoc, '--options', 'typedoc.json', '--logLevel', 'Warn'], {
    cwd: folder,
    stdio: 'inherit',
  });
} catch {
  // What is wrong has been told.
  process.exitCode = 1;
}
