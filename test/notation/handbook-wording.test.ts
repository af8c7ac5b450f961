import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';

const NAMES: Names = {
  groups: ['A', 'B', 'C', 'D', 'ADD', 'Pathway 1', 'Group X'],
  units: [
    { ref: 'CS 30', urn: 'K/506/2169' },
    { ref: 'CS 31', urn: null },
    { ref: 'B&A 38', urn: null },
    { ref: 'Unit 7', urn: null },
  ],
  columns: ['cost'],
  parameters: ['c-minimum'],
};

const SOURCE = { file: 'rule.yaml', line: 3, column: 5 };

const parse = (text: string) => parseStatement({ kind: 'line', text, source: SOURCE }, NAMES);

const reading = (text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? printStatement(parsed.value) : parsed.issues.map(({ message }) => message).join('\n');
};

describe('the wording of handbooks is read where it can mean one thing only', () => {
  it.each([
    ['a minimum of 6 credits from group B', 'at least 6 credits from B'],
    ['Rule of combination: learners must achieve at least 12 credits', 'at least 12 credits'],
    ['minimum 40 credits at Level 3 or higher', 'at least 40 credits at level 3 or above'],
    ['min. 6 credits from B', 'at least 6 credits from B'],
    ['no fewer than 6 credits from B', 'at least 6 credits from B'],
    ['no more than 9 credits from Group C', 'at most 9 credits from C'],
    ['up to a maximum of 9 credits from C', 'at most 9 credits from C'],
    ['at the most 9 credits can be taken from group C', 'at most 9 credits from C'],
    ['Learners must achieve at least 55 credits in total.', 'at least 55 credits'],
    ['To achieve this qualification, learners must complete at least 55 credits', 'at least 55 credits'],
    ['all of the mandatory units in Group A must be achieved', 'all units from A'],
    ['every unit from mandatory group A', 'all units from A'],
    ['must include unit CS 30', 'all units from units CS 30'],
    ['units CS 30 and CS 31 are mandatory', 'all units from units CS 30, CS 31'],
    ['at least three (3) units from B', 'at least 3 units from B'],
    ['at least fifteen credits from B', 'at least 15 credits from B'],
    ['at least 15 of the credits from B', 'at least 15 credits from B'],
    ['at least 15 credits must come from B', 'at least 15 credits from B'],
    ['at least 15 credits, from B;', 'at least 15 credits from B'],
    ['at least\t15\u00A0credits\u2009from\u200B B ,', 'at least 15 credits from B'],
    ['at least 15 credits from “B”', 'at least 15 credits from B'],
    ["at least 15 credits from 'B' or ‘Pathway 1’", 'at least 15 credits from B or Pathway 1'],
    ['at least 3 optional units from B & C', 'at least 3 units from B or C'],
    ['at least 3 units from B/C', 'at least 3 units from B or C'],
    ['at least 3 units from group B and/or group C', 'at least 3 units from B or C'],
    ['at least 3 units from either B or from C combined', 'at least 3 units from B or C'],
    ['at least 3 units from X', 'at least 3 units from Group X'],
    ['at least 10 credits outside of A', 'at least 10 credits from outside A'],
    ['at least 40 credits must be at level 3 or above', 'at least 40 credits at level 3 or above'],
    ['at least 40 credits at or above level 3 from B', 'at least 40 credits from B at level 3 or above'],
    ['at least 40 credits above level 2', 'at least 40 credits at level 3 or above'],
    ['at most 6 credits below level 3', 'at most 6 credits at level 2 or below'],
    ['at least 20 credits at Entry Level 3', 'at least 20 credits at level Entry 3'],
    ['at least 20 credits at levels 2 and 3', 'at least 20 credits at levels 2 to 3'],
    ['at least 20 credits at L2 to 4', 'at least 20 credits at levels 2 to 4'],
    ['no more than one of units CS 30, B&A 38', 'at most one of units CS 30, B&A 38'],
    ['at most one of CS 30 or B&A 38', 'at most one of units CS 30, B&A 38'],
    ['at least 1 of CS 30, B&A 38', 'at least 1 unit from units CS 30, B&A 38'],
    ['at least 4 credits from CS 30, unit CS 31', 'at least 4 credits from units CS 30, CS 31'],
    ['all or none of CS 30 and B&A 38', 'all or none of units CS 30, B&A 38'],
    ['CS 30 requires B&A 38', 'unit CS 30 needs unit B&A 38'],
    ['unit 7 needs unit CS 30', 'unit "Unit 7" needs unit CS 30'],
    ['units from C require a minimum of 2 units from B', 'any unit from C needs at least 2 units from B'],
    ['at least 50 per cent of the credits must be at level 3', 'at least 50% of credits are at level 3'],
    ['no more than 50% of credits through RPL', 'at most 50% of credits are achieved already'],
    ['at most 20 credits may be achieved by credit transfer', 'at most 20 credits are achieved already'],
    ['units in ADD are not counted', 'units from ADD do not count'],
    ["units from ADD don't count", 'units from ADD do not count'],
    ['at least two groups from B, C, D', 'at least 2 of groups B, C or D'],
    ['at most 1 of (all units from B; all units from C)', 'at most 1 of (all units from B; all units from C)'],
  ])('%j is %j', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });

  it.each(['all units from A', 'at least 6 credits from B'])(
    '%j stays one statement under a word of its own',
    (line) => {
      const word = 'at least one of the following';
      const nested = parseStatement(
        { kind: 'nested', word, source: SOURCE, parts: [{ kind: 'line', text: line, source: SOURCE }] },
        NAMES,
      );
      expect(nested.ok ? printStatement(nested.value) : nested.issues).toBe(`any of (${line})`);
    },
  );
});

