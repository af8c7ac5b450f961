import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceKey } from '../../../src/domain/reference.js';
import { readAchieved } from '../../../src/read/units/achieved.js';
import { readEquivalences } from '../../../src/read/units/equivalences.js';
import { readUnitTable, type UnitTable } from '../../../src/read/units/unit-table.js';
import type { Result } from '../../../src/domain/result.js';
import { csvCell } from '../../../src/report/csv-cell.js';
import { readTable } from '../../../src/read/table/csv-table.js';
import { readYaml } from '../../../src/read/yaml/read-yaml.js';
import { codesOf, issuesOf, valueOf } from '../issues.js';

const HEADER = 'group,ref,title,level,credit,glh';
const ROWS = 'A,X 1,One,3,5,27\nB,X 2,Two,3,5,27';
const read = (text: string): Result<UnitTable> => readUnitTable(text, 'f');
const refs = (text: string): readonly string[] => valueOf(read(text)).rows.map(({ group, ref }) => `${group} ${ref}`);

describe('a table as a spreadsheet saves it', () => {
  it.each([
    ['with sep= and semicolons', `sep=;\n${HEADER}\n${ROWS}`.replaceAll(',', ';')],
    ['with sep= and tabs', `sep=\t\n${HEADER}\n${ROWS}`.replaceAll(',', '\t')],
    ['with sep= in quotes', `"sep=,"\r\n${HEADER}\r\n${ROWS}`],
    ['with sep= and bars', `sep=|\n${HEADER}\n${ROWS}`.replaceAll(',', '|')],
  ])('is read %s', (_, text) => {
    const result = read(text);
    expect(issuesOf(result)).toEqual([]);
    expect(valueOf(result).rows.map(({ place }) => place.line)).toEqual([3, 4]);
  });

  it('may have title rows above its header, and says which line that seems to be', () => {
    const text = `Units of the Diploma,,,,,\n\nas of March,,,,,\n${HEADER}\n${ROWS}`;
    expect(refs(text)).toEqual(['A X 1', 'B X 2']);
    const [issue] = issuesOf(read(text));
    expect(issue).toMatchObject({ code: 'title-rows', severity: 'warning', source: { line: 4, column: 1 } });
    expect(issue?.message).toContain('The header seems to be line 4');
    expect(codesOf(issuesOf(read(`${HEADER}\n${HEADER}`)))).not.toContain('title-rows f:2:1');
  });

  it('keeps places right below title rows', () => {
    expect(codesOf(issuesOf(read(`Étitle\n${HEADER}\nA,X 1,One,3,x,27`)))).toEqual([
      'title-rows f:2:1',
      'not-a-number f:3:13',
    ]);
  });

  it('may have merged groups, which are carried down with a warning', () => {
    const text = `${HEADER}\nA,X 1,One,3,5,27\n,X 2,Two,3,5,27\n,X 3,Three,3,5,27\nB,X 4,Four,3,5,27\n,,,,,\n`;
    expect(refs(text)).toEqual(['A X 1', 'A X 2', 'A X 3', 'B X 4']);
    expect(codesOf(issuesOf(read(text)))).toEqual(['group-carried f:3:1']);
  });

  it('with a group forgotten among groups that are repeated is refused', () => {
    const text = `${HEADER}\nA,X 1,One,3,5,27\nA,X 2,Two,3,5,27\n,X 3,Three,3,5,27`;
    expect(codesOf(issuesOf(read(text)))).toEqual(['empty-cell f:4:1']);
    expect(codesOf(issuesOf(read(`${HEADER}\n,X 3,Three,3,5,27`)))).toEqual(['empty-cell f:2:1']);
  });

  it.each(['L3', 'Level 3', 'Three', '3'])('has levels such as %s', (level) => {
    expect(valueOf(read(`${HEADER}\nA,X,T,${level},5,27`)).rows[0]?.level).toBe(3);
  });

  it.each([
    ['', null],
    ['-', null],
    ['–', null],
    ['TBC', 'open'],
    ['12', 12],
    ['Entry 1', -2],
  ])('has units whose level is %j', (level, expected) => {
    expect(valueOf(read(`${HEADER}\nA,X,T,${level},5,27`)).rows[0]?.level).toBe(expected);
  });
});

describe('characters that cannot be seen', () => {
  const SPACES = ['\u200B', '\u200E', '\u200F', '\u00AD', '\u2066', '\u2069', '\u2060'];

  it('make no reference another, and are warned about with their place', () => {
    for (const space of SPACES) {
      expect(referenceKey(`MX${space} 4`)).toBe(referenceKey('mx 4'));
      const table = read(`${HEADER}\nA,MX 4${space},T,3,5,27`);
      expect(valueOf(table).rows[0]?.ref).toBe('MX 4');
      expect(codesOf(issuesOf(table))).toEqual(['invisible-character f:2:3']);
      expect(codesOf(issuesOf(readAchieved(`ref\nMX${space} 4`, 'f.csv')))).toEqual(['invisible-character f.csv:2:1']);
      const pair = readEquivalences(`unit,other,kind,basis\nA${space}B,C,same,x`, 'f');
      expect(codesOf(issuesOf(pair))).toEqual(['invisible-character f:2:1']);
      expect(valueOf(pair)[0]?.unit).toBe('AB');
    }
    expect(codesOf(issuesOf(read(`${HEADER}\nA,MX 4,T,3,5,27\nA,MX\u200B 4,T,3,5,27`)))).toContain(
      'repeated-unit f:3:3',
    );
  });
});

describe('a cell of a table that is written', () => {
  it.each(['=HYPERLINK("x")', '+1', '@SUM(1)', '-1', '\tx', '\rx'])('runs nothing: %j', (text) => {
    expect(csvCell(text)).toMatch(/^"?'/);
  });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '"', ',', ';', 'a', ' ') }), (text) => {
        fc.pre(text.trim() === text && text !== '' && !text.startsWith('"'));
        const { rows } = readTable(`ref,x\n${csvCell(text)},y`, 'f.csv', { required: ['ref'], optional: [] });
        expect(rows[0]?.known.get('ref')?.text).toBe(text);
      }),
    );
  });
});

describe('a model file of separators', () => {
  it('is refused before the parser takes a kilobyte for each', () => {
    const before = process.memoryUsage().heapUsed;
    expect(readYaml(`[${','.repeat(900_000)}`, 'f').issues.map(({ code }) => code)).toEqual(['too-many-values']);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });
});
