/**
 * The whole process of `qualpath solve` against bare `node -e ''`, in turn.
 *
 *     npm run bench:start-up
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { timeSideBySide } from './measure.js';

const BIN = fileURLToPath(new URL('../bin/qualpath.js', import.meta.url));
const SOLVE = [BIN, 'solve', 'ocr-level-3-diploma-customer-service'];

const node = (args: readonly string[]) => (): void => {
  const { status } = spawnSync(process.execPath, args, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
};

const times = await timeSideBySide(
  [
    { name: 'node', run: node(['-e', '']) },
    { name: 'solve', run: node(SOLVE) },
    { name: 'solve --solver highs', run: node([...SOLVE, '--solver', 'highs']) },
    { name: 'list', run: node([BIN, 'list']) },
  ],
  { rounds: 20, warmUp: 2 },
);
const bare = times.get('node') ?? Number.NaN;
for (const [name, time] of times) {
  console.log(`${name.padEnd(22)} ${time.toFixed(0).padStart(5)} ms   ${(time / bare).toFixed(2)} times bare node`);
}
