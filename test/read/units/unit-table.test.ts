import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitRow } from '../../../src/domain/unit.js';
import { MOST_UNITS } from '../../../src/read/units/unit-listing.js';
import { readUnitTable } from '../../../src/read/units/unit-table.js';
import { codesOf, expectWithin, issuesOf, onlyIssue, valueOf } from '../issues.js';

const HEADER = 'group,ref,title,level,credit,glh';
const GOOD = `${HEADER}\nA,L/506/2150,Organise and deliver customer service,3,5,27\nB,CS 30,"Gather, analyse",Entry 3,4,19\n`;

const read = (text: string): ReturnType<typeof readUnitTable> => readUnitTable(text, 'f');
const codes = (text: string): string[] => codesOf(issuesOf(read(text)));
const message = (text: string, code: string): string => onlyIssue(issuesOf(read(text)), code).message;
const row = (cells: string): string => `${HEADER}\n${cells}\n`;

describe('a unit table that is right', () => {
  it('gives units with all their values, each at the place of its reference', () => {
    const { rows, columns } = valueOf(read(GOOD));
    expect(columns).toEqual([]);
    expect(rows).toEqual<UnitRow<unknown>[]>([
      {
        group: 'A',
        ref: 'L/506/2150',
        urn: null,
        title: 'Organise and deliver customer service',
        level: 3,
        credit: 5,
        glh: 27,
        columns: new Map(),
        figures: new Map(),
        place: { file: 'f', line: 2, column: 3 },
      },
      {
        group: 'B',
        ref: 'CS 30',
        urn: null,
        title: 'Gather, analyse',
        level: 0,
        credit: 4,
        glh: 19,
        columns: new Map(),
        figures: new Map(),
        place: { file: 'f', line: 3, column: 3 },
      },
    ]);
  });

  it('finds columns in any order and case, and keeps further ones', () => {
    const table = valueOf(
      read('GLH, Ref ,Staff-Hours,credit,LEVEL,title,Group,urn,note\n27,CS 1,12,5,3,Title,A,L/506/2150\n'),
    );
    expect(table.columns).toEqual(['Staff-Hours', 'note']);
    expect(table.rows[0]).toMatchObject({ ref: 'CS 1', urn: 'L/506/2150', glh: 27, credit: 5, level: 3, group: 'A' });
    expect([...(table.rows[0]?.columns ?? [])]).toEqual([
      ['Staff-Hours', '12'],
      ['note', ''],
    ]);
  });

  it('reads the same from commas, semicolons and tabs', () => {
    const comma = valueOf(read('group,ref,title,level,credit,glh\nA,X 1,T,3,5,27\nA,X 2,U,3,5,27'));
    expect(valueOf(read('group;ref;title;level;credit;glh\nA;X 1;T;3;5;27\nA;X 2;U;3;5;27'))).toEqual(comma);
    expect(
      valueOf(read('\ufeffgroup\tref\ttitle\tlevel\tcredit\tglh\r\nA\tX 1\tT\t3\t5\t27\r\nA\tX 2\tU\t3\t5\t27\r\n')),
    ).toEqual(comma);
  });

  it('makes open values of TBC in any case', () => {
    const { rows } = valueOf(read(row('A,B&A 38,Principles,2,TBC,tbc')));
    expect(rows[0]).toMatchObject({ credit: { open: 'B&A 38.credit' }, glh: { open: 'B&A 38.glh' } });
  });

  it('takes a unit that stands in two groups as two', () => {
    expect(valueOf(read(row('A,X,T,3,1,1\nB,x,T,3,1,1'))).rows).toHaveLength(2);
  });

  it('passes over empty cells behind the header that spreadsheets add', () => {
    expect(valueOf(read(`${HEADER},,\nA,X,T,3,1,1,,\n,,,,,,,\n`)).rows).toHaveLength(1);
  });

  it('spells groups as they are declared', () => {
    const declared = new Map([['mandatory units', 'Mandatory Units']]);
    const { rows } = valueOf(readUnitTable(row('MANDATORY  units,X,T,3,1,1'), 'f', declared));
    expect(rows[0]?.group).toBe('Mandatory Units');
  });
});

