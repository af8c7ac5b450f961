import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, LARGEST_FILE, normaliseLineEnds } from '../../../src/read/text/decode-text.js';
import { codesOf, expectWithin, issuesOf, valueOf } from '../issues.js';

const bytes = (...parts: (string | number[])[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Uint8Array.from(part))));

describe('decodeText', () => {
  it('drops a byte-order mark', () => {
    expect(valueOf(decodeText(bytes([0xef, 0xbb, 0xbf], 'group,ref'), 'f'))).toBe('group,ref');
  });

  it.each([
    ['little endian', Buffer.from('\ufeffgroup,ref', 'utf16le')],
    ['big endian', bytes([0xfe, 0xff, 0, 0x67])],
  ])('recognises UTF-16, %s', (_, content) => {
    const result = decodeText(content, 'f.csv');
    expect(codesOf(issuesOf(result))).toEqual(['encoding f.csv:1:1']);
    expect(issuesOf(result)[0]?.message).toContain('UTF-16');
    expect(issuesOf(result)[0]?.message).toContain('CSV UTF-8');
  });

  it('recognises UTF-16 without a mark by its NUL bytes', () => {
    expect(codesOf(issuesOf(decodeText(Buffer.from('group', 'utf16le'), 'f')))).toEqual(['encoding f:1:2']);
  });

  it('points at a NUL byte', () => {
    expect(codesOf(issuesOf(decodeText(bytes('a\r\nbc', [0], 'd'), 'f')))).toEqual(['encoding f:2:3']);
  });

  it('recognises a workbook', () => {
    const result = decodeText(bytes('PK', [3, 4], 'xl/workbook.xml'), 'units.xlsx');
    expect(issuesOf(result)[0]?.message).toContain('workbook');
  });

  it('points at the first byte that is not UTF-8, and says what it is in Windows-1252', () => {
    const result = decodeText(bytes('group,ref\nA,caf', [0xe9], ',x\nB,', [0xfc]), 'f.csv');
    expect(codesOf(issuesOf(result))).toEqual(['encoding f.csv:2:6']);
    expect(issuesOf(result)[0]?.message).toContain(
      "The byte E9 (in Windows-1252, which older spreadsheets save, it would be 'é')",
    );
  });

  it.each([
    ['a stray continuation byte', bytes('é', [0x80], 'x'), 'f:1:2'],
    ['a character that is cut off', bytes('ab', [0xe2, 0x82]), 'f:1:3'],
    ['a character that breaks off', bytes('ab', [0xe2, 0x82], 'c'), 'f:1:3'],
    ['one bad byte', bytes([0xff]), 'f:1:1'],
    ['a byte behind an astral character', bytes('😀', [0xfe]), 'f:1:3'],
  ])('finds %s', (_, content, place) => {
    expect(codesOf(issuesOf(decodeText(content, 'f')))).toEqual([`encoding ${place}`]);
  });

  it('refuses a file that is too large', () => {
    expect(decodeText(new Uint8Array(LARGEST_FILE).fill(32), 'f').ok).toBe(true);
    expect(codesOf(issuesOf(decodeText(new Uint8Array(LARGEST_FILE + 1).fill(32), 'f')))).toEqual([
      'file-too-large f:1:1',
    ]);
  });

  it('gives back what was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\0') && !text.startsWith('\ufeff') && !text.startsWith('PK\u0003\u0004'));
        expect(valueOf(decodeText(Buffer.from(text), 'f'))).toBe(text);
      }),
    );
  });

  it('never throws, whatever the bytes, and points into the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (content) => {
        const result = decodeText(content, 'f');
        expectWithin(issuesOf(result), { f: new TextDecoder().decode(content) });
        expect(result.ok || result.issues.length === 1).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('normaliseLineEnds', () => {
  it('makes every line end the same', () => {
    expect(normaliseLineEnds('\ufeffa\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});
