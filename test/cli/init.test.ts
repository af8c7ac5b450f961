import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { qualpath, qualpathJson, ROOT } from '../support/command.js';

const empty = (): string => mkdtempSync(join(tmpdir(), 'qualpath-init-'));
const MODEL = join('models', 'my-qualification.yaml');

describe('init', () => {
  it('writes a model that has nothing wrong or odd about it, and a table', async () => {
    const cwd = empty();
    const { code, out, err } = await qualpath(['init'], { cwd });
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').slice(0, 3).toSorted()).toEqual([
      join('data', 'my-qualification.csv'),
      join('models', 'model.schema.json'),
      MODEL,
    ]);
    expect(await qualpathJson(['check', 'my-qualification'], cwd)).toEqual([]);
    expect(await qualpathJson(['solve', 'my-qualification'], cwd)).toMatchObject({ status: 'optimal' });
    const { out: range } = await qualpath(['range', 'my-qualification'], { cwd });
    expect(range.match(/agrees/g)).toHaveLength(2);
    expect(range).not.toContain('DIFFERS');
  });

  it('names the schema that it brings along', async () => {
    const cwd = empty();
    await qualpath(['init'], { cwd });
    const [first] = readFileSync(join(cwd, MODEL), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./model.schema.json');
    const schema = readFileSync(join(cwd, 'models', 'model.schema.json'), 'utf8');
    expect(schema).toBe(readFileSync(join(ROOT, 'schema', 'model.schema.json'), 'utf8'));
  });

  it('makes the folder that is named, and says where to go on', async () => {
    const cwd = empty();
    const { out } = await qualpath(['init', 'my drafts'], { cwd });
    expect(out).toContain('cd "my drafts" && qualpath solve my-qualification');
    expect(existsSync(join(cwd, 'my drafts', MODEL))).toBe(true);
  });

  it('overwrites nothing, a link that leads nowhere either, and then writes nothing at all', async () => {
    const cwd = empty();
    mkdirSync(join(cwd, 'models'));
    mkdirSync(join(cwd, 'data'));
    writeFileSync(join(cwd, MODEL), 'mine');
    symlinkSync('nowhere', join(cwd, 'data', 'my-qualification.csv'));
    const { code, out, err } = await qualpath(['init'], { cwd });
    expect([code, out]).toEqual([3, '']);
    expect(err.trim().split('\n')).toEqual([
      `${MODEL}:1:1: error: This file is there already; nothing was written.`,
      `${join('data', 'my-qualification.csv')}:1:1: error: This file is there already; nothing was written.`,
    ]);
    expect(readFileSync(join(cwd, MODEL), 'utf8')).toBe('mine');
    expect(readdirSync(join(cwd, 'models'))).toEqual(['my-qualification.yaml']);
  });

  it('leaves nothing behind where a file cannot be written', async () => {
    const cwd = empty();
    writeFileSync(join(cwd, 'data'), 'a file where a folder is needed');
    const { code, err } = await qualpath(['init'], { cwd });
    expect(code).toBe(3);
    expect(err).toContain('This file cannot be written: a part of its path is no folder. Nothing was written.');
    expect(readdirSync(cwd)).toEqual(['data']);
  });
});
