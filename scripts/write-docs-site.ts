/**
 * Writes the documentation as pages that open offline, into build/site: `npm run docs:site`, which writes the API
 * reference first. Open build/site/index.html.
 */
import { rmSync } from 'node:fs';
import { writeSite } from './site/write-site.js';

const FOLDER = 'build/site';
rmSync(FOLDER, { recursive: true, force: true });
const pages = writeSite(FOLDER);
process.stdout.write(`${pages.length} pages: open ${FOLDER}/index.html\n`);
