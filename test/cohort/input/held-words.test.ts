import { describe, expect, it } from 'vitest';
import { readCohortHeader, type CohortForm } from '../../../src/cohort/input/form.js';
import { readCohortBlock } from '../../../src/cohort/input/input.js';
import type { CohortItem } from '../../../src/cohort/input/item.js';
import { valueOf } from '../../read/issues.js';

const UNITS = ['CS 30', 'CS 31', 'L/506/2150'];
const knows = (reference: string): boolean => UNITS.includes(reference);
const items = (text: string, form: CohortForm): readonly CohortItem[] =>
  readCohortBlock(new TextEncoder().encode(text), form).items;

/** The items below a header. */
function read(table: string): readonly CohortItem[] {
  const [head = '', ...rows] = table.split('\n');
  return items(rows.join('\n'), valueOf(readCohortHeader(head, 'f', 1, knows)));
}
const brief = (found: readonly CohortItem[]): unknown[] =>
  found.map((it) => (it.kind === 'learner' ? [it.learner, it.held] : [it.code, it.line, it.column]));

describe('a cohort with what records say of units', () => {
  it('counts what is held by every column that says so', () => {
    const table =
      'learner,ref,status,grade\nL1,A,achieved,Merit\nL1,B,achieved,\nL1,C,Credit_Transfer,pass\nL2,A,withdrawn,\n';
    expect(brief(read(table))).toEqual([
      ['L1', ['A', 'C']],
      ['L2', []],
    ]);
  });

  it('leaves out a learner of whom a word does not tell, with its place', () => {
    expect(brief(read('learner,ref,status\nL1,A,pass\nL1,B,passt\nL2,A,pass\n'))).toEqual([
      ['unknown-status', 1, 6],
      ['learner-left-out', 0, 1],
      ['L2', ['A']],
    ]);
  });

  it('keeps the credit of what is held, and the day of registration', () => {
    expect(
      read('learner,ref,credit,result,registered-on\nL1,A,5,pass,2026-09-01\nL1,B,,pass,\nL1,C,7.5,fail,\n'),
    ).toEqual([
      {
        kind: 'learner',
        learner: 'L1',
        held: ['A', 'B'],
        line: 0,
        credits: [{ ref: 'A', credit: 5, line: 0 }],
        registeredOn: '2026-09-01',
      },
    ]);
    expect(brief(read('learner,ref,credit\nL1,A,five\n'))[0]).toEqual(['not-a-number', 0, 6]);
    expect(brief(read('learner,ref,registered-on\nL1,A,1/9/2026\n'))[0]).toEqual(['not-a-date', 0, 6]);
    expect(brief(read('learner,ref,registered-on\nL1,A,2026-09-01\nL1,B,2026-09-02\n'))[0]).toEqual([
      'registered-twice',
      1,
      1,
    ]);
  });

  it('is read from NDJSON too', () => {
    const line = (achieved: unknown, more: object = {}): readonly CohortItem[] =>
      items(`${JSON.stringify({ learner: 'L1', achieved, ...more })}\n`, { format: 'ndjson' });
    expect(
      line([
        'X',
        { ref: 'A', status: 'pass', credit: 5 },
        { ref: 'B', grade: 'Referred' },
        { ref: 'C' },
        { ref: 'D', status: null },
      ]),
    ).toEqual([
      { kind: 'learner', learner: 'L1', held: ['X', 'A', 'C'], line: 0, credits: [{ ref: 'A', credit: 5, line: 0 }] },
    ]);
    expect(line(['A'], { 'registered-on': '2026-09-01' })).toMatchObject([{ registeredOn: '2026-09-01' }]);
    expect(brief(line([{ ref: 'A', status: 'passt' }]))).toEqual([['unknown-status', 0, 1]]);
    expect(brief(line([{ ref: 'A', credit: 'five' }]))).toEqual([['not-a-number', 0, 1]]);
    expect(brief(line(['A'], { 'registered-on': 2026 }))).toEqual([['not-a-date', 0, 1]]);
    expect(brief(line([{ reference: 'A' }]))).toEqual([['no-achieved', 0, 1]]);
  });
});

describe('a markbook', () => {
  const HEAD = 'Name;Learner;CS 30: Handle complaints;CS 31;L/506/2150 (optional)';

  it('is read as it is exported: blank is not held', () => {
    expect(brief(read(`${HEAD}\nAnn;L1;Pass;;Distinction\nBob;L2;Fail;In progress\n\nCem;L3;-;merit;`))).toEqual([
      ['L1', ['CS 30', 'L/506/2150']],
      ['L2', []],
      ['L3', ['CS 31']],
    ]);
  });

  it('names the columns that are no units', () => {
    const header = readCohortHeader(HEAD, 'f', 1, knows);
    expect(header.ok && header.warnings.map(({ code, message }) => [code, message])).toEqual([
      ['markbook-column', "The column 'Name' of this markbook is left out: no such unit is known here."],
    ]);
  });

  it('refuses a row with a word that does not tell, at its cell, and no other', () => {
    expect(brief(read(`${HEAD}\nAnn;L1;Pass;yes;\n;;pass;;\n"Bob;L2\nCem;L3;Pass;;`))).toEqual([
      ['unknown-status', 0, 13],
      ['no-learner', 1, 1],
      ['quote', 2, 1],
      ['L3', ['CS 30']],
    ]);
  });

  it('is none where no column is a unit, or where a column is called ref', () => {
    const codes = (head: string): unknown => {
      const header = readCohortHeader(head, 'f', 1, knows);
      return header.ok ? header.value.format : header.issues.map(({ code }) => code);
    };
    expect(codes('learner,CS 99')).toEqual(['missing-column', 'cohort-form']);
    expect(codes('learner,ref,CS 30')).toBe('csv');
    expect(codes('learner,CS 30')).toBe('markbook');
  });
});
