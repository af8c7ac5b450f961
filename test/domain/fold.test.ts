import { describe, expect, it } from 'vitest';
import { countedBy, dependsOnHoldings, filtersOf, mapThresholds, parametersOf } from '../../src/domain/fold.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import { EVERY_UNIT, fromGroups, fromUnits } from '../../src/domain/unit-filter.js';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';

const NAMES: Names = {
  groups: ['A', 'B', 'C'],
  units: ['X', 'Y', 'Z'].map((ref) => ({ ref, urn: null })),
  columns: ['cost'],
  parameters: ['p', 'q', 'r'],
};

function read(text: string): Statement<Threshold> {
  const parsed = parseStatement({ kind: 'line', text, source: { option: 'test' } }, NAMES);
  if (!parsed.ok) throw new Error(parsed.issues.map(({ message }) => message).join('\n'));
  return parsed.value;
}

describe('what a statement is made of', () => {
  it.each<[string, object]>([
    ['all units from A', [fromGroups('A')]],
    ['at least 3 credits from A', [fromGroups('A')]],
    ['at least 50% of credits from A are from B', [fromGroups('A'), fromGroups('B')]],
    ['at most one of units X, Y', [fromUnits('X', 'Y')]],
    ['all or none of units X, Y', [fromUnits('X', 'Y')]],
    ['at least 1 of groups A, B', [fromGroups('A', 'B')]],
    ['units from B do not count', [fromGroups('B')]],
    ['unit X needs at least 1 unit from C', [fromUnits('X'), fromGroups('C')]],
    ['any of (all units from A; none of (at least 1 unit from B))', [fromGroups('A'), fromGroups('B')]],
  ])('%s: its filters', (text, filters) => {
    expect(filtersOf(read(text))).toEqual(filters);
  });

  it.each<[string, object]>([
    ['at least 3 cost from A', [{ quantity: { column: 'cost' }, filter: fromGroups('A') }]],
    ['at least 50% of GLH from A are from B', [{ quantity: 'glh', filter: fromGroups('A') }]],
    ['unit X needs at least 6 credits', [{ quantity: 'credits', filter: EVERY_UNIT }]],
    ['all units from A', []],
    ['at most one of units X, Y', []],
  ])('%s: the figures that it adds up', (text, counted) => {
    expect(countedBy(read(text))).toMatchObject(counted);
    expect(countedBy(read(text))).toHaveLength((counted as unknown[]).length);
  });

  it('names parameters from the outside in', () => {
    const text =
      'any of (between p and q credits; unit X needs at least r of groups A, B; at most p% of credits are from A)';
    expect(parametersOf(read(text))).toEqual(['p', 'q', 'r', 'p']);
  });

  it('translates every threshold and nothing else', () => {
    const text =
      'any of (between p and q credits; unit X needs at least r of groups A, B; at most p% of credits are from A)';
    const values = new Map([
      ['p', 3],
      ['q', 9],
      ['r', 1],
    ]);
    const set = mapThresholds(read(text), (bound) => (typeof bound === 'number' ? bound : values.get(bound.parameter)));
    expect(printStatement(set as Statement)).toBe(
      'any of (between 3 and 9 credits; unit X needs at least 1 of groups A or B; at most 3% of credits are from A)',
    );
  });
});

describe('a statement depends on what a learner holds', () => {
  const held = { ...EVERY_UNIT, achieved: true };
  const source = { option: 'test' };
  const cap: Statement = { kind: 'amount', quantity: 'credits', filter: held, interval: { min: null, max: 9 }, source };
  const all: Statement = { kind: 'all-units', filter: EVERY_UNIT, source };

  it.each<[string, Statement]>([
    ['an amount', cap],
    ['the part of a share', read('at most 50% of credits are achieved already') as Statement],
    [
      'the whole of a share',
      {
        kind: 'share',
        quantity: 'credits',
        whole: held,
        part: fromGroups('A'),
        percent: { min: 1, max: null },
        source,
      },
    ],
    ['what calls for the rest', { kind: 'needs', dependants: held, requirement: all, source }],
    ['what is called for', { kind: 'needs', dependants: EVERY_UNIT, requirement: cap as never, source }],
    ['a list', { kind: 'combination', interval: { min: 1, max: null }, parts: [all, cap], source }],
  ])('through %s', (_where, statement) => {
    expect(dependsOnHoldings(statement)).toBe(true);
  });

  it('and not when it looks at places and levels alone', () => {
    expect(dependsOnHoldings(read('any of (all units from A; unit X needs at least 1 unit from C)'))).toBe(false);
  });
});
