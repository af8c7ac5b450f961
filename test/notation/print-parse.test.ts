import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapThresholds } from '../../src/domain/fold.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { arbitraryNames } from '../support/arbitrary-names.js';
import { arbitraryStatement } from '../support/arbitrary-statement.js';

const SOURCE = { file: 'rule.yaml', line: 7, column: 5 };

const NAMES: Names = {
  groups: [
    'A',
    'B',
    'C',
    'Pathway 1',
    'or else',
    'D, E',
    'outside',
    'units',
    'at level',
    'Group 1',
    'groups',
    'Group A',
    'Arts & Media',
    'A/B',
    'Mandatory',
    'any',
    'the B',
    'Level 3',
    'Minimum B',
    'up to 2',
    'B & C',
    '“curly”',
    "'C'",
  ],
  units: [
    { ref: 'CS 30', urn: 'K/506/2169' },
    { ref: 'B&A 38', urn: null },
    { ref: 'L/506/2150', urn: null },
    { ref: 'X, Y', urn: null },
    { ref: 'M and N', urn: null },
    { ref: 'say "hello"', urn: null },
    { ref: 'V(2)', urn: null },
    ...['Unit 1', 'units 2', '7', 'must be taken', 'is mandatory', 'A', 'count/twice', 'requires', '‘quoted’'].map(
      (ref) => ({
        ref,
        urn: null,
      }),
    ),
  ],
  columns: ['cost', 'staff-hours', 'credit hours', 'of'],
  parameters: ['c-minimum', 'x'],
};

const parse = (text: string, names = NAMES) => parseStatement({ kind: 'line', text, source: SOURCE }, names);

/** The statement without its places, which printing does not keep. */
function withoutSources(statement: Statement<Threshold>): unknown {
  return JSON.parse(JSON.stringify(statement, (key, value: unknown) => (key === 'source' ? undefined : value)));
}

/** Now and then a parameter takes the place of every bound: parameters stand where figures do. */
function withParameters({ parameters }: Names): (statement: Statement) => Arbitrary<Statement<Threshold>> {
  return (statement) => {
    const [first] = parameters;
    if (first === undefined) return fc.constant(statement);
    const named = mapThresholds<number, Threshold>(statement, () => ({ parameter: first }));
    return fc.oneof({ weight: 3, arbitrary: fc.constant(statement) }, { weight: 1, arbitrary: fc.constant(named) });
  };
}

