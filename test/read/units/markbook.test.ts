import { describe, expect, it } from 'vitest';
import { readAchieved, type AchievedOptions } from '../../../src/read/units/achieved.js';
import { codesOf, issuesOf, valueOf } from '../issues.js';

const MARKBOOK = 'learner,tutor,CS 30 - Handle complaints,CS 31\nL1,Ann,Pass,\nL2,Bob,referred,Merit\n';
const knows = (reference: string): boolean => /^CS \d+$/.test(reference);
const read = (text: string, options: AchievedOptions = {}) => readAchieved(text, 'f.csv', { knows, ...options });
const refs = (text: string, options: AchievedOptions): string[] => valueOf(read(text, options)).map(({ ref }) => ref);

describe('what one learner of a markbook holds', () => {
  it('is what the row of the learner says', () => {
    expect(refs(MARKBOOK, { learner: 'L1' })).toEqual(['CS 30']);
    expect(valueOf(read(MARKBOOK, { learner: 'L2' }))).toEqual([
      { ref: 'CS 31', place: { file: 'f.csv', line: 3, column: 17 } },
    ]);
    expect(refs(MARKBOOK.split('\n').slice(0, 2).join('\n'), {})).toEqual(['CS 30']);
  });

  it('is asked for where there are several, and must be there', () => {
    expect(codesOf(issuesOf(read(MARKBOOK)))).toContain('several-learners f.csv:1:1');
    expect(codesOf(issuesOf(read(MARKBOOK, { learner: 'L3' })))).toContain('unknown-learner f.csv:1:1');
    expect(codesOf(issuesOf(read('ref\nCS 30\n', { learner: 'L3' })))).toEqual(['unknown-learner f.csv:1:1']);
  });

  it('is chosen from a table with a row a unit as well', () => {
    const table = 'learner,ref,status,credit\nL1,CS 30,pass,5\nL2,CS 31,pass,\nL2,CS 30,fail,5\n';
    expect(valueOf(read(table, { learner: 'L1' }))).toEqual([
      { ref: 'CS 30', place: { file: 'f.csv', line: 2, column: 4 }, credit: 5 },
    ]);
    expect(refs(table, { learner: 'L2' })).toEqual(['CS 31']);
  });

  it('tells words and credits that say nothing, each at its cell', () => {
    const wrong = MARKBOOK.replace('Pass', 'yes');
    expect(codesOf(issuesOf(read(wrong, { learner: 'L1' })))).toContain('unknown-status f.csv:2:8');
    expect(codesOf(issuesOf(read('ref,credit\nCS 30,five\n')))).toContain('not-a-number f.csv:2:7');
  });
});
