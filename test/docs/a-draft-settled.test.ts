import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, ROOT } from '../support/command.js';

const page = readFileSync(join(ROOT, 'docs', 'a-draft-settled.md'), 'utf8');

/** A folder with the unit tables, and with the files that the page shows. */
const folder = mkdtempSync(join(tmpdir(), 'qualpath-draft-'));
cpSync(join(ROOT, 'data'), join(folder, 'data'), { recursive: true });
for (const [, name = '', text = ''] of page.matchAll(/```yaml (\S+)\n([\s\S]*?)```/g)) {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** The words of a command line, quoted ones whole. */
const wordsOf = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

const commands = [...page.matchAll(/```console\n\$ qualpath ([^\n]*)\n([\s\S]*?)```/g)].map(
  ([, line = '', shown = '']) => [line, shown.trimEnd().split('\n')] as const,
);

describe('the page that settles a draft', () => {
  it('has commands to run', () => {
    expect(commands.map(([line]) => line.split(' ')[0])).toEqual([
      'show',
      'sweep',
      'sweep',
      'tune',
      'compare',
      'explain',
      'range',
      'report',
    ]);
  });

  it.each(commands)('shows what is printed by %s', async (line, shown) => {
    const { code, out } = await qualpath(wordsOf(line), { cwd: folder });
    const printed = out.split('\n').map((it) => it.trimEnd());
    expect(shown.filter((it) => !printed.includes(it))).toEqual([]);
    expect(code).toBe(0);
  });
});