describe('printing and parsing', () => {
  it('are inverse for every form', () => {
    fc.assert(
      fc.property(arbitraryStatement(NAMES), (statement) => {
        const parsed = parse(printStatement(statement));
        expect(parsed.ok ? withoutSources(parsed.value) : parsed.issues).toEqual(withoutSources(statement));
      }),
      { numRuns: 5000 },
    );
  });

  it('are inverse for every name that a model can have', () => {
    const anyStatement = arbitraryNames().chain((names) =>
      fc.record({ names: fc.constant(names), statement: arbitraryStatement(names).chain(withParameters(names)) }),
    );
    fc.assert(
      fc.property(anyStatement, ({ names, statement }) => {
        const text = printStatement(statement);
        const parsed = parse(text, names);
        expect(parsed.ok ? withoutSources(parsed.value) : [text, parsed.issues]).toEqual(withoutSources(statement));
      }),
      { numRuns: 5000 },
    );
  });

  it.each([
    'all units from A',
    'all units',
    'at least 55 credits',
    'exactly 31 credits from A',
    'at most 9 credits from C',
    'between 6 and 9 credits from B or C',
    'at most 20 GLH from units CS 30, B&A 38',
    'at least 1 unit from outside A',
    'at least 40 credits at level 3 or above',
    'exactly 14 credits at level Entry 2',
    'at least 6 units from B at level 2 or below',
    'at most 100 staff-hours',
    'at least 3 "credit hours" from A',
    'at least 50% of credits from B or C are at level 2 or above',
    'between 20% and 50% of GLH are from A',
    'at most one of units CS 30, B&A 38',
    'all or none of units CS 30, B&A 38',
    'units CS 30, B&A 38 need unit L/506/2150',
    'unit CS 30 needs units B&A 38, L/506/2150',
    'any unit from C needs at least 2 units from B',
    'at least 2 of groups A, B or C',
    'units from C do not count',
    'unit CS 30 does not count',
    'units do not count',
    'at most 50% of credits are achieved already',
    'at most 20 credits from B at level 3 are achieved already',
    'at least 7.5 credits from C',
    'more than 7.5 credits from C',
    'fewer than 3 cost',
    'more than 50% of credits are at level 5',
    'fewer than 20% of units from B or C are from B',
    'at least 2 units from B except unit CS 30',
    'at most 9 credits from B or C except units CS 30, B&A 38 at level 3',
    'at least 5 credits except unit CS 30',
    'all units from outside A except unit CS 30',
    'at most 0 units from B at level 1',
    'at most 1 unit of each title',
    'at most 2 units of each cost from B at level 3 or above',
    'at most 30 credits of each "credit hours"',
    'unit CS 30 needs at most 1 unit of each title from B',
    'at least c-minimum credits from C',
    'more than x units from C',
    'between x and 60 credits',
    'any of (at least 3 units from A; at least 5 units from B)',
    'exactly 1 of (all of (all units from A; at least 3 units from B); none of (at least 5 credits))',
  ])('keep %s as it is', (text) => {
    const parsed = parse(text);
    expect(parsed.ok ? printStatement(parsed.value) : parsed.issues).toBe(text);
  });

  it.each([
    ['  At Least   55  CREDITS. ', 'at least 55 credits'],
    ['at least 1 credits', 'at least 1 credit'],
    ['at least one unit from b', 'at least 1 unit from B'],
    ['exactly 31 credit from a', 'exactly 31 credits from A'],
    ['at least 3 credits at level 3 from A', 'at least 3 credits from A at level 3'],
    ['at most 9 credits from A, B, and C', 'at most 9 credits from A, B or C'],
    ['unit k/506/2169 needs unit b&a38', 'unit CS 30 needs unit B&A 38'],
    ['at most one of units CS30 and B&A 38', 'at most one of units CS 30, B&A 38'],
    ['at most 2 of units CS 30, B&A 38, L/506/2150', 'at most 2 units from units CS 30, B&A 38, L/506/2150'],
    ['at least 60 guided learning hours', 'at least 60 GLH'],
    ['between 6 and 6 credits', 'exactly 6 credits'],
    ['more than 5 units from B', 'at least 6 units from B'],
    ['fewer than five GLH', 'at most 4 GLH'],
    ['more than 2 of groups A, B, C', 'at least 3 of groups A, B or C'],
    ['fewer than 2 of units CS 30, B&A 38', 'at most one of units CS 30, B&A 38'],
    ['more than 1 of (at least 3 units; at least 5 credits)', 'all of (at least 3 units; at least 5 credits)'],
    ['no units from B at level 1', 'at most 0 units from B at level 1'],
    ['No credits from C.', 'at most 0 credits from C'],
    ['no unit CS 30', 'at most 0 units from units CS 30'],
    ['no units CS 30, B&A 38', 'at most 0 units from units CS 30, B&A 38'],
    ['exactly 2 of groups A, B or C are used', 'exactly 2 of groups A, B or C'],
    ['majority of credits are at level 5', 'more than 50% of credits are at level 5'],
    ['at least 2 units from B except CS 30', 'at least 2 units from B except unit CS 30'],
    ['at least 2 units from B except unit CS 30, B&A 38', 'at least 2 units from B except units CS 30, B&A 38'],
    ['at most one unit of each title from B', 'at most 1 unit of each title from B'],
    ['at most 7.50 credits', 'at most 7.5 credits'],
  ])('read %s as %s', (text, printed) => {
    const parsed = parse(text);
    expect(parsed.ok ? printStatement(parsed.value) : parsed.issues).toBe(printed);
  });
});

