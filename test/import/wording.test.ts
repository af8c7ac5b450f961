import { describe, expect, it } from 'vitest';
import { importLines, type ImportedQualification } from '../../src/import/import-lines.js';
import { readTextDocument } from '../../src/import/readers/text.js';

const GROUPS: readonly (readonly [name: string, title: string])[] = [
  ['A', 'Core units'],
  ['B', 'Optional units'],
  ['C', 'Optional units'],
];

/** A qualification of three groups with four units each, numbered from 1, in which a sentence stands above the tables. */
function withSentence(...sentences: readonly string[]): ImportedQualification {
  const tables = GROUPS.map(([name, title], group) => {
    const rows = [1, 2, 3, 4].map(
      (at) => `${4 * group + at}\tMake a ${'abcdefghijkl'.charAt(4 * group + at - 1)}-joint\t3\t5\t20`,
    );
    return [`Group ${name}: ${title}`, 'Unit no\tUnit title\tLevel\tCredit\tGLH', ...rows].join('\n');
  });
  const text = ['Level 3 Certificate in Joinery', ...sentences, ...tables].join('\n');
  const [read] = importLines([readTextDocument(text, 'joinery.txt')]).qualifications;
  if (read === undefined) throw new Error('nothing was read');
  return read;
}

const statements = ({ draft }: ImportedQualification): readonly string[] =>
  draft.statements.flatMap(({ text, sentence, how }) =>
    sentence === null ? [] : [how === 'inferred' ? `${text} (inferred)` : text],
  );

