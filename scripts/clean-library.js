/** Removes the built library, so that nothing of an earlier layout is packed; the bundled command stays until replaced. */
import { existsSync, readdirSync, rmSync } from 'node:fs';

const built = existsSync('dist') ? readdirSync('dist') : [];
for (const name of built) if (!name.startsWith('command')) rmSync(`dist/${name}`, { recursive: true });