describe('a statement that cannot be read', () => {
  it.each([
    ['at least 55 credits from D', 26, "expected a group; found 'D'; this qualification has A, B, C"],
    ['at least 55 credits from A at levle 3', 28, "found 'at levle 3'"],
    ['at least 55 credit hourz', 20, "found 'hourz'"],
    ['at least 55 creditz', 13, 'did you mean credits?'],
    ['at least five and a half credits', 15, "found 'and'"],
    ['at least 5.5555 credits', 10, 'a number of at most three places'],
    ['at least 2.5 units', 1, 'units are counted in whole numbers'],
    ['at least 5.5% of credits are from A', 1, 'a share is given in whole per cent'],
    ['fewer than 0 credits', 1, 'nothing is fewer than 0'],
    ['more than 100% of credits are from A', 1, 'nothing is more than 100%'],
    ['at most one unit of each subject', 26, "expected 'title' or a column of the unit table (cost"],
    ['at least 3 units from units CS 30, B&A 38 except CS 30', 55, 'leave those out of the list'],
    ['at least c-minimun credits', 10, 'did you mean c-minimum?'],
    ['between 9 and 6 credits', 1, 'the lower bound 9 is above the upper bound 6'],
    ['at most one of units CS 31, B&A 38', 22, 'did you mean CS 30?'],
    ['at most one of units CS 30', 27, 'at least two different units'],
    ['6 credits from A', 1, "write 'at least', 'at most' or 'exactly' before '6'"],
    ['at least 120% of credits are from A', 1, '120% is more than the whole'],
    ['', 1, 'found the end of the statement'],
    ['at least', 9, 'expected a whole number'],
    ['any of (at least 3 units; at most 9 apples)', 37, "found 'apples'"],
    ['any of (at least 3 units', 25, "expected ')'"],
    ['at least 3 of (at least 3 units)', 1, 'the list has only 1'],
    ['at least 3 credits at level 13', 29, 'expected a level'],
    ['units CS 30 like unit B&A 38', 13, "found 'like unit B&A 38'"],
  ])('%s is refused at its place', (text, column, words) => {
    const parsed = parse(text);
    const [issue] = parsed.ok ? [] : parsed.issues;
    expect(issue?.message).toContain(words);
    expect(issue?.source).toEqual({ file: 'rule.yaml', line: 7, column: 4 + column });
  });

  it('never throws, whatever the text', () => {
    const word = fc.constantFrom(
      'at least',
      'units',
      'from',
      'A',
      '5',
      '%',
      '(',
      ')',
      ';',
      ',',
      'need',
      '"',
      'x',
      'of',
    );
    const anything = fc.oneof(
      fc.string(),
      fc.array(word).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parse(text);
        expect(parsed.ok || parsed.issues.length === 1).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('reports every line of a nested list', () => {
    const line = (text: string, row: number) => ({ kind: 'line' as const, text, source: { ...SOURCE, line: row } });
    const parsed = parseStatement(
      {
        kind: 'nested',
        word: 'at least 9 of',
        source: SOURCE,
        parts: [line('at leest 3', 8), line('all units from Z', 9)],
      },
      NAMES,
    );
    expect(parsed.ok ? [] : parsed.issues.map(({ source }) => source)).toEqual([
      SOURCE,
      { ...SOURCE, line: 8 },
      { ...SOURCE, line: 9, column: 20 },
    ]);
  });

  it('refuses deep nesting and long lines by name', () => {
    const deep = `${'any of ('.repeat(30)}at least 1 unit${')'.repeat(30)}`;
    expect(parse(deep)).toMatchObject({ ok: false });
    expect(parse('x'.repeat(30_000))).toMatchObject({ ok: false, issues: [{ code: 'statement-too-long' }] });
  });
});
