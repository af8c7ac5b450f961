import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LARGEST_FILE } from '../../src/read/text/decode-text.js';
import { readTextFile } from '../../src/node/read-text-file.js';
import { codesOf, issuesOf, valueOf } from '../read/issues.js';

let home = '';
const at = (name: string): string => join(home, name);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-text-'));
  mkdirSync(at('folder'));
  writeFileSync(at('units.csv'), '\ufeffgroup,ref\r\né');
  writeFileSync(at('large.csv'), '');
  truncateSync(at('large.csv'), LARGEST_FILE + 1);
});

afterAll(() => rmSync(home, { recursive: true }));

describe('readTextFile', () => {
  it('reads text', () => {
    expect(valueOf(readTextFile(at('units.csv')))).toBe('group,ref\r\né');
  });

  it('reads a file longer than one piece', () => {
    const long = 'é'.repeat(100_001);
    writeFileSync(at('long.csv'), long);
    expect(valueOf(readTextFile(at('long.csv')))).toBe(long);
  });

  it.each([
    ['unist.csv', 'file-missing'],
    ['no/such.csv', 'file-missing'],
    ['units.csv/x', 'file-missing'],
    ['folder', 'file-is-folder'],
    ['large.csv', 'file-too-large'],
    ['a\0b', 'file-unreadable'],
    ['x'.repeat(300), 'file-unreadable'],
  ])('tells %j apart', (name, code) => {
    expect(codesOf(issuesOf(readTextFile(at(name))))).toEqual([`${code} ${at(name)}:1:1`]);
  });

  it('suggests a file of the folder', () => {
    expect(issuesOf(readTextFile(at('unist.csv')))[0]?.message).toContain(`did you mean ${at('units.csv')}?`);
  });

  it('stands where the path was written', () => {
    const source = { option: '--achieved x' };
    expect(issuesOf(readTextFile(at('x'), source))[0]?.source).toEqual(source);
  });

  it.runIf(process.platform === 'linux')('stops at a device that never ends', () => {
    expect(codesOf(issuesOf(readTextFile('/dev/zero')))).toEqual(['file-too-large /dev/zero:1:1']);
  });
});
