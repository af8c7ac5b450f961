import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../src/notation/figure.js';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { adviseSentence } from '../../src/notation/perhaps.js';
import { printStatement } from '../../src/notation/print-statement.js';

const NAMES: Names = {
  groups: ['P', 'Q', 'R', 'Elective', 'Other'],
  units: ['1', '2', '3', '4', '8', 'HB 10'].map((ref) => ({ ref, urn: null })),
  columns: ['subject'],
  parameters: [],
};

const parse = (text: string, names = NAMES) =>
  parseStatement({ kind: 'line', text, source: { option: 'text' } }, names);

const reading = (text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? printStatement(parsed.value) : parsed.issues.map(({ message }) => message).join('\n');
};

/** Sentences as documents word them that say one thing. */
const READ: readonly (readonly [sentence: string, statement: string])[] = [
  ['A total of 24 credits must be achieved from Core Group P.', 'exactly 24 credits from P'],
  ['12 credits (min.) must be taken from Group Q optional units', 'at least 12 credits from Q'],
  ['9 credits (maximum) from Group R', 'at most 9 credits from R'],
  ['Group Q: minimum of 3 credits, maximum of 8 credits', 'between 3 and 8 credits from Q'],
  ['Group Q: at least 2, at most 5 units', 'between 2 and 5 units from Q'],
  ['Group R: at most 9 credits', 'at most 9 credits from R'],
  ['Minimum credit value: 41.', 'at least 41 credits'],
  ['Minimum number of units: 7', 'at least 7 units'],
  ['Maximum number of units at level 2 or below: 3', 'at most 3 units at level 2 or below'],
  ['Number of credits which must be achieved from Group Q (elective units): 14', 'exactly 14 credits from Q'],
  ['This award is achieved on successful completion of 16 credits', 'at least 16 credits'],
  ['4 credits must come from group R', 'exactly 4 credits from R'],
  ['30 or more credits must be taken from groups P and Q', 'at least 30 credits from P or Q'],
  ['a minimum of 20 credits across optional groups Q and R', 'at least 20 credits from Q or R'],
  ['Candidates must complete every unit in Group P', 'all units from P'],
  ['all of group P must be completed', 'all units from P'],
  ['Units 1 and 3 must be chosen together', 'all or none of units 1, 3'],
  ['Unit 2 cannot be taken with Unit 8', 'at most one of units 2, 8'],
  ['Units 2 and 8 cannot be taken together', 'at most one of units 2, 8'],
  ['Units 1 and 4 form a barred combination', 'at most one of units 1, 4'],
  ['Units 1, 2 and 4 are mutually exclusive', 'at most one of units 1, 2, 4'],
  ['Unit 8 may only be chosen by candidates who complete Unit 3', 'unit 8 needs unit 3'],
  ['Unit 8 can only be taken if unit 3 is also taken', 'unit 8 needs unit 3'],
  ['More than half of the units must be at level 5', 'more than 50% of units are at level 5'],
  ['a majority of credits must come from Group P', 'more than 50% of credits are from P'],
  [
    'The majority of the credits must be at the level of the award (4) or higher',
    'more than 50% of credits are at level 4 or above',
  ],
  ['At least half of the credits are from P', 'at least 50% of credits are from P'],
  ['No more than 40% of the credits from Group R', 'at most 40% of credits are from R'],
  ['At least 60% of the credits at Level 3 or above', 'at least 60% of credits are at level 3 or above'],
  ['No units at level 1 may be chosen from Group R', 'at most 0 units from R at level 1'],
  ['no credits from Q', 'at most 0 credits from Q'],
  ['Any three units from Group Q', 'exactly 3 units from Q'],
  ['At least three elective units, other than unit 2, from Group Q', 'at least 3 units from Q except unit 2'],
  ['at least 10 credits from Q excluding units 1 and 2', 'at least 10 credits from Q except units 1, 2'],
  ['Only one unit of each title can be included', 'at most 1 unit of each title'],
  ['Only two units from Group R may be counted', 'at most 2 units from R'],
  ['no more than 2 units of each subject in Group Q', 'at most 2 units of each subject from Q'],
  ['up to two units from other', 'at most 2 units from "Other"'],
  ['At most 12 credits by RPL or credit transfer', 'at most 12 credits are achieved already'],
  ['Recognition of prior learning is limited to 40% of the award', 'at most 40% of credits are achieved already'],
  ['RPL must not exceed 20 credits', 'at most 20 credits are achieved already'],
  ['10 to 14 credits from Group Q', 'between 10 and 14 credits from Q'],
  ['between 2–4 units from R', 'between 2 and 4 units from R'],
  ['Either four units from Group P or two from Group Q', 'any of (at least 4 units from P; at least 2 units from Q)'],
  ['Either all units from P or at least 30 credits', 'any of (all units from P; at least 30 credits)'],
];

