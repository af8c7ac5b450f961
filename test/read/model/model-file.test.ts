import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../src/domain/result.js';
import { error } from '../../../src/domain/issue.js';
import { printStatement } from '../../../src/notation/print-statement.js';
import { readModel, type Model } from '../../../src/read/model/model-file.js';
import type { Result } from '../../../src/domain/result.js';
import { codesOf, expectWithin, issuesOf, onlyIssue, valueOf } from '../issues.js';

const TABLE =
  'group,ref,title,level,credit,glh,cost\nA,X 1,One,3,5,27,10\nB,X 2,Two,2,4,TBC,\nB,X 3,Three,2,4,9,free\n';

const FULL = `title: Diploma in Testing
awarding-organisation: ACME
number: 601/3435/5
level: Entry 3
units: units.csv
groups:
  B: Optional
  A: Mandatory
rule:
  - all units from A
  - at least minimum credits from B
  - any of:
      - at least 1 unit from B at level 2
      - none of:
          - exactly 2 units
parameters:
  minimum: { min: 0, max: 8, note: "printed as X" }
equivalents: none
published:
  minimum-glh: 240
  maximum-glh: 510
  minimum-tqt: 550
  credits: 7.5
  units: 3
  pathways: "12345678901234567890"
  group-required:
    A: { credits: 5, units: 1 }
  group-totals:
    A: { credits: 5, glh: 27 }
    B: { credits: 8, units: 2 }
sources:
  - { document: Handbook, section: "2.2" }
  - document: Another
notes:
  - Practice hours are not counted.
`;

const SMALL = `title: T
units: units.csv
groups: { A: Mandatory, B: Optional }
rule:
  - all units from A
`;

function read(text: string, table: string | null = TABLE): Result<Model> {
  return readModel(text, {
    id: 'test',
    file: 'm.yaml',
    openUnits: (path, named) => ({
      file: path,
      text: table === null ? failure([error('file-missing', 'There is no such file.', named)]) : success(table),
    }),
  });
}

const codes = (text: string, table: string | null = TABLE): string[] => codesOf(issuesOf(read(text, table)));
const messageOf = (text: string, code: string): string => onlyIssue(issuesOf(read(text)), code).message;
/** The small model with one of its lines, or an added one, replaced. */
const withLine = (start: string, line: string): string =>
  SMALL.includes(start) ? SMALL.replace(new RegExp(`^${start}.*$`, 'm'), line) : `${SMALL}${line}\n`;
const withRule = (...statements: string[]): string =>
  SMALL.replace('  - all units from A\n', statements.map((it) => `  - ${it}\n`).join(''));

