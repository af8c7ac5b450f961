import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ndjsonLine, randomLearners, unitsOf } from '../../test/support/cohort.js';
import { qualpathProcess, ROOT } from '../../test/support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const INSTALLED = spawnSync('parallel', ['--version']).status === 0;

/** The shell commands of docs/cohorts.md that run parallel, as they stand there. */
function recipes(): readonly string[] {
  const text = readFileSync(join(ROOT, 'docs', 'cohorts.md'), 'utf8');
  const blocks = [...text.matchAll(/```sh\n([^`]*)```/g)].map(([, block = '']) => block);
  return blocks.filter((block) => block.includes('parallel --pipe'));
}

const learners = [...randomLearners(4000, unitsOf(OCR))].map(ndjsonLine);

describe('the recipe with GNU parallel', () => {
  it('is in docs/cohorts.md, for one machine and for several', () => {
    expect(recipes()).toHaveLength(2);
    expect(recipes()[1]).toContain('--sshlogin');
  });

  it.for([0, 1])('gives the output of one process, in local jobs: recipe %i', (at, context) => {
    if (!INSTALLED) context.skip('GNU parallel is not installed');
    const input = learners.join('');
    const whole = qualpathProcess(['cohort', OCR], { input });
    expect(whole.code).toBe(0);
    const { status, stdout } = runRecipe(recipes()[at] ?? '', input);
    expect(status).toBe(0);
    expect(stdout === whole.out).toBe(true);
  });

  it('says which jobs met lines that they could not read', (context) => {
    if (!INSTALLED) context.skip('GNU parallel is not installed');
    const [recipe = ''] = recipes();
    const { status, stdout, stderr } = runRecipe(recipe, `${learners.join('')}{"learner":\n`);
    expect(status).toBe(1);
    expect(stderr).toContain('This line is not JSON');
    expect(stdout.split('\n')).toHaveLength(learners.length + 1);
  });
});

/** Runs a recipe on this machine, with the command and the files of this test in the place of those that it names. */
function runRecipe(recipe: string, input: string): { status: number | null; stdout: string; stderr: string } {
  const command = recipe
    .replaceAll('qualpath', `${process.execPath} ${join(ROOT, 'bin', 'qualpath.js')}`)
    .replace(/--block \S+/, '--block 200k')
    .replace(/--sshlogin \S+/, '--sshlogin 2/:')
    .replace(/< learners\.ndjson > answers\.ndjson/, '');
  return spawnSync('bash', ['-c', command], { cwd: ROOT, input, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
