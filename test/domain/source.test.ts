import { describe, expect, it } from 'vitest';
import { cellName, formatSource } from '../../src/domain/source.js';

describe('a cell of a workbook', () => {
  it.each([
    [1, 'A7'],
    [26, 'Z7'],
    [27, 'AA7'],
    [52, 'AZ7'],
    [53, 'BA7'],
    [702, 'ZZ7'],
    [703, 'AAA7'],
  ])('of column %i is %s', (column, name) => {
    expect(cellName({ line: 7, column })).toBe(name);
  });
});

describe('a place', () => {
  it('is a line and a column of a text, a cell of a sheet, or an option', () => {
    expect(formatSource({ file: 'a.csv', line: 2, column: 3 })).toBe('a.csv:2:3');
    expect(formatSource({ file: 'a.xlsx', line: 2, column: 3, sheet: 'Units' })).toBe('a.xlsx:Units!C2');
    expect(formatSource({ option: '--set x=1' })).toBe('--set x=1');
  });
});
