import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cohortLineOf } from '../../src/cohort/line.js';
import { smallProblem } from '../support/small-qualification.js';

const PROBLEM = smallProblem(
  [
    ['A', 'X "1"', 1, 5, 10],
    ['A', 'Y', 1, 5, 20],
    ['A', 'Z', 1, 5, 40],
  ],
  [],
);
const lineOf = cohortLineOf(PROBLEM);
const HELD = Uint8Array.of(0, 1, 0);

describe('the line of a learner', () => {
  it('adds up what is new and names what is counted', () => {
    const { line } = lineOf('L1', HELD, { status: 'optimal', counted: Uint8Array.of(1, 1, 1) }, []);
    expect(line).toBe(
      '{"learner":"L1","status":"optimal","complete":false,"newGlh":50,"newUnits":["X \\"1\\"","Z"],"counted":["X \\"1\\"","Y","Z"]}\n',
    );
  });

  it('is complete without new units', () => {
    const { line } = lineOf('L1', HELD, { status: 'optimal', counted: Uint8Array.of(0, 1, 0) }, []);
    expect(JSON.parse(line)).toMatchObject({ complete: true, newGlh: 0, newUnits: [], counted: ['Y'] });
  });

  it.each([
    ['infeasible', false],
    ['unknown', null],
    ['disputed', null],
  ] as const)('has no figures when the status is %s', (status, complete) => {
    const { line } = lineOf('L1', HELD, { status }, ['Q']);
    expect(JSON.parse(line)).toEqual({
      learner: 'L1',
      status,
      complete,
      newGlh: null,
      newUnits: [],
      counted: [],
      unknown: ['Q'],
    });
  });

  it('is one line of JSON whatever the learner and the references are called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (learner, unknown) => {
        const { line } = lineOf(learner, HELD, { status: 'infeasible' }, unknown);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        const expected = unknown.length === 0 ? { learner } : { learner, unknown };
        expect(JSON.parse(line)).toMatchObject(expected);
      }),
    );
  });
});
