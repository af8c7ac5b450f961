/**
 * Makes `npx qualpath` run this copy: npm links the commands of dependencies, but not those of the package itself.
 */
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';

const folder = 'node_modules/.bin';
mkdirSync(folder, { recursive: true });
if (process.platform === 'win32') {
  writeFileSync(`${folder}/qualpath.cmd`, '@node "%~dp0\\..\\..\\bin\\qualpath.js" %*\r\n');
} else {
  rmSync(`${folder}/qualpath`, { force: true });
  symlinkSync('../../bin/qualpath.js', `${folder}/qualpath`);
}
