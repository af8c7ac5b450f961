import { dirname } from 'node:path';
import type { Session } from '../ask/session.js';
import { openWorkspace, type Workspace } from '../ask/workspace.js';
import { openLibrary, type LibraryFolders } from './library.js';
import { createSolverIsolation } from './solver-isolation.js';

export { openLibrary, type LibraryFolders } from './library.js';

/**
 * Every qualification at hand: those of the user's models folder (`models` where the process runs, unless told
 * otherwise), then those that ship with the package. Solvers run in threads that are killed when they overrun.
 */
export function openModels(folders: LibraryFolders = {}): Workspace {
  return openWorkspace(openLibrary(folders), createSolverIsolation().isolate);
}

/** A qualification that ships with the package, by its id; throws an InputError when there is none. */
export function openShipped(id: string): Session {
  return openModels({ userModels: null }).open(id);
}

/**
 * A qualification from a model file, with the equivalences of its folder (`../data/equivalences.csv`); throws an
 * InputError with every issue of the model and its units.
 */
export function openFile(path: string): Session {
  return openModels({ userModels: dirname(path) }).open(/[\\/]/.test(path) ? path : `./${path}`);
}
