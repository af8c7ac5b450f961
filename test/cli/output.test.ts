import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, ROOT } from '../support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';

function shell(command: string): { readonly status: number | null; readonly out: string; readonly err: string } {
  const { status, stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: ROOT, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
}

describe('output that cannot be written', () => {
  it.each([`list`, `solve ${OCR}`, `range ${OCR} --json`, `cohort ${OCR} --from data/samples/cohort.csv`])(
    'is told, and ends %s with 5',
    (command) => {
      const { status, err } = shell(`node bin/qualpath.js ${command} > /dev/full`);
      expect([status, err]).toEqual([5, expect.stringContaining('cannot be written (ENOSPC)')]);
    },
  );
});

describe('a reader who goes early', () => {
  it('does not change how the command ends', () => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-output-'));
    const rows = Array.from({ length: 5000 }, (_, at) => `A,X ${at},One,3,five,30`);
    writeFileSync(join(folder, 'bad.csv'), `group,ref,title,level,credit,glh\n${rows.join('\n')}\n`);
    const { out, err } = shell(
      `node bin/qualpath.js check ${join(folder, 'bad.csv')} | head -c 1 > /dev/null; echo "\${PIPESTATUS[0]}"`,
    );
    expect([out, err]).toEqual(['3\n', '']);
  });
});

describe('a value that a rule rules out', () => {
  it.each([
    ['p=10', 'above its upper bound 9'],
    ['p=12', 'outside the range its declaration gives'],
  ])('is wrong data, wherever it was typed: --set %s', async (setting, words) => {
    const cwd = mkdtempSync(join(tmpdir(), 'qualpath-ruled-out-'));
    const unit = '{ group: A, ref: A1, title: One, level: 3, credit: 5, glh: 27 }';
    const rule = 'rule: [between p and 9 credits]\nparameters: { p: { max: 11 } }\n';
    writeFileSync(join(cwd, 'm.yaml'), `title: T\ngroups: { A: First }\nunits:\n  - ${unit}\n${rule}`);
    const { code, err } = await qualpath(['solve', './m.yaml', '--set', setting], { cwd });
    expect([code, err]).toEqual([3, expect.stringContaining(words)]);
  });
});
