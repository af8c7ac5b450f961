import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAchieved } from '../../../src/read/units/achieved.js';
import { codesOf, expectWithin, issuesOf, onlyIssue, valueOf } from '../issues.js';

const read = (text: string, file = 'f'): ReturnType<typeof readAchieved> => readAchieved(text, file);
const places = (text: string, file = 'f'): string[] =>
  valueOf(read(text, file)).map(({ ref, place }) => `${ref} ${place.line}:${place.column}`);

describe('readAchieved', () => {
  it('reads one reference a line', () => {
    expect(places('\ufeffL/506/2150\r\n\r\n# held since 2020\r\n  CS 28 \r\nM&L 9')).toEqual([
      'L/506/2150 1:1',
      'CS 28 4:3',
      'M&L 9 5:1',
    ]);
  });

  it('reads the ref column of a table, whatever the file is called', () => {
    expect(places('date;Ref\n2020;CS 28\n2021;"M&L 9"\n')).toEqual(['CS 28 2:6', 'M&L 9 3:6']);
  });

  it('wants a ref column in a file called .csv', () => {
    const result = read('reference\nCS 28', 'held.csv');
    expect(codesOf(issuesOf(result))).toEqual(['missing-column held.csv:1:1']);
  });

  it('warns about a reference given twice, and keeps the first', () => {
    const result = read('CS 28\ncs28\n');
    expect(codesOf(issuesOf(result))).toEqual(['repeated-unit f:2:1']);
    expect(places('CS 28\ncs28\n')).toEqual(['CS 28 1:1']);
  });

  it('tells a row without a reference', () => {
    expect(codesOf(issuesOf(read('ref,date\n,2020')))).toEqual(['empty-cell f:2:1']);
  });

  it('refuses the file of a cohort', () => {
    const issue = onlyIssue(issuesOf(read('learner,ref\nL1,A\nL2,B', 'c.csv')), 'several-learners');
    expect(issue.message).toContain("the command 'cohort'");
    expect(places('learner,ref\nL1,A\nL1,B', 'c.csv')).toEqual(['A 2:4', 'B 3:4']);
  });

  it.each(['# nothing yet\n', 'ref\n'])('takes %j as nobody holding anything, with a word', (text) => {
    expect(valueOf(read(text))).toEqual([]);
    expect(codesOf(issuesOf(read(text)))).toEqual(['no-units f:1:1']);
  });

  it('tells a line that is no reference by its length', () => {
    expect(codesOf(issuesOf(read(`A\n${'x'.repeat(3000)}`)))).toEqual(['cell-too-long f:2:1']);
  });

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), fc.constantFrom('f', 'f.csv'), (text, file) => {
        const result = read(text, file);
        expectWithin(issuesOf(result), { [file]: text });
        expect(result.ok || result.issues.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a file of held units with a status', () => {
  const refs = (text: string): readonly string[] => valueOf(readAchieved(text, 'f.csv')).map(({ ref }) => ref);

  it('counts those that it says are held, and no others', () => {
    const words = ['Achieved', 'PASS', 'merit', 'Distinction', 'complete', 'Credit-Transfer', 'exempt'];
    const others = ['Fail', 'referred', 'withdrawn', 'registered', 'In Progress', '', '-'];
    const rows = [...words, ...others].map((word, index) => `U ${index},${word}`);
    for (const column of ['status', 'Result', 'GRADE']) {
      expect(refs(`ref,${column}\n${rows.join('\n')}`)).toEqual(words.map((_, index) => `U ${index}`));
    }
  });

  it('refuses a word of which nobody can tell, with its place', () => {
    const [issue] = issuesOf(readAchieved('ref,status\nU 1,pass\nU 2,pased', 'f.csv'));
    expect(issue).toMatchObject({ code: 'unknown-status', severity: 'error', source: { line: 3, column: 5 } });
    expect(issue?.message).toContain('did you mean pass?');
  });
});
