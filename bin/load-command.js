import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { Script } from 'node:vm';

const FOLDER = fileURLToPath(new URL('../dist/command', import.meta.url));

/** The file beside a bundle with the code that V8 has compiled from it; one for another version of Node is ignored. */
export const CODE_CACHE = 'main.js.cache';

/**
 * Loads the bundled command, with the compiled code of an earlier run where there is some: compiling is the larger
 * part of what a short command takes. Returns its `main` and the script it came from.
 *
 * @param {string} folder where the bundle is
 * @returns {{ main: (args: readonly string[]) => Promise<number>, script: Script }}
 */
export function loadCommand(folder = FOLDER) {
  const file = join(folder, 'main.js');
  const cache = join(folder, CODE_CACHE);
  const cached = existsSync(cache) ? { cachedData: readFileSync(cache) } : {};
  const script = new Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file, ...cached });
  /** @type {{ exports: any }} */
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, folder);
  return { main: bundle.exports.main, script };
}