describe('other wording is refused with what to write', () => {
  it.each([
    ['55 credits', 1, "write 'at least', 'at most' or 'exactly' before '55'"],
    ['Learners must choose 3 units from B', 22, "write 'at least', 'at most' or 'exactly' before '3'"],
    ['one unit from B', 1, "write 'at least', 'at most' or 'exactly' before 'one'"],
    ['a unit from B', 1, "write 'at least 1 unit' or 'exactly 1 unit'"],
    ['no more than 9', 15, 'expected what is counted: credits, units, GLH'],
    ['>= 55 credits', 1, "write 'at least' for '>='"],
    ['at least 1,370 GLH', 10, 'in plain digits, 1370'],
    ['• at least 15 credits from B', 1, "leave out '•' at the beginning"],
    ['1. at least 15 credits from B', 1, "leave out '1.' at the beginning"],
    ['all mandatory units', 1, "name the group after 'all units from'"],
    ['nothing from C', 1, "write 'no units from' and the group"],
    ['ADD does not count', 1, "write 'units from' before the group"],
    ['if CS 30 is chosen then CS 31', 1, "write 'unit ... needs unit ...'"],
    ['only one of units CS 30, CS 31', 1, "write 'at most' (no more than that) or 'exactly' for 'only'"],
    ['at least 3 units from A or at least 5 units from B', 25, "alternatives stand in a list under 'any of'"],
    ['at least 15 credits from B and at most 9 from C', 28, 'give each statement a line of its own'],
    ['any of: at least 3 units; at least 5 credits', 1, 'write parentheses for the colon'],
    ['unit CS 30 or CS 31', 12, "'or' leaves a choice; write 'at least 1 of units X, Y'"],
    ['must include unit CS 30 or CS 31', 25, "'or' leaves a choice"],
    ['unit CS 30 needs unit CS 31 or B&A 38', 29, "'or' leaves a choice"],
    ['at least 40 level 3 credits', 13, "write 'credits at level 3'"],
    ['at least 40 credits from level 3 or above', 26, "write 'at level 3'"],
    ['at least 20 credits at level 2 or 4', 30, 'levels with a gap between them'],
    ['at least 10 credits not from A', 21, "write 'from outside' and the group"],
    ['at least 10 credits from any group', 26, "leave out 'from'"],
    ['at least 6 credits of group B', 20, "write 'from' for 'of'"],
    ['at least 6 credits from B (see page 9)', 27, 'leave out the remark in brackets'],
    ['at least 1 unit from each of groups B, C', 22, 'write one statement for each group'],
    ['at least 2 of B, C, D', 12, "'of groups ...'"],
    ['at least 3 units from groups A–C', 23, "name each group after 'from'"],
    ['at least 3 further units from B', 12, "leave out 'further'"],
    ['> 5 credits', 1, "write 'more than' for '>'"],
    ['at least two thirds of the credits are at level 3', 14, 'what is counted'],
    ['at least 370 hours', 14, "write 'GLH' for guided learning hours"],
    ['at least 480 TQT', 14, 'total qualification time is 10 hours a credit'],
    ['at least 50% at level 3', 14, "'of credits', 'of units' or 'of GLH'"],
  ])('%j', (text, column, words) => {
    const parsed = parse(text);
    const [issue] = parsed.ok ? [] : parsed.issues;
    expect(issue?.message ?? reading(text)).toContain(words);
    expect(issue?.source).toEqual({ ...SOURCE, column: 4 + column });
  });

  it('a colon without a list below is a slip', () => {
    const word = 'at least 15 credits from B';
    const parsed = parseStatement({ kind: 'nested', word, source: SOURCE, parts: [] }, NAMES);
    expect(parsed.ok ? [] : parsed.issues.map(({ message }) => message).join()).toContain(
      "a statement that stands for itself ends without ':'",
    );
  });
});

