import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openLibrary } from '../../src/node/library.js';
import { namesFile } from '../../src/node/names-file.js';
import { readTextFile } from '../../src/node/read-text-file.js';
import { issuesOf } from '../read/issues.js';

let home = '';
const at = (name: string): string => join(home, name);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-paths-'));
  symlinkSync(at('loop'), at('loop'));
  symlinkSync(at('nowhere'), at('broken'));
  writeFileSync(at('held'), 'X 1\n');
});

afterAll(() => rmSync(home, { recursive: true }));

describe('a folder of models that cannot be looked at', () => {
  it.each([
    ['loop', 'file-unreadable', 'links lead round in a circle'],
    ['x'.repeat(300), 'file-unreadable', 'its name is too long'],
    ['a\0b', 'file-unreadable', 'a character that no name may have'],
    ['none', 'no-folder', 'There is no folder'],
    ['held', 'no-folder', 'There is no folder'],
  ])('is told in a sentence: %.20s', (name, code, words) => {
    const library = openLibrary({ userModels: at(name) });
    const [issue, ...others] = issuesOf(library.list());
    expect(others).toEqual([]);
    expect(issue?.code).toBe(code);
    expect(issue?.message).toContain(words);
    expect(issue?.message.length).toBeLessThan(300);
    expect(issuesOf(library.load('mine')).map((it) => it.code)).toEqual([code, 'unknown-qualification']);
  });

  it('is no matter where nobody asked for it', () => {
    expect(issuesOf(openLibrary({ shippedModels: at('none') }).list())).toEqual([]);
  });
});

describe('a file that cannot be read', () => {
  it.each([
    ['loop', 'file-unreadable', 'links lead round in a circle'],
    ['broken', 'file-missing', 'leads to a file that is not there'],
    ['x'.repeat(300), 'file-unreadable', 'its name is too long'],
  ])('is told in a sentence: %.20s', (name, code, words) => {
    const [issue] = issuesOf(readTextFile(at(name)));
    expect(issue?.code).toBe(code);
    expect(issue?.message).toContain(words);
  });
});

describe('a text that is a unit or a file', () => {
  it.each(['L/506/2150', 'l / 506 / 2150', 'CS 30', 'F/12', 'B&A 38', 'X 1', 'MX/4A'])('%s is a unit', (text) => {
    expect(namesFile(text)).toBe(false);
  });

  it.each(['held.csv', 'a/held', './held', '../L/506/2150', '/tmp/x', 'C:\\held', 'units.TXT', 'learners/one'])(
    '%s is a file',
    (text) => {
      expect(namesFile(text)).toBe(true);
    },
  );

  it('is a file when something of that name is there, were it a link to nothing', () => {
    expect(['held', 'broken', 'loop'].map((name) => namesFile(at(name)))).toEqual([true, true, true]);
    expect(namesFile('x'.repeat(10_000))).toBe(false);
  });
});
