/** Runs the main job once with the bundle of a folder, and keeps beside it the code that V8 has compiled for it. */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CODE_CACHE, loadCommand } from '../bin/load-command.js';

const folder = resolve(process.argv[2] ?? 'dist/command');
const { main, script } = loadCommand(folder);
const code = await main(['solve', 'ocr-level-3-diploma-customer-service', '--models', 'models']);
if (code !== 0) throw new Error(`the main job ended with ${code}`);
writeFileSync(join(folder, CODE_CACHE), script.createCachedData());
