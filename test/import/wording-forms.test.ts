import { describe, expect, it } from 'vitest';
import { importLines, type ImportedQualification } from '../../src/import/import-lines.js';
import { readTextDocument } from '../../src/import/readers/text.js';

/** Groups of a qualification in joinery: what each is called, and how many units it lists. */
const GROUPS: readonly (readonly [name: string, title: string, units: number])[] = [
  ['A', 'Mandatory units', 5],
  ['B', 'Optional units', 6],
  ['C', 'Optional units', 4],
  ['D', 'Optional units', 4],
  ['Elsewhere', '', 2],
];
const HEADER = 'Group\tUnit no\tUnit title\tLevel\tCredit\tGLH';

/** A qualification of these groups, its units numbered from 1, in which a sentence stands above the table. */
function withSentence(sentence: string, groups: typeof GROUPS = GROUPS): ImportedQualification {
  let number = 0;
  const rows = groups.flatMap(([name, title, count]) =>
    Array.from({ length: count }, () => {
      number += 1;
      const group = title === '' ? name : `Group ${name}: ${title}`;
      return `${group}\t${number}\tMake ${'abcdefghijklmnopqrstuvwxyz'.charAt(number)}-joints\t3\t4\t20`;
    }),
  );
  const text = ['Level 3 Diploma in Joinery', sentence, HEADER, ...rows].join('\n');
  const [read] = importLines([readTextDocument(text, 'joinery.txt')]).qualifications;
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

const said = ({ draft }: ImportedQualification): readonly string[] =>
  draft.statements.flatMap(({ text, sentence }) => (sentence === null ? [] : [text]));

/** One wording of each form in which handbooks say a condition, and the statement that it is. */
const TAKEN: readonly (readonly [sentence: string, statement: string])[] = [
  ['A total of 20 credits must be taken from Mandatory Group A.', 'exactly 20 credits from A'],
  ['12 credits (minimum) must come from Group B Optional Units', 'at least 12 credits from B'],
  ['Group C: minimum 3 credits, maximum 9 credits', 'between 3 and 9 credits from C'],
  ['Minimum credit value: 44', 'at least 44 credits'],
  ['The diploma is awarded on completion of 52 credits.', 'at least 52 credits'],
  ['4 credits come from group D', 'exactly 4 credits from D'],
  ['At least 31 of the credits must be achieved at Level 3 or above', 'at least 31 credits at level 3 or above'],
  ['A maximum of 6 credits may be taken from Group C.', 'at most 6 credits from C'],
  ['a minimum of 24 credits across optional groups B, C and D', 'at least 24 credits from B, C or D'],
  ['Number of credits that must come from Group D (optional): 7', 'exactly 7 credits from D'],
  ['Minimum number of credits at Level 3 or above: 33', 'at least 33 credits at level 3 or above'],
  ['Learners must complete all units in Group A', 'all units from A'],
  ['Units 7 and 8 must be taken together', 'all or none of units 7, 8'],
  ['Unit 6 may not be combined with Unit 10', 'at most one of units 6, 10'],
  ['Units 9 and 13 are barred combinations', 'at most one of units 9, 13'],
  ['Unit 12 can only be taken by learners who take Unit 6', 'unit 12 needs unit 6'],
  ['More than half of the credits must be at level 3', 'more than 50% of credits are at level 3'],
  [
    'The majority of the credit value must be at the level of the qualification (3) or higher',
    'more than 50% of credits are at level 3 or above',
  ],
  ['At least 62% of the credits at Level 3', 'at least 62% of credits are at level 3'],
  ['No units at Level 2 may be taken from Group C', 'at most 0 units from C at level 2'],
  ['Any three units from Group B', 'exactly 3 units from B'],
  ['At least three optional units, other than unit 7, from Group B', 'at least 3 units from B except unit 7'],
  ['Only one unit of each title may be counted', 'at most 1 unit of each title'],
  ['Up to 2 units from elsewhere', 'at most 2 units from Elsewhere'],
  [
    'At most 18 credits through recognition of prior learning or credit transfer',
    'at most 18 credits are achieved already',
  ],
  ['Credit transfer is limited to 40% of the qualification', 'at most 40% of credits are achieved already'],
  ['8-14 credits from Group B', 'between 8 and 14 credits from B'],
  ['Either two units from Group B or four from Group C', 'any of (at least 2 units from B; at least 4 units from C)'],
];

/** Sentences of several conditions, or with a figure that has no place in a statement; the first way to say it, where there is one. */
const OFFERED: readonly (readonly [sentence: string, perhaps: string | null])[] = [
  ['Of the 54 credits, 36 or more must be at Level 3.', 'at least 54 credits + at least 36 credits at level 3'],
  ['The remaining 16 credits can be taken from groups B and D', 'at least 16 credits from B or D'],
  ['no more than 6 of these from group C', 'at most 6 credits from C'],
  ['All five mandatory units (20 credits) and one pathway (minimum 12 credits)', null],
  ['All mandatory units in Group A plus 9 credits from Group C', 'all units from A + exactly 9 credits from C'],
  ['Group D can be started only when Group A has been completed', 'any unit from D needs all units from A'],
  ['These units appear on the certificate but do not count towards the qualification', null],
  ['One unit from each of Groups B, C and D', 'exactly 1 unit from B + exactly 1 unit from C + exactly 1 unit from D'],
  ['12 units: 5 core and 7 elective', null],
  ['16 credits, of which 8 at Level 3', 'exactly 16 credits + exactly 8 credits at level 3'],
  ['Learners choose one of the following pathways', null],
];

describe('every form of a condition', () => {
  it('is covered once: those that are taken, those that are offered', () => {
    expect([TAKEN.length, OFFERED.length]).toEqual([28, 11]);
  });

  it.each(TAKEN)('is taken: %s', (sentence, statement) => {
    const read = withSentence(sentence);
    expect([said(read), read.draft.notUnderstood]).toEqual([[statement], []]);
  });

  it.each(OFFERED)('is offered, and nothing of it taken: %s', (sentence, perhaps) => {
    const read = withSentence(sentence);
    expect([said(read), read.draft.notUnderstood.map(({ text }) => text)]).toEqual([[], [sentence]]);
    expect(read.draft.notUnderstood[0]?.perhaps[0]?.join(' + ') ?? null).toBe(perhaps);
  });

  it('is none where it prints figures that no rule asks for', () => {
    const { draft } = withSentence('Minimum GLH 210, TQT 480');
    expect([draft.published?.minimumGlh, draft.published?.minimumTqt, draft.notUnderstood]).toEqual([210, 480, []]);
  });
});

describe('figures in words', () => {
  it.each([
    ['At least twenty-one credits must be achieved', 'at least 21 credits'],
    ['Thirty-nine credits must come from Group B', 'exactly 39 credits from B'],
    ['52 credits minimum', 'at least 52 credits'],
    ['8 credits maximum from Group C', 'at most 8 credits from C'],
    ['Not more than one of units 6, 9', 'at most one of units 6, 9'],
    ['At least 10 credits must be taken from Groups B to D', 'at least 10 credits from B, C or D'],
    ['At least 10 credits from groups C-D', 'at least 10 credits from C or D'],
    ['All twenty-one units must be achieved', 'all units'],
    ['All five mandatory units must be achieved', 'all units from A'],
    ['All 6 units in Group B must be achieved', 'all units from B'],
    ['At least three mandatory units must be taken', 'at least 3 units from A'],
  ])('are used, every one of them: %s', (sentence, statement) => {
    const read = withSentence(sentence);
    expect([said(read), read.draft.notUnderstood]).toEqual([[statement], []]);
  });

  it.each([
    'At least twenty one credits must be achieved',
    'At least one third of the credits must be at Level 3',
    'All twenty units must be achieved',
    'All six mandatory units must be achieved',
    'Both units in Group B must be achieved',
    'At least one hundred credits',
    'Six electives must be taken',
    'A dozen units',
  ])('that have no place in a statement keep the sentence from being taken, and it is listed: %s', (sentence) => {
    const read = withSentence(sentence);
    expect([said(read), read.draft.notUnderstood.map(({ text }) => text)]).toEqual([[], [sentence]]);
  });

  it.each([
    ['Unit 6 or unit 9 is required', ['at least 1 unit from units 6, 9', 'exactly 1 unit from units 6, 9']],
    ['7, 8 or 9 must be taken', ['at least 1 unit from units 7, 8, 9', 'exactly 1 unit from units 7, 8, 9']],
    ['Thirty credits', ['exactly 30 credits', 'at least 30 credits']],
  ])('are in every way that is offered: %s', (sentence, ways) => {
    expect(withSentence(sentence).draft.notUnderstood[0]?.perhaps.map((way) => way.join(' + '))).toEqual(ways);
  });

  it('may count electives, where one group is called so', () => {
    const groups = [
      ['A', 'Core units', 3],
      ['E', 'Elective units', 9],
    ] as const;
    expect(said(withSentence('At least six electives must be taken', groups))).toEqual(['at least 6 units from E']);
    expect(withSentence('Six electives', groups).draft.notUnderstood[0]?.perhaps[0]).toEqual([
      'exactly 6 units from E',
    ]);
  });

  it('name no group between two letters that the qualification does not have, or has more than once', () => {
    const groups = [
      ['A', 'Core units', 3],
      ['B', 'Optional units', 2],
      ['B2', 'Optional units', 2],
      ['D', 'Optional units', 2],
    ] as const;
    for (const sentence of ['At least 3 credits from Groups A to B', 'At least 3 credits from Groups A to D']) {
      expect(said(withSentence(sentence, groups))).toEqual([]);
    }
  });
});
