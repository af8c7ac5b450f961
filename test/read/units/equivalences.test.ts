import { describe, expect, it } from 'vitest';
import { readEquivalences } from '../../../src/read/units/equivalences.js';
import { codesOf, issuesOf, onlyIssue, valueOf } from '../issues.js';

const read = (rows: string): ReturnType<typeof readEquivalences> =>
  readEquivalences(`unit,other,kind,basis\n${rows}`, 'f');
const codes = (rows: string): string[] => codesOf(issuesOf(read(rows)));

describe('readEquivalences', () => {
  it('reads rows with their places', () => {
    expect(valueOf(read('CS 5,D/506/2119,same,"title, level"\nCS 6,T/506/2126,Equivalent,'))).toEqual([
      {
        unit: 'CS 5',
        other: 'D/506/2119',
        kind: 'same',
        basis: 'title, level',
        place: { file: 'f', line: 2, column: 1 },
      },
      { unit: 'CS 6', other: 'T/506/2126', kind: 'equivalent', basis: '', place: { file: 'f', line: 3, column: 1 } },
    ]);
  });

  it('accepts a table without rows', () => {
    expect(valueOf(read(''))).toEqual([]);
  });

  it.each([
    ['an unknown kind', 'A,B,smae,x', ['unknown-kind f:2:5']],
    ['an empty unit', 'A,,same,x', ['empty-cell f:2:3']],
    ['a unit beside itself', 'CS 1,cs1,same,x', ['equal-to-itself f:2:6']],
    ['a pair of two kinds', 'A,B,same,x\nb,a,equivalent,y', ['conflicting-pair f:3:1']],
    ['a pair given twice', 'A,B,same,x\nb,a,same,y', ['repeated-pair f:3:1']],
    ['a unit that replaces what replaces it', 'A,B,replaces,x\nB,A,replaces,y', ['conflicting-pair f:3:1']],
    ['a pair that is equal and replaced', 'A,B,same,x\nA,B,replaces,y', ['conflicting-pair f:3:1']],
    ['a replacement given twice', 'A,B,replaces,x\nA,B,replaces,y', ['repeated-pair f:3:1']],
    ['a row that is too short', 'A,B,same', ['row-too-short f:2:1']],
    [
      'several things at once',
      ',B,x,\nA,A,same,x',
      ['empty-cell f:2:1', 'unknown-kind f:2:4', 'equal-to-itself f:3:3'],
    ],
  ])('tells %s', (_, rows, expected) => {
    expect(codes(rows)).toEqual(expected);
  });

  it('suggests the kind that may be meant', () => {
    expect(onlyIssue(issuesOf(read('A,B,equivalant,x')), 'unknown-kind').message).toContain('did you mean equivalent?');
  });

  it('keeps the first of a pair that is given twice', () => {
    expect(valueOf(read('A,B,same,first\nB,A,same,second')).map(({ basis }) => basis)).toEqual(['first']);
  });

  it('names a missing column', () => {
    expect(codesOf(issuesOf(readEquivalences('unit,others,kind,basis\nA,B,same,x', 'f')))).toEqual([
      'missing-column f:1:6',
    ]);
  });
});
