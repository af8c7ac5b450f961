import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/command.js';

const PROVIDER = 'data/samples/provider';
const HARD = ['--capacity', '12', '--min-class', '5', '--time-limit', '3600'];

describe('an interrupt of qualpath deliver', () => {
  it('ends the search with what it has, and exit code 4', async () => {
    const args = [
      'deliver',
      '--all',
      '--models',
      `${PROVIDER}/models`,
      '--cohort',
      `${PROVIDER}/learners.csv`,
      ...HARD,
    ];
    const command = spawn(process.execPath, [join(ROOT, 'bin/qualpath.js'), ...args], { cwd: ROOT });
    let out = '';
    command.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    const interrupt = setTimeout(() => command.kill('SIGINT'), 4000);
    const [code] = (await once(command, 'close')) as [number | null];
    clearTimeout(interrupt);
    // Without the interrupt it would go on for an hour.
    expect([code, out]).toEqual([4, expect.stringMatching(/^Delivery plan\n/)]);
  });
});