/** Sentences that say several things, or nothing that is certain, and what they may stand for. */
const OFFERED: readonly (readonly [sentence: string, ...ways: readonly (readonly string[])[]])[] = [
  ['Of the 48 credits, 30 or more must be at Level 4', ['at least 48 credits', 'at least 30 credits at level 4']],
  [
    'The remaining 18 credits may be taken from Q and R',
    ['at least 18 credits from Q or R'],
    ['exactly 18 credits from Q or R'],
  ],
  ['no more than 6 of these from group R', ['at most 6 credits from R'], ['at most 6 units from R']],
  [
    'All core units in Group P plus 9 credits from Group Q',
    ['all units from P', 'exactly 9 credits from Q'],
    ['all units from P', 'at least 9 credits from Q'],
  ],
  ['Group R can be started only once Group P has been passed', ['any unit from R needs all units from P']],
  [
    'Two units from each of groups Q and R',
    ['exactly 2 units from Q', 'exactly 2 units from R'],
    ['at least 2 units from Q', 'at least 2 units from R'],
  ],
  ['at least 1 unit from each of groups Q, R', ['at least 1 unit from Q', 'at least 1 unit from R']],
  [
    '20 credits, of which 8 at Level 3',
    ['exactly 20 credits', 'exactly 8 credits at level 3'],
    ['at least 20 credits', 'at least 8 credits at level 3'],
  ],
  ['31 credits from P', ['exactly 31 credits from P'], ['at least 31 credits from P']],
  ['Group P is mandatory', ['all units from P']],
  ['at least 15 credits from P and at most 9 from Q', ['at least 15 credits from P', 'at most 9 credits from Q']],
  ['3 units from P or 5 units from Q', ['any of (at least 3 units from P; at least 5 units from Q)']],
  ['at least 10 credits not from R', ['at least 10 credits from outside R']],
  ['at least 40 level 3 credits', ['at least 40 credits at level 3']],
  ['R does not count', ['units from R do not count']],
  ['Unit 1 may not be combined with units 2 and 8', ['at most one of units 1, 2', 'at most one of units 1, 8']],
  [
    '14 units: 8 P and 6 elective',
    ['exactly 14 units', 'exactly 8 units from P', 'exactly 6 units from Elective'],
    ['at least 14 units', 'at least 8 units from P', 'at least 6 units from Elective'],
  ],
];

/** Sentences that nothing of certain meaning can be offered for. */
const REFUSED = [
  'All four mandatory units (18 credits) and one route (minimum 12 credits)',
  'These units are named on the certificate but do not count towards the qualification',
  'Learners choose one of the following routes',
  '14 units: 8 core and 6 free choice',
  'at least 3 further units from Q',
  'at least 6 credits from Q (see page 9)',
  'To achieve the 60 credit diploma, learners must complete at least 55 credits',
  'No more than 10 credits may be taken from P or 5 from Q',
  'Either at most 10 credits from P or 5 credits from Q',
  'Either exactly 3 units from P or 5 from Q',
];