describe('a model that is right', () => {
  it('gives the whole specification', () => {
    const result = read(FULL);
    expect(codesOf(issuesOf(result))).toEqual([]);
    const { specification: it, places } = valueOf(result);
    expect(places.number).toEqual({ file: 'm.yaml', line: 3, column: 9 });
    expect([...places.groups.keys()]).toEqual([...it.groups.keys()]);
    expect({ ...it, rows: it.rows.length, rule: it.rule.map(printStatement) }).toEqual({
      id: 'test',
      title: 'Diploma in Testing',
      awardingOrganisation: 'ACME',
      number: '601/3435/5',
      level: 0,
      groups: new Map([
        ['B', 'Optional'],
        ['A', 'Mandatory'],
      ]),
      rows: 3,
      rule: [
        'all units from A',
        'at least minimum credits from B',
        'any of (at least 1 unit from B at level 2; none of (exactly 2 units))',
      ],
      parameters: new Map([
        [
          'minimum',
          { name: 'minimum', min: 0, max: 8, note: 'printed as X', place: { file: 'm.yaml', line: 17, column: 3 } },
        ],
      ]),
      titles: new Map(),
      equivalentsAccepted: false,
      published: {
        figures: new Map<string, number | bigint>([
          ['minimum-glh', 240],
          ['maximum-glh', 510],
          ['minimum-tqt', 550],
          ['credits', 7.5],
          ['units', 3],
          ['pathways', 12345678901234567890n],
        ]),
        groupTotals: new Map([
          ['A', { credits: 5, glh: 27, units: null }],
          ['B', { credits: 8, glh: null, units: 2 }],
        ]),
        groupRequired: new Map([['A', { credits: 5, glh: null, units: 1 }]]),
      },
      sources: [
        { document: 'Handbook', section: '2.2' },
        { document: 'Another', section: null },
      ],
      notes: ['Practice hours are not counted.'],
      columns: ['cost'],
      file: 'm.yaml',
    });
  });

  it('keeps the place of every statement, nested ones included', () => {
    const { rule } = valueOf(read(FULL)).specification;
    const [, second, third] = rule;
    expect(second?.source).toEqual({ file: 'm.yaml', line: 11, column: 5 });
    expect(third?.source).toEqual({ file: 'm.yaml', line: 12, column: 5 });
    expect(third?.kind === 'combination' && third.parts.map(({ source }) => source)).toEqual([
      { file: 'm.yaml', line: 13, column: 9 },
      { file: 'm.yaml', line: 14, column: 9 },
    ]);
  });

  it('takes what is left out as unknown, and equivalents as accepted', () => {
    const { specification } = valueOf(read(SMALL));
    expect(specification).toMatchObject({
      awardingOrganisation: null,
      number: null,
      level: null,
      equivalentsAccepted: true,
    });
    expect(specification.published).toEqual({
      figures: new Map(),
      groupTotals: new Map(),
      groupRequired: new Map(),
    });
  });

  it('keeps groups in the order of the file, also when their names are numbers', () => {
    const text = SMALL.replace('{ A: Mandatory, B: Optional }', '{ B: b, 2: two, 1: one, A: }').replace(
      'from A',
      'from 2',
    );
    const { groups } = valueOf(read(text)).specification;
    expect([...groups]).toEqual([
      ['B', 'b'],
      ['2', 'two'],
      ['1', 'one'],
      ['A', ''],
    ]);
  });

  it('reads units from the model itself, with text as it is written', () => {
    const text = withLine(
      'units:',
      `units:\n  - { group: a, ref: 0012, title: One, level: Entry 2, credit: TBC, glh: 10, cost: 3 }\n  - { group: B, ref: X, urn: L/506/2150, title: Two, level: 3, credit: 1, glh: 0 }`,
    );
    const { specification } = valueOf(read(text));
    expect(specification.columns).toEqual(['cost']);
    expect(specification.rows).toMatchObject([
      { group: 'A', ref: '0012', level: -1, credit: { open: '0012.credit' }, glh: 10, place: { line: 3, column: 22 } },
      { group: 'B', ref: 'X', urn: 'L/506/2150', level: 3, credit: 1, glh: 0 },
    ]);
    expect(specification.rows[0]?.columns.get('cost')).toBe('3');
  });

  it('takes nothing, however YAML writes it, for a blank cell', () => {
    const text = (nothing: string): string =>
      withLine(
        'units:',
        `units:\n  - { group: a, ref: X, title: One, level: ${nothing}, credit: ${nothing}, glh: 10, valid-from: 2026-09-01, valid-to: ${nothing} }`,
      );
    for (const nothing of ['', 'null', '~']) {
      expect(valueOf(read(text(nothing))).specification.rows).toMatchObject([
        { level: null, credit: { open: 'X.credit' }, glh: 10, valid: { from: '2026-09-01', to: null } },
      ]);
    }
  });

  it('reads the same whatever the line ends', () => {
    expect(valueOf(read(FULL.replaceAll('\n', '\r\n')))).toEqual(valueOf(read(FULL)));
  });
});

describe('a parameter', () => {
  it('may have one possible value', () => {
    expect(codes(`${withRule('at least x credits')}parameters: { x: { min: 3, max: 3 } }\n`)).toEqual([]);
  });
});

