import { fileURLToPath } from 'node:url';

/**
 * The folder `bench` of the repository, with pinned instances, the Python of other solvers and the script that asks them.
 * It does not ship with the package.
 */
export const BENCH_FOLDER = fileURLToPath(new URL('../../bench', import.meta.url));