describe('a sentence of a handbook', () => {
  it.each([
    ['Learners must gain a minimum of 40 credits.', 'at least 40 credits'],
    ['To achieve this qualification, learners must complete a minimum of 40 credits:', 'at least 40 credits'],
    ['To achieve the Level 3 Certificate in Joinery, you must complete a minimum of 40 credits', 'at least 40 credits'],
    ['• 20 credits must come from Group A;', 'exactly 20 credits from A'],
    ['2. A maximum of 10 credits from GROUP C OPTIONAL UNITS', 'at most 10 credits from C'],
    ['20 credits from Group A', 'exactly 20 credits from A (inferred)'],
    ['20 must be completed from Group A Core Units', 'exactly 20 credits from A (inferred)'],
    ['15 credits must be taken from the core units', 'exactly 15 credits from A'],
    [
      'A minimum of 30 credits must be achieved through the completion of Level 3 units',
      'at least 30 credits at level 3',
    ],
    ['Units 5 and 6 must be taken together', 'all or none of units 5, 6'],
    ['minimum credit from optional Group B\t10', 'at least 10 credits from B'],
    ['credit from mandatory Group A\t20', 'exactly 20 credits from A (inferred)'],
    ['minimum credit of\t40', 'at least 40 credits'],
  ])('is a statement: %s', (sentence, statement) => {
    const read = withSentence(sentence);
    expect([statements(read), read.draft.notUnderstood]).toEqual([[statement], []]);
  });

  it.each([
    ['10 credits from Group B', 'exactly 10 credits from B'],
    ['Of the 40 credits, 25 or more must be at Level 3.', 'at least 40 credits + at least 25 credits at level 3'],
    ['All core units in Group A plus 10 credits from Group B', 'all units from A + exactly 10 credits from B'],
    ['9 must be completed from Group B', null],
    ['Learners must achieve all units in Group B or C', 'all units from B or C'],
    ['All units from Groups A, B or C must be completed', 'all units from A, B or C'],
    ['40 credits: 6 main and 4 spare', null],
    ['To achieve the Level 3 Diploma in Masonry, learners must complete a minimum of 40 credits', null],
    ['Learners must complete 100 hours of practice', null],
  ])('is offered or listed, and never taken in part: %s', (sentence, perhaps) => {
    const read = withSentence(sentence);
    expect(statements(read)).toEqual([]);
    expect(read.draft.notUnderstood.map(({ text }) => text)).toEqual([sentence]);
    expect(read.draft.notUnderstood[0]?.perhaps[0]?.join(' + ') ?? null).toBe(perhaps);
    expect(read.model).toContain(`# perhaps (line 2): ${sentence}`);
  });

  it('is missed where a document holds none: the draft says that it lists units and no rule', () => {
    const table = 'Ref\tTitle\tLevel\tCredit\tGLH\nJN 1\tLids\t3\t5\t20';
    const remarksOf = (...lines: readonly string[]): string => {
      const text = ['Level 3 Certificate in Joinery', ...lines, table].join('\n');
      const [read] = importLines([readTextDocument(text, 'joinery.txt')]).qualifications;
      return read?.draft.remarks.map(({ text: said }) => said).join('\n') ?? 'nothing was read';
    };
    expect(remarksOf()).toContain('No rule was found');
    expect(remarksOf('5 credits must be passed with distinction')).not.toContain('No rule was found');
    expect(remarksOf('At least 5 credits')).not.toContain('No rule was found');
  });

  it('offers all units of one group or the other beside all units of both', () => {
    const read = withSentence('Learners must achieve all units in Group B or C');
    expect(read.draft.notUnderstood[0]?.perhaps).toEqual([
      ['all units from B or C'],
      ['any of (all units from B; all units from C)'],
    ]);
    expect(statements(withSentence('Learners must achieve all units in Groups B and C'))).toEqual([
      'all units from B or C',
    ]);
    expect(statements(withSentence('All units from Groups B and C at level 3 or above'))).toEqual([
      'all units from B or C at level 3 or above',
    ]);
  });

  it.each([
    'JN 2 is a pre-requisite for JN 3.',
    'Learners cannot take both JN 1 and JN 2.',
    'Learners must take JN 2 or JN 3.',
    'JN 30 or JN 3 must be passed.',
    'Choose from JN 2 and JN 3.',
    'JN 3 was withdrawn in 2024.',
  ])('is listed where it may tie units together, though it names nothing but references: %s', (sentence) => {
    const table = 'Ref\tTitle\tLevel\tCredit\tGLH\nJN 1\tLids\t3\t5\t20\nJN 2\tBoxes\t3\t5\t20\nJN 3\tKeys\t3\t5\t20';
    const text = `Level 3 Certificate in Joinery\n${sentence}\nJN 1 Lids\nJN 2: what boxes are made of\n${table}`;
    const [read] = importLines([readTextDocument(text, 'joinery.txt')]).qualifications;
    expect(read?.draft.notUnderstood.map(({ text: said }) => said)).toEqual([sentence]);
  });

  it('below the heading of a group is offered in both readings unless it names the group', () => {
    const [before, after] = ['Group A: Core units', 'Group B: Optional units'];
    const rows = 'Unit no\tUnit title\tLevel\tCredit\tGLH\n1\tMake a box\t3\t5\t20';
    const rest = 'Unit no\tUnit title\tLevel\tCredit\tGLH\n2\tMake a lid\t3\t5\t20';
    const read = (sentence: string): ImportedQualification | undefined =>
      importLines([
        readTextDocument(`Level 3 Award in Boxes\n${before}\n${rows}\n${after}\n${sentence}\n${rest}`, 'x.txt'),
      ]).qualifications[0];
    expect(read('At least 5 credits must be taken')?.draft.notUnderstood[0]?.perhaps).toEqual([
      ['at least 5 credits from B'],
      ['at least 5 credits'],
    ]);
    expect(
      read('At least 5 credits must be taken from this group')?.draft.statements.map(({ text }) => text),
    ).toContain('at least 5 credits from B');
  });

  it('prints figures that no rule asks for', () => {
    const { draft, model } = withSentence(
      'Minimum GLH 180, TQT 400',
      'There are no equivalencies or exemptions for this qualification.',
    );
    expect(draft.statements.filter(({ sentence }) => sentence !== null)).toEqual([]);
    expect(model).toContain('published:\n  minimum-glh: 180\n  minimum-tqt: 400\n');
    expect(model).toContain('equivalents: none\n');
  });

  it('says nothing where it is prose or a title', () => {
    const { draft } = withSentence(
      'This qualification is for people who work with wood.',
      'The following must be achieved:',
      'Units for Level 3 Certificate in Joinery',
    );
    expect(draft.notUnderstood).toEqual([]);
  });
});

describe('a group that is called mandatory', () => {
  it('is taken whole, as is inferred', () => {
    const { draft } = withSentence('A minimum of 40 credits');
    expect(draft.statements[0]).toMatchObject({ text: 'all units from A', how: 'inferred' });
  });

  it('is not where a figure asks for less than it holds', () => {
    const { draft } = withSentence('15 credits must come from Group A');
    expect(draft.statements.map(({ text }) => text)).toEqual(['exactly 15 credits from A']);
    expect(draft.remarks.map(({ text }) => text).join()).toContain('is not inferred');
  });
});
