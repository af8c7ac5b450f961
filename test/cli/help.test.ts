import { describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

const COMMANDS = [...(await qualpath(['--help'])).out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map((match) => match[1] ?? '');

describe('help', () => {
  it('lists the commands', () => {
    expect(COMMANDS).toEqual(expect.arrayContaining(['list', 'solve', 'cohort', 'help']));
  });

  it.each(COMMANDS.filter((name) => name !== 'help'))('of %s fits on 80 columns, with examples', async (name) => {
    const { code, out, err } = await qualpath([name, '--help']);
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(out).toContain('Examples:');
    expect(out).toContain(`  qualpath ${name}`);
  });

  it('cleans what it repeats of the arguments', async () => {
    const { err } = await qualpath(['solve', '--no-such\u009Bm\u202E']);
    expect(err).toContain('--no-such');
    expect(err).not.toMatch(/[\u009B\u202E]/);
  });
});
