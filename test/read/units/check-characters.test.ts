import { describe, expect, it } from 'vitest';
import { checkQualificationNumber, checkUnitLetters } from '../../../src/read/units/check-characters.js';
import { readUnitTable } from '../../../src/read/units/unit-table.js';
import { codesOf, valueOf } from '../issues.js';

const rows = (...refs: string[]) =>
  valueOf(
    readUnitTable(
      `group,ref,title,level,credit,glh,urn\n${refs.map((ref) => `A,${ref.replace('|', ',T,3,1,1,')}\n`).join('')}`,
      'f',
    ),
  ).rows;

describe('checkUnitLetters', () => {
  it('is content with right letters and with codes of other shapes', () => {
    expect(checkUnitLetters(rows('L/506/2150|', 'cs 30|y/506/2152', 'B&A 38|'))).toEqual([]);
  });

  it('warns of a wrong letter in ref or urn, and says which would be right', () => {
    const issues = checkUnitLetters(rows('M/506/2150|', 'CS 1|A/506/2152'));
    expect(codesOf(issues)).toEqual(['check-character f:2:3', 'check-character f:3:3']);
    expect(issues.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
    expect(issues[0]?.message).toContain('L/506/2150');
  });
});

describe('checkQualificationNumber', () => {
  const place = { file: 'm', line: 1, column: 9 };

  it('is content with a right number', () => {
    expect(checkQualificationNumber('601/3435/5', place)).toEqual(checkQualificationNumber(' 601/3435/5 ', place));
  });

  it('accepts exactly one last character', () => {
    const accepted = '0123456789X'
      .split('')
      .filter((last) => checkQualificationNumber(`601/3435/${last}`, place).length === 0);
    expect(accepted).toHaveLength(1);
    expect(checkQualificationNumber(`601/3435/${accepted[0] === '0' ? '1' : '0'}`, place)[0]?.message).toContain(
      `601/3435/${accepted[0]}`,
    );
  });

  it('accepts a small x', () => {
    const numbers = Array.from({ length: 50 }, (_, index) => `601/34${String(index).padStart(2, '0')}/x`);
    expect(numbers.filter((number) => checkQualificationNumber(number, place).length === 0).length).toBeGreaterThan(0);
  });

  it('warns of another shape', () => {
    expect(codesOf(checkQualificationNumber('60134355', place))).toEqual(['number-shape m:1:9']);
  });
});
