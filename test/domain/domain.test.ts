import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equivalentsOf, identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import { atLeast, atMost, between, contains, distance, exactly } from '../../src/domain/interval.js';
import { formatLevel, LEVELS, parseLevel } from '../../src/domain/level.js';
import { formatMeasure, parseMeasure } from '../../src/domain/measure.js';
import { pose } from '../../src/domain/pose.js';
import { expectedNumberCharacter, expectedUnitLetter, isUrn, referenceKey } from '../../src/domain/reference.js';
import { nearest } from '../../src/domain/suggest.js';
import { smallProblem } from '../support/small-qualification.js';

describe('levels', () => {
  it('are read back from what is printed', () => {
    expect(LEVELS.map((level) => parseLevel(formatLevel(level)))).toEqual(LEVELS);
  });

  it.each([
    ['Level 3', 3],
    ['E2', -1],
    ['entry level 3', 0],
    ['0', null],
    ['12', 12],
    ['13', null],
    ['L3', 3],
    ['Level Ten', 10],
    ['Two', 2],
    ['Entry two', -1],
    ['Entry 4', null],
    ['third', null],
    ['', null],
    ['-', null],
  ])('%s is %s', (text, level) => {
    expect(parseLevel(text)).toBe(level);
  });
});

describe('intervals', () => {
  it('contain exactly the values at distance 0', () => {
    const interval = fc.oneof(
      fc.nat(20).map(atLeast),
      fc.nat(20).map(atMost),
      fc.nat(20).map(exactly),
      fc.tuple(fc.nat(20), fc.nat(20)).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
    );
    fc.assert(
      fc.property(interval, fc.nat(40), (it, value) => {
        const inside = (it.min === null || value >= it.min) && (it.max === null || value <= it.max);
        expect(contains(it, value)).toBe(inside);
        const step = it.min !== null && value < it.min ? 1 : -1;
        expect(contains(it, value + step * distance(it, value))).toBe(true);
      }),
    );
  });
});

describe('references', () => {
  it('differ neither by white space nor by case', () => {
    expect(referenceKey(' cs  12')).toBe(referenceKey('CS12'));
  });

  it('carry a check letter', () => {
    expect(expectedUnitLetter('L/506/2150')).toBe('L');
    expect(expectedUnitLetter('A/506/2150')).toBe('L');
    expect(expectedUnitLetter('CS 30')).toBeNull();
    expect([isUrn('k/506/2169'), isUrn('K/506/216')]).toEqual([true, false]);
  });

  it('of qualifications end in a check character', () => {
    // 8*6 + 7*0 + 6*1 + 5*1 + 4*5 + 3*1 + 2*7 = 96, and 96 mod 11 = 8.
    expect(expectedNumberCharacter('601/1517/8')).toBe('8');
    // 8*1 + 2*1 = 10, written X.
    expect(expectedNumberCharacter('100/0001/X')).toBe('X');
    expect(expectedNumberCharacter('601/15')).toBeNull();
  });
});

describe('identities', () => {
  const place = { file: 'equivalences.csv', line: 2, column: 1 };
  const row = (unit: string, other: string, kind: Equivalence['kind']): Equivalence => ({
    unit,
    other,
    kind,
    basis: 'test',
    place,
  });

  it('join references, URNs and same rows, whatever the order', () => {
    const rows = [row('CS 30', 'K/506/2169', 'same'), row('cs30', 'ZZ 1', 'same'), row('ZZ 1', 'ZZ 2', 'same')];
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        const identities = identify([{ ref: 'OWN 5', urn: 'K/506/2169' }], shuffled);
        const of = (ref: string): string => identityOf(identities, ref);
        expect(new Set(['CS30', 'K/506/2169', 'zz 1', 'ZZ 2', 'own5'].map(of)).size).toBe(1);
        expect(of('CS 31')).not.toBe(of('CS 30'));
      }),
    );
  });

  it('keep equivalents apart, linked in both directions', () => {
    const identities = identify([], [row('A', 'B', 'equivalent')]);
    const of = (ref: string): string => identityOf(identities, ref);
    expect(of('A')).not.toBe(of('B'));
    expect([...equivalentsOf(identities, 'B')]).toEqual([of('A')]);
    expect([...equivalentsOf(identities, 'C')]).toEqual([]);
  });
});

describe('measures', () => {
  it.each([
    'glh',
    'new-glh',
    'credits',
    'new-credits',
    'units',
    'new-units',
    'overlap-credits',
    'overlap-glh',
    'cost',
    'new-cost',
  ])('%s is read and printed back', (name) => {
    const measure = parseMeasure(name, ['cost']);
    expect(measure === null ? null : formatMeasure(measure)).toBe(name);
  });

  it('that nobody knows are refused, and columns go by their own name', () => {
    expect(parseMeasure('hours', ['cost'])).toBeNull();
    expect(parseMeasure('New-Staff', ['new-staff'])).toEqual({ over: 'all', quantity: { column: 'new-staff' } });
  });
});

describe('suggestions', () => {
  it('are near, or none', () => {
    expect(nearest('CS12', ['CS 12', 'CS 21'])).toBe('CS 12');
    expect(nearest('slove', ['solve', 'show'])).toBe('solve');
    expect(nearest('entirely different', ['solve', 'show'])).toBeNull();
  });
});

describe('posing a request', () => {
  const { qualification } = smallProblem(
    [
      ['A', 'A1', 3, 5, 27],
      ['B', 'B1', 3, 5, 21],
    ],
    ['at least 5 credits'],
  );

  it('turns required and excluded units into conditions', () => {
    const posed = pose(qualification.specification, { require: ['b 1'], exclude: ['A1'], achieved: ['A1'] });
    expect(posed.ok ? posed.value.conditions.length : posed.issues).toBe(3);
    expect(posed.ok ? posed.value.achieved : []).toEqual([true, false]);
  });

  it('names every unit that it cannot find', () => {
    const posed = pose(qualification.specification, { require: ['B2'], exclude: ['X'], achieved: ['A 2'] });
    expect(posed.ok ? [] : posed.issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'unknown-unit error',
      'unknown-unit error',
      'achieved-not-listed warning',
    ]);
  });
});
