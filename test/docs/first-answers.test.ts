import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, ROOT } from '../support/command.js';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const [, section = ''] = /\n## Your first answer\n([\s\S]*?)\n## /.exec(readme) ?? [];

/** For whom a command is, the command as printed, and what README says that it says. */
const answers = [
  ...section.matchAll(/For \*\*([^*]*)\*\*[^`]*```\nnpx qualpath ([^\n]*)\n```\n\nIt says `([^`]*)`/g),
].map(([, whom = '', command = '', said = '']) => [whom, command, said] as const);

describe('the first answers of README', () => {
  it('are for each of the three who use it', () => {
    expect(answers.map(([whom]) => whom)).toEqual([
      'whoever designs qualifications',
      'whoever plans and teaches',
      'whoever compares solvers',
    ]);
  });

  it.each(answers)('are what README says: %s', async (_, command, said) => {
    const { code, out } = await qualpath(command.split(' '));
    expect(out.replace(/\s+/g, ' ')).toContain(said);
    expect(code).toBe(0);
  });
});