describe('a unit table with mistakes', () => {
  it.each([
    ['an empty file', '', ['empty-file f:1:1']],
    ['a header alone', `${HEADER}\n\n`, ['no-units f:1:1']],
    ['a negative credit', row('A,X,T,3,-5,27'), ['not-a-number f:2:9']],
    ['a fraction of an hour', row('A,X,T,3,2.5,27.5'), ['not-a-number f:2:13']],
    ['four places', row('A,X,T,3,2.1234,27'), ['not-a-number f:2:9']],
    ['text for a number', row('A,X,T,3,five,27'), ['not-a-number f:2:9']],
    ['a number beyond all measure', row('A,X,T,3,5,99999999999'), ['not-a-number f:2:11']],
    ['an unknown level', row('A,X,T,13,5,27'), ['unknown-level f:2:7']],
    ['an empty cell', row('A,X,,3,5,27'), ['empty-cell f:2:5']],
    ['a cell behind a quoted one', row('A,X,"T, or ""U""",3,5,x'), ['not-a-number f:2:23']],
    ['a short row', row('A,X,T,3'), ['row-too-short f:2:1']],
    ['a long row', row('A,X,Gather, analyse,3,5,27'), ['row-too-long f:2:25']],
    ['a reference twice in a group', row('A,cs 1,T,3,5,27\nA,CS  1,T,3,5,27'), ['repeated-unit f:3:3']],
    ['a column twice', `${HEADER},Ref\nA,X,T,3,5,27,Y`, ['repeated-column f:1:34']],
    ['a column without a name', `${HEADER},\nA,X,T,3,5,27,Y`, ['unnamed-column f:1:34']],
    ['a column named like a measure', `${HEADER},new-glh\nA,X,T,3,5,27,1`, ['reserved-column f:1:34']],
    ['a urn of another shape', `${HEADER},urn\nA,X,T,3,5,27,L506`, ['urn-shape f:2:14']],
  ])('tells %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('tells every wrong cell at once, in the order of the file', () => {
    expect(codes(row('A,,T,x,y,z\nB,X,T,3,-1,1\nB,X,T,3,1.2345,1'))).toEqual([
      'empty-cell f:2:3',
      'unknown-level f:2:6',
      'not-a-number f:2:8',
      'not-a-number f:2:10',
      'not-a-number f:3:9',
      'repeated-unit f:4:3',
      'not-a-number f:4:9',
    ]);
  });

  it.each([
    [
      'Credits',
      'group,ref,title,level,Credits,glh\nA,X,T,3,5,27',
      "The column 'credit' is missing (is 'Credits' meant for it?).",
    ],
    ['tilte', 'group,ref,tilte,level,credit,glh\nA,X,T,3,5,27', "(is 'tilte' meant for it?)"],
    ['Unit Ref', 'group,Unit Ref,title,level,credit,glh\nA,X,T,3,5,27', "(is 'Unit Ref' meant for it?)"],
    [
      'nothing like it',
      'group,ref,title,level,credit\nA,X,T,3,5',
      "'glh' is missing; the header has 'group, ref, title, level, credit'",
    ],
  ])('names a missing column and what may be meant for it: %s', (_, text, expected) => {
    expect(message(text, 'missing-column')).toContain(expected);
  });

  it('still tells the bad cells of a table with a missing column', () => {
    expect(codes('group,ref,title,level,Credits,glh\nA,X,T,3,5,-1')).toEqual([
      'missing-column f:1:23',
      'not-a-number f:2:11',
    ]);
  });

  it.each([
    ['-5', "'-5' is negative"],
    ['−5', 'is negative'],
    ['2,5', "'2,5' is a fraction"],
    ['.5', 'is a fraction'],
    ['3.0', "'3.0' must be written as a whole number: 3"],
    ['1,200', 'in plain digits: 1200'],
    ['1000000001', 'is too large'],
    ['TBA', 'did you mean TBC?'],
    ['ten', "'ten' is not a whole number"],
    ['TBC 30-10', 'gives no range'],
  ])('says what is wrong with %j as GLH', (glh, expected) => {
    const [issue] = issuesOf(read(`group;ref;title;level;credit;glh\nA;X;T;3;5;${glh}`));
    expect(issue?.message).toContain(expected);
  });

  it('suggests a declared group, or lists the groups when names are too short to be alike', () => {
    const declared = (...names: string[]) => new Map(names.map((name) => [name.toLowerCase(), name]));
    const withGroups = readUnitTable(row('Optoinal,X,T,3,1,1'), 'f', declared('Mandatory', 'Optional'));
    expect(onlyIssue(issuesOf(withGroups), 'unknown-group').message).toContain('did you mean Optional?');
    const short = readUnitTable(row('D,X,T,3,1,1'), 'f', declared('A', 'B'));
    expect(onlyIssue(issuesOf(short), 'unknown-group').message).toContain("it declares 'A, B'");
  });

  it('says which line has the reference already, and how it is spelt there', () => {
    expect(message(row('A,CS 1,T,3,5,27\nA,cs1,T,3,5,27'), 'repeated-unit')).toContain("line 2 already as 'CS 1'");
  });

  it('does not let a stray quote swallow a row', () => {
    expect(codes(row('A,X,"T,3,5,27\nA,Y,"T,3,5,27\nA,Z,T,3,5,27'))).toEqual(['cell-over-lines f:2:5']);
    expect(codes(row('A,X,"T,3,5,27\nA,Y,T",3,5,27\nA,Z,T,3,5,27'))).toEqual(['cell-over-lines f:2:5']);
  });

  it('accepts as many units as it says and refuses more', () => {
    const units = (count: number): string => row(Array.from({ length: count }, (_, i) => `A,X${i},T,3,1,1`).join('\n'));
    expect(valueOf(read(units(MOST_UNITS))).rows).toHaveLength(MOST_UNITS);
    expect(codes(units(MOST_UNITS + 1))).toEqual([`too-many-units f:${MOST_UNITS + 2}:3`]);
  });
});

describe('readUnitTable on anything', () => {
  const expectAnswered = (text: string): void => {
    const result = read(text);
    expectWithin(issuesOf(result), { f: text });
    expect(result.ok ? result.value.rows.length > 0 : result.issues.length > 0).toBe(true);
  };

  it('answers any text with units or with issues that stand in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), expectAnswered), { numRuns: 500 });
  });

  it('answers a good table with a piece replaced', () => {
    const piece = fc.string({ unit: fc.constantFrom(',', ';', '\t', '"', '\n', '\r', '-', '1', 'A', 'é', '\0', ' ') });
    const damaged = fc
      .tuple(fc.nat(GOOD.length), fc.nat(12), piece)
      .map(([at, length, put]) => GOOD.slice(0, at) + put + GOOD.slice(at + length));
    fc.assert(fc.property(damaged, expectAnswered), { numRuns: 1000 });
  });
});
