import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { qualpath, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

const candidates = async (...words: readonly string[]): Promise<readonly string[]> => {
  const { code, out, err } = await qualpath(['complete', '--', ...words]);
  expect([code, err]).toEqual([0, '']);
  return out.split('\n').slice(0, -1);
};

describe('what may come next on a command line', () => {
  it('is a command at first, those that nobody types left out', async () => {
    expect(await candidates('so')).toEqual(['solve']);
    const all = await candidates('');
    expect(all).toEqual(expect.arrayContaining(['list', 'solve', 'completion', 'help']));
    expect(all).not.toContain('complete');
    expect(await candidates('help', 'ra')).toEqual(['range']);
    expect(await candidates('--')).toEqual(['--version']);
  });

  it.each([
    ['solve'],
    ['range'],
    ['match', OCR],
    ['cohort', OCR, 'x'],
    ['check'],
    ['compare', 'x'],
    ['deliver', '--csv', 'x'],
    ['import', 'handbook.pdf', '--update'],
  ])('is the id of a qualification where one may stand: %j', async (...before) => {
    expect(await candidates(...before, 'ocr')).toEqual([OCR]);
  });

  it('is an option of the command, and what the option chooses from', async () => {
    expect(await candidates('solve', OCR, '--maxi')).toEqual(['--maximise']);
    expect(await candidates('solve', '--format', '')).toEqual(expect.arrayContaining(['text', 'json']));
    expect(await candidates('completion', '')).toEqual(['bash', 'zsh', 'fish', 'powershell']);
  });

  it.each([
    [['solve', OCR, '']],
    [['solve', '--certificate', '']],
    [['cohort', OCR, '--from', '']],
    [['import', '']],
    [['mistyped', '']],
    [['help', 'solve', '']],
  ])('is left to the shell where files or numbers are meant: %j', async (words) => {
    expect(await candidates(...words)).toEqual([]);
  });
});

const home = mkdtempSync(join(tmpdir(), 'qualpath-complete-'));
symlinkSync(join(ROOT, 'bin', 'qualpath.js'), join(home, 'qualpath'));
afterAll(() => rmSync(home, { recursive: true }));

const isThere = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('the scripts of shells', () => {
  it.skipIf(!isThere('bash'))('complete in bash, words with spaces among those before', () => {
    const asked = `eval "$(qualpath completion bash)"
      COMP_WORDS=(qualpath solve --also 'at least 2 units' ocr) COMP_CWORD=4; _qualpath; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const env = { ...process.env, PATH: `${home}:${process.env['PATH'] ?? ''}` };
    expect(execFileSync('bash', ['-c', asked], { encoding: 'utf8', env })).toBe(`${OCR}\n`);
  });

  it.each(['bash', 'zsh', 'fish', 'powershell'])('are printed for %s, and ask for what comes next', async (shell) => {
    const { code, out } = await qualpath(['completion', shell]);
    expect([code, out.includes('qualpath complete -- ')]).toEqual([0, true]);
  });

  it('are refused for a shell that is not known', async () => {
    const { code, err } = await qualpath(['completion', 'tcsh']);
    expect([code, err]).toEqual([2, expect.stringContaining('bash, zsh, fish, powershell')]);
  });
});