describe('a model with mistakes in its shape', () => {
  it.each([
    ['a list for a model', '- a\n', ['wrong-value m.yaml:1:1']],
    ['a missing title', SMALL.replace('title: T\n', ''), ['missing-key m.yaml:1:1']],
    ['an empty title', withLine('title:', 'title: ""'), ['wrong-value m.yaml:1:8']],
    ['a number for text', withLine('title:', 'title: 2024'), ['wrong-value m.yaml:1:8']],
    ['no units', SMALL.replace('units: units.csv\n', ''), ['missing-key m.yaml:1:1']],
    ['units that are neither path nor list', withLine('units:', 'units: { a: b }'), ['wrong-value m.yaml:2:8']],
    ['an empty list of units', withLine('units:', 'units: []'), ['no-units m.yaml:2:8']],
    ['an unknown key', withLine('x:', 'equivalent: none'), ['unknown-key m.yaml:6:1']],
    ['an unknown word', withLine('x:', 'equivalents: non'), ['wrong-value m.yaml:6:14']],
    ['an unknown level', withLine('x:', 'level: 13'), ['unknown-level m.yaml:6:8']],
    ['a level that is a list', withLine('x:', 'level: [3]'), ['wrong-value m.yaml:6:8']],
    [
      'no groups',
      SMALL.replace(/^groups.*\n/m, '').replace('all units from A', 'at least 5 credits'),
      ['missing-key m.yaml:1:1'],
    ],
    [
      'groups as a list',
      withLine('groups:', 'groups: [A]').replace('all units from A', 'at least 5 credits'),
      ['wrong-value m.yaml:3:9'],
    ],
    ['groups of one name', withLine('groups:', 'groups: { A: a, B: b, " a": c }'), ['repeated-key m.yaml:3:23']],
    ['a key given twice', `${SMALL}title: U\n`, ['repeated-key m.yaml:6:1']],
    ['an empty rule', SMALL.replace(/rule:\n.*\n/, 'rule: []\n'), ['wrong-value m.yaml:4:7']],
    ['a rule that is text', SMALL.replace(/rule:\n.*\n/, 'rule: all units from A\n'), ['wrong-value m.yaml:4:7']],
    ['a note that is a mapping', withLine('x:', 'notes:\n  - Mandatory: as read'), ['wrong-value m.yaml:7:5']],
    [
      'bounds the wrong way round',
      withRule('at least x credits') + 'parameters: { x: { min: 3, max: 2 } }\n',
      ['wrong-value m.yaml:6:15'],
    ],
    [
      'a negative bound',
      withRule('at least x credits') + 'parameters: { x: { min: -3 } }\n',
      ['wrong-value m.yaml:6:25'],
    ],
    [
      'a parameter that is a number in words',
      withRule('at least 3 credits') + 'parameters: { Three: {} }\n',
      ['parameter-name m.yaml:6:15'],
    ],
    [
      'a parameter that cannot be written',
      withRule('at least 3 credits') + 'parameters: { 3: {} }\n',
      ['parameter-name m.yaml:6:15'],
    ],
    ['a parameter that is not used', withLine('x:', 'parameters: { x: }'), ['unused-parameter m.yaml:6:15']],
    ['a group without units', withLine('groups:', 'groups: { A: a, B: b, C: c }'), ['empty-group m.yaml:3:23']],
    [
      'a total of an unknown group',
      withLine('x:', 'published: { group-totals: { Z: { glh: 1 } } }'),
      ['unknown-group m.yaml:6:30'],
    ],
    ['a figure in quotes', withLine('x:', 'published: { minimum-glh: "1" }'), ['wrong-value m.yaml:6:27']],
  ])('tells %s', (_, text, expected) => {
    expect(codes(text).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    ['title: 2024', 'title:', "'title' must be text, not the number 2024; write it in quotes: '2024'."],
    ['equivalents: non', 'x:', "'equivalents' must be 'accepted' or 'none', not 'non' (did you mean none?)."],
    ['level: [3]', 'x:', "'level' must be a whole number or text, not a list."],
    ['units: 5', 'units:', "'units' must be text or a list, not the number 5; write it in quotes: '5'."],
    [
      'notes: [a: b]',
      'x:',
      "Entry 1 of 'notes' must be text, not keys with values; text that contains ': ' needs quotes around it.",
    ],
    [
      'published: { minimum-glh: 1.5 }',
      'x:',
      "'minimum-glh' of 'published' must be a whole number, not the number 1.5.",
    ],
    [
      'published: { minimum-glh: "1" }',
      'x:',
      "'minimum-glh' of 'published' must be a whole number, not '1'; write it without quotes.",
    ],
    [
      'published: { credits: 7.1234 }',
      'x:',
      "'credits' of 'published' must have at most three decimal places, not the number 7.1234.",
    ],
    ['published: { pathways: "many" }', 'x:', "'pathways' of 'published' must be a whole number, not 'many'."],
    ['published: { minimum-glh: -1 }', 'x:', "'minimum-glh' of 'published' must be 0 or more."],
    [
      'published: { minimum-glh: 1e10 }',
      'x:',
      "'minimum-glh' of 'published' is too large; at most 1000000000 is accepted.",
    ],
    ['title:', 'title:', "'title' must be text, not nothing."],
  ])('says in plain words what is wrong with %s', (line, start, expected) => {
    expect(messageOf(withLine(start, line), 'wrong-value')).toBe(expected);
  });

  it.each([
    ['ruel: []', "'ruel' is no key of a model (did you mean rule?)."],
    ['xyz: []', "'xyz' is no key of a model; known here: title, awarding-organisation,"],
    ['published: { min-glh: 1 }', "'min-glh' is no key of 'published'"],
    [
      'published: { group-totals: { A: { credit: 1 } } }',
      "'credit' is no key of 'A' of 'group-totals' (did you mean credits?).",
    ],
    ['parameters: { x: { minn: 1 } }', "'minn' is no key of 'x' of 'parameters' (did you mean min?)."],
    ['sources: [{ document: d, sektion: s }]', "'sektion' is no key of entry 1 of 'sources' (did you mean section?)."],
  ])('suggests a key for %s', (line, expected) => {
    expect(messageOf(`${SMALL}${line}\n`, 'unknown-key')).toContain(expected);
  });

  it('does not go on where the YAML itself is broken', () => {
    expect(codes('title: "T\nunits: x\n')).toEqual(['yaml m.yaml:3:1']);
  });
});

describe('a model with mistakes in its rule', () => {
  it.each([
    ['a misspelt statement', withRule('at laest 5 credits'), ['statement m.yaml:5:5']],
    ['an unknown group', withRule('all units from C'), ['statement m.yaml:5:20']],
    ['an unknown unit behind a quote', withRule('"at most one of units X 1, Y 9"'), ['statement m.yaml:5:32']],
    [
      'an unknown group in folded text, at its start',
      withRule('>\n    at least 5\n    credits from C'),
      ['statement m.yaml:5:5'],
    ],
    ['a number for a statement', withRule('5'), ['statement m.yaml:5:5']],
    ['an empty statement', withRule(''), ['statement m.yaml:5:5']],
    ['a list for a statement', withRule('[all units from A]'), ['statement m.yaml:5:5']],
    ['text with a colon', withRule('at least 3 units: from A'), ['statement m.yaml:5:23']],
    ['several keys', withRule('{ any of: [], all of: [] }'), ['statement m.yaml:5:5']],
    ['an unknown nesting word', withRule('some of: [all units from A]'), ['statement m.yaml:5:5']],
    ['a nesting word without a list', withRule('any of:'), ['statement m.yaml:5:11']],
    [
      'mistakes in several nested statements',
      withRule('any of:\n      - all units from C\n      - at laest 1 unit'),
      ['statement m.yaml:6:24', 'statement m.yaml:7:9'],
    ],
    ['a bad statement inside a count', withRule('at least 2 of: [all units from A, 5]'), ['statement m.yaml:5:39']],
    ['a counted column that holds no number', withRule('at most 20 cost'), ['not-a-number units.csv:4:19']],
  ])('tells %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('counts a column whose cells are numbers or empty', () => {
    const table = TABLE.replace('free', '2.5');
    expect(codes(withRule('at most 20 cost'), table)).toEqual([]);
  });
});