describe('a figure that is none', () => {
  it.each([
    ['at least 6–12 credits', "expected 'between 6 and 12'; found '6–12'"],
    ['at least 16-20 credits', "expected 'between 16 and 20'; found '16-20'"],
    ['at least 6-x credits', 'expected a whole number or one of the parameters c-minimum'],
    ['at least 1,370,000 credits', 'expected a number in plain digits, 1370000'],
    ['at least 1,37 credits', "expected a number in plain digits; found '1,37'"],
    ['at least 6.12345 credits', 'expected a number of at most three places'],
    ['at least 6.1.2 credits', 'expected a number in plain digits'],
    ['at least a credits', "expected a whole number, such as 1; found 'a'"],
    ['at least an credits', "expected a whole number, such as 1; found 'an'"],
    ['at least half credits', "expected a whole number or '50%'; found 'half'"],
    ['at least c-minimun credits', 'parameters c-minimum (did you mean c-minimum?)'],
    ['at least 9 unit(s) from “Q”', 'this qualification has A, B, C, D, ADD, Pathway 1, Group X'],
    ['between 6 or 9 credits', "expected 'and' between the two figures; found 'or 9 credits'"],
    ['at least 99999999999999999999 credits', 'expected'],
  ])('%j', (text, words) => {
    expect(reading(text)).toContain(words);
  });

  it.each([
    ['at least 6 credits from groups B to D', 'at least 6 credits from B, C or D'],
    ['at least 6 credits from the optional groups B–D', 'at least 6 credits from B, C or D'],
    ['at least 6 credits at L12', 'at least 6 credits at level 12'],
    ['at least C-MINIMUM credits', 'at least c-minimum credits'],
    ['at least 6 COST from A', 'at least 6 cost from A'],
  ])('%j is %j', (text, meaning) => {
    expect(reading(text)).toBe(meaning);
  });

  it('keeps to letters that are all groups, and begin no other', () => {
    expect(reading('at least 6 credits from groups A to D')).toContain("found 'to D'");
    const gap = { ...NAMES, groups: ['A', 'C', 'D'] };
    const parsed = parseStatement({ kind: 'line', text: 'at least 6 credits from groups A to C', source: SOURCE }, gap);
    expect(parsed.ok).toBe(false);
  });

  it('names a dozen groups and no more', () => {
    const many = { ...NAMES, groups: Array.from('ABCDEFGHIJKLMN') };
    const parsed = parseStatement({ kind: 'line', text: 'at least 6 credits from Z', source: SOURCE }, many);
    expect(parsed.ok ? '' : parsed.issues.map(({ message }) => message).join()).toContain('J, K, L and others');
  });
});