describe('a sentence of a handbook becomes a statement', () => {
  it.each(READ)('%j is %j', (sentence, statement) => {
    expect(reading(sentence)).toBe(statement);
  });

  it.each(READ)('%j keeps every figure', (sentence) => {
    const held = figuresIn(reading(sentence));
    expect(figuresIn(sentence).filter((figure) => !held.includes(figure))).toEqual([]);
  });
});

describe('a sentence that says more than one statement is offered for review', () => {
  it.each(OFFERED.map(([sentence, ...ways]) => ({ sentence, ways })))('$sentence', ({ sentence, ways }) => {
    expect(parse(sentence).ok).toBe(false);
    expect(adviseSentence(sentence, NAMES)).toEqual({ perhaps: ways, published: null });
    for (const [first] of ways) expect(reading(sentence)).toContain(`'${first}'`);
  });

  it.each(REFUSED)('%j stands for nothing that is certain', (sentence) => {
    expect(parse(sentence).ok).toBe(false);
    expect(adviseSentence(sentence, NAMES)).toBe(null);
  });

  it('names only what the qualification has', () => {
    const bare: Names = { groups: ['Z'], units: [{ ref: 'ZU', urn: null }], columns: [], parameters: [] };
    const sentences = [...OFFERED.map(([sentence]) => sentence), ...REFUSED, 'nothing from C', 'all mandatory units'];
    const issues = sentences.map((text) => parse(text, bare)).flatMap((parsed) => (parsed.ok ? [] : parsed.issues));
    const advice = issues.flatMap(({ message }) =>
      message.split(/; |: /).filter((it) => !/^(?:In the|expected|found)/.test(it)),
    );
    const named = advice.filter((words) => /'[^']*\b(?:from|outside|groups?|units?) [A-Y]\b/.test(words));
    expect(
      named.filter((words) => !sentences.some((sentence) => sentence.includes(words.replace(/'\.?$/, '')))),
    ).toEqual([]);
    expect(advice.length).toBeGreaterThan(10);
  });
});

describe('figures that a document prints are no condition', () => {
  it.each([
    ['Minimum GLH 150, TQT 410', { minimumGlh: 150, maximumGlh: null, minimumTqt: 410, maximumTqt: null }],
    ['Maximum GLH: 210', { minimumGlh: null, maximumGlh: 210, minimumTqt: null, maximumTqt: null }],
    [
      'Total Qualification Time (TQT) is 370 hours',
      { minimumGlh: null, maximumGlh: null, minimumTqt: 370, maximumTqt: null },
    ],
  ])('%j', (sentence, published) => {
    expect(parse(sentence).ok).toBe(false);
    expect(adviseSentence(sentence, NAMES)).toEqual({ perhaps: [], published });
    expect(reading(sentence)).toContain("under 'published'");
  });
});

describe('whatever the sentence', () => {
  const word = fc.constantFrom(
    ...(
      'at least most exactly more fewer than no only any all either or and of which from each group groups P Q R unit units ' +
      'credits 3 five 12 50% half majority level 2 above below must may be taken come minimum maximum total remaining : , ' +
      '( ) (minimum) except other title subject together with are is limited to RPL'
    ).split(' '),
  );
  const sentence = fc.array(word, { minLength: 2, maxLength: 12 }).map((words) => words.join(' '));

  it('a statement holds every figure of it', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        const parsed = parse(text);
        if (!parsed.ok) return;
        const held = figuresIn(printStatement(parsed.value));
        // 'more than 5 units' is 'at least 6 units', and 'no' is 0.
        const kept = (figure: number): boolean => [figure, figure + 1, figure - 1].some((it) => held.includes(it));
        expect(figuresIn(text).filter((figure) => !kept(figure))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it('advice can be read and holds every figure of it', () => {
    fc.assert(
      fc.property(sentence, (text) => {
        for (const statements of adviseSentence(text, NAMES)?.perhaps ?? []) {
          expect(statements.map((statement) => reading(statement))).toEqual(statements);
          const held = new Set(statements.flatMap(figuresIn));
          expect(figuresIn(text).filter((figure) => !held.has(figure))).toEqual([]);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