describe('a model with mistakes in several places', () => {
  it('tells those of the shape, the rule and the units at once, the model first', () => {
    const table = TABLE.replace('A,X 1,One,3,5', 'Z,X 1,One,3,-5');
    expect(codes(withRule('at laest 5 credits', 'units X 1, X 2 need unit X 9') + 'nots: []\n', table)).toEqual([
      'statement m.yaml:5:5',
      'statement m.yaml:6:30',
      'unknown-key m.yaml:7:1',
      'unknown-group units.csv:2:1',
      'not-a-number units.csv:2:13',
    ]);
  });

  it('places a unit table that cannot be opened where it is named, and still looks at the rule', () => {
    const text = withRule(
      'at laest 5 credits',
      'units X 1 need unit X 9',
      'all units from C',
      'at least 3 units from B',
    );
    expect(codes(text, null)).toEqual(['file-missing m.yaml:2:8', 'statement m.yaml:5:5', 'statement m.yaml:7:20']);
  });

  it('says nothing about units named in a rule while nobody could read the units', () => {
    expect(codes(withRule('all or none of units X 1, X 2', 'any of:\n      - units X 1 do not count'), null)).toEqual([
      'file-missing m.yaml:2:8',
    ]);
  });

  it('tells the mistakes of units in the model itself', () => {
    const text = withLine(
      'units:',
      'units:\n  - { group: A, ref: X 1, title: T, level: 3, credits: 3, glh: 1.5 }\n  - { group: C, title: [T], level: 3, credit: 1, glh: 1 }\n  - X 3',
    );
    expect(codes(text)).toEqual([
      'empty-cell m.yaml:3:47',
      'not-a-number m.yaml:3:64',
      'empty-cell m.yaml:4:5',
      'unknown-group m.yaml:4:14',
      'wrong-value m.yaml:4:24',
      'wrong-value m.yaml:5:5',
    ]);
  });
});

describe('readModel on anything', () => {
  const expectAnswered = (text: string, table: string): void => {
    const result = read(text, table);
    expectWithin(issuesOf(result), { 'm.yaml': text, 'units.csv': table });
    expect(result.ok || result.issues.some(({ severity }) => severity === 'error')).toBe(true);
  };

  it('answers any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => expectAnswered(text, TABLE)),
      { numRuns: 500 },
    );
  });

  it('answers a good model with a piece replaced', () => {
    const piece = fc.string({
      unit: fc.constantFrom(...':-[]{}"\'\n \t5xA*&>|'.split(''), '\n  - ', ': ', 'units ', '\r'),
      maxLength: 6,
    });
    const damaged = fc
      .tuple(fc.nat(FULL.length), fc.nat(30), piece)
      .map(([at, length, put]) => FULL.slice(0, at) + put + FULL.slice(at + length));
    fc.assert(
      fc.property(damaged, (text) => expectAnswered(text, TABLE)),
      { numRuns: 800 },
    );
  });
});
