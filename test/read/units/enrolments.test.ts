import { describe, expect, it } from 'vitest';
import { readEnrolments } from '../../../src/read/units/enrolments.js';

const read = (lines: readonly string[], file = 'learners.csv') =>
  readEnrolments(lines.join('\n'), file, (ref) => /^U\d$/.test(ref));

/** Learners in short, or the codes and lines of what is wrong. */
function inShort(result: ReturnType<typeof read>): unknown {
  if (!result.ok) {
    return result.issues.map(({ code, source }) => `${code} ${source !== null && 'line' in source ? source.line : ''}`);
  }
  return result.value.map(({ learner, qualification, held }) => [learner, qualification, held.join(' ')]);
}

describe('enrolments', () => {
  it('are rows of a unit held each', () => {
    const table = ['learner,qualification,ref', 'L1,q1,U1', 'L1,q1,U2', 'L2,q2,', 'L1,,u1'];
    expect(inShort(read(table))).toEqual([
      ['L1', 'q1', 'u1 U2'],
      ['L2', 'q2', ''],
    ]);
  });

  it('are rows with a status, of which only what is held counts', () => {
    const table = ['learner,qualification,ref,grade', 'L1,q1,U1,Pass', 'L1,q1,U2,fail', 'L1,q1,U3,'];
    expect(inShort(read(table))).toEqual([['L1', 'q1', 'U1']]);
  });

  it('are a markbook with a column a unit', () => {
    const table = ['learner,qualification,U1: First,notes,U2', 'L1,q1,pass,late,', 'L2,q1,referred,,Distinction'];
    const result = read(table);
    expect(result.ok ? result.warnings.map(({ code }) => code) : []).toEqual(['markbook-column']);
    expect(inShort(result)).toEqual([
      ['L1', 'q1', 'U1'],
      ['L2', 'q1', 'U2'],
    ]);
  });

  it('are objects a line', () => {
    const lines = ['{"learner":"L1","qualification":"q1","achieved":["U1"]}', '', '{"learner":"L2"}'];
    expect(inShort(read(lines, 'learners.ndjson'))).toEqual([
      ['L1', 'q1', 'U1'],
      ['L2', null, ''],
    ]);
  });

  it.each<[string, readonly string[], string, readonly string[]]>([
    ['a row without a learner', ['learner,qualification,ref', ',q1,U1'], 'a.csv', ['no-learner 2']],
    [
      'a learner on two qualifications',
      ['learner,qualification,ref', 'L,q1,U', 'L,q2,U'],
      'a.csv',
      ['learner-repeated 3'],
    ],
    ['a word that says nothing', ['learner,qualification,U1', 'L,q1,perhaps'], 'a.csv', ['unknown-status 2']],
    ['no column of a unit', ['learner,qualification', 'L,q1'], 'a.csv', ['missing-column 2']],
    ['no learners', ['name,qualification,ref', 'L,q1,U'], 'a.csv', ['missing-column 1']],
    ['a line that is no object', ['{"learner":"L1"}', '{"learner":1}', 'L1'], 'a.ndjson', ['json 2', 'json 3']],
  ])('are refused for %s', (_, lines, file, issues) => {
    expect(inShort(read(lines, file))).toEqual(issues);
  });
});
