import { describe, expect, it } from 'vitest';
import type { Equivalence } from '../../src/domain/identity.js';
import { pose } from '../../src/domain/pose.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { smallProblem, statementFor, type BriefUnit } from '../support/small-qualification.js';

const PLACE = { file: 'small.yaml', line: 4, column: 3 };
const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['B', 'B1', 3, 5, 21],
];

/** A specification that declares the parameter `floor` and does not use it. */
const specification: Specification = {
  ...smallProblem(UNITS, ['at least 5 credits']).qualification.specification,
  parameters: new Map([['floor', { name: 'floor', min: 0, max: 20, note: null, place: PLACE }]]),
};

const atLeastFloor = (): Statement<Threshold> => {
  const statement = statementFor(UNITS, 'at least 1 credits');
  if (statement.kind !== 'amount') throw new Error('no amount');
  return { ...statement, interval: { min: { parameter: 'floor' }, max: null } };
};

describe('a further statement that uses a parameter', () => {
  it('is refused while the parameter is not set, and never holds by itself', () => {
    const posed = pose(specification, { also: [atLeastFloor()] });
    expect(posed.ok ? [] : posed.issues.map(({ code, message }) => [code, message])).toEqual([
      ['open-value', 'floor is open and must be set (at least 0, at most 20).'],
    ]);
  });

  it('takes the value that the same request sets', () => {
    const posed = pose(specification, { also: [atLeastFloor()], settings: new Map([['FLOOR', 10]]) });
    if (!posed.ok) throw new Error('not posed');
    expect(posed.value.conditions.at(-1)).toMatchObject({ interval: { min: 10, max: null } });
    expect(evaluate(posed.value, [0]).holds).toBe(false);
    expect(evaluate(posed.value, [0, 1]).holds).toBe(true);
  });
});

describe('a problem', () => {
  it('is plain data: a clone is equal to it, down to its identities', () => {
    const equivalences: readonly Equivalence[] = [
      { unit: 'A1', other: 'OLD 1', kind: 'same', basis: 'test', place: PLACE },
      { unit: 'B1', other: 'OLD 2', kind: 'equivalent', basis: 'test', place: PLACE },
    ];
    const posed = pose(specification, { achieved: ['OLD 1', 'OLD 2'], require: ['B1'] }, equivalences);
    if (!posed.ok) throw new Error('not posed');
    expect(posed.value.achieved).toEqual([true, true]);
    expect(structuredClone(posed)).toEqual(posed);
  });
});
