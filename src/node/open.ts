import { dirname } from 'node:path';
import type { Session } from '../ask/session.js';
import { openWorkspace, type Workspace } from '../ask/workspace.js';
import { openLibrary, type LibraryFolders } from './library.js';
import { createSolverIsolation } from './solver-isolation.js';

/**
 * Every qualification at hand: those of the user's models folder (`models` where the process runs, unless told
 * otherwise), then those that ship with the package. Solvers run in threads that are killed when they overrun.
 *
 * @example
 * ```ts
 * import { openModels } from 'qualpath/node';
 *
 * const all = openModels({ userModels: null });
 * console.log(all.list().document.map(({ id }) => id)[0]); // level-1-certificate-customer-service
 * ```
 */
export function openModels(folders: LibraryFolders = {}): Workspace {
  return openWorkspace(openLibrary(folders), createSolverIsolation().isolate);
}

/**
 * A qualification that ships with the package, by its id; throws an InputError when there is none.
 *
 * @example
 * ```ts
 * import { openShipped } from 'qualpath/node';
 *
 * const ocr = openShipped('ocr-level-3-diploma-customer-service');
 * const best = await ocr.pathway({ achieved: ['K/506/2169'] });
 * if (best.status === 'optimal') console.log(best.objectives[0].value); // 270
 * ```
 */
export function openShipped(id: string): Session {
  return openModels({ userModels: null }).open(id);
}

/**
 * A qualification from a model file, with the equivalences of its folder (`../data/equivalences.csv`); throws an
 * InputError with every issue of the model and its units.
 *
 * @example
 * ```ts
 * import { openFile } from 'qualpath/node';
 *
 * const level1 = openFile('models/level-1-certificate-customer-service.yaml');
 * console.log(level1.title); // Level 1 Certificate in Customer Service
 * ```
 */
export function openFile(path: string): Session {
  return openModels({ userModels: dirname(path) }).open(/[\\/]/.test(path) ? path : `./${path}`);
}
