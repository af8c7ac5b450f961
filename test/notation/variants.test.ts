import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { expand } from '../support/expand.js';

const NAMES: Names = {
  groups: ['P', 'Q', 'R'],
  units: ['HB 10', 'HB 20', 'HB 30'].map((ref) => ({ ref, urn: null })),
  columns: [],
  parameters: [],
};

const anyOf = (...templates: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...templates.flatMap(expand));

/** A wording, and what it is printed as. */
type Phrase = readonly [said: string, meant: string];

const either = (
  ...phrases: readonly (readonly [templates: readonly string[], meant: string])[]
): fc.Arbitrary<Phrase> =>
  fc.oneof(...phrases.map(([templates, meant]) => anyOf(...templates).map((said): Phrase => [said, meant])));

const NUMBERS = ['two', 'three', 'nine', 'twelve', 'twenty'] as const;
const VALUES = { two: 2, three: 3, nine: 9, twelve: 12, twenty: 20 };
const number = fc.tuple(fc.constantFrom(...NUMBERS), fc.nat(4)).map(([word, way]): Phrase => {
  const value = VALUES[word];
  return [
    [`${value}`, word, `${word} (${value})`, `${value} (${value})`, `${word}( ${value} )`][way] ?? word,
    `${value}`,
  ];
});

const atLeast = anyOf('at least', '[|a|the] [min|minimum|minimum total] [|of]', 'min.', '[no|not] [fewer|less] than');
const atMost = anyOf(
  'at [|the] most',
  '[|up to] [|a|the] [max|maximum|maximum total] [|of]',
  'max.',
  '[no|not] more than',
  'up to',
);
const bounded: fc.Arbitrary<Phrase> = fc
  .tuple(
    fc.oneof(
      atLeast.map((said): Phrase => [said, 'at least']),
      atMost.map((said): Phrase => [said, 'at most']),
      anyOf('exactly').map((said): Phrase => [said, 'exactly']),
    ),
    number,
  )
  .map(([[said, meant], [figure, value]]) => [`${said} ${figure}`, `${meant} ${value}`]);

const ranged: fc.Arbitrary<Phrase> = either([
  ['[|from |between ]3[ - |-|–| – |—| to ]9', 'between [3|three|three (3)] and [9|nine]'],
  'between 3 and 9',
]);

const credits = anyOf(
  'credits',
  'credit(s)',
  'credit values',
  'of the credits',
  'credits [in total|in all|overall|altogether|combined]',
);
const units = anyOf('units', 'unit(s)', '[mandatory|optional|core|compulsory|elective] units', 'of these units');
const TAKEN = '[achieved|taken|chosen|selected|gained|completed|counted|included|obtained|passed]';
const lead = anyOf('', TAKEN, `[must|should|to|can|may] be ${TAKEN}`, '[must|should|may] come', '[are|is|must be]');
const fromGroups = fc.tuple(
  lead,
  either(
    [
      ['[from|within|across|in] [|the] [|optional|core] [|group|groups] P [|optional units|(optional)|(core units)]'],
      'from P',
    ],
    [['from [|either|any of|either of] [|the] [|groups] P[ or | and | and/or |, or | & |, |/]Q'], 'from P or Q'],
    [['[from outside|outside|from outside of] [|the] [|group] P'], 'from outside P'],
    [['from [|groups] P, Q[, | or |, or ]R'], 'from P, Q or R'],
  ),
);
const level = either(
  [['at [level |L|levels ]3'], 'at level 3'],
  [
    [
      'at [level 3|L3] [or|and] [above|higher|over|upward|upwards]',
      'above level 2',
      'at [level 3|L3][ upwards|+]',
      'at or above level 3',
    ],
    'at level 3 or above',
  ],
  [['at [level 3|L3] [or|and] [below|lower|under]', 'below level 4', 'at or below level 3'], 'at level 3 or below'],
  [['at levels 2[ to |-|–| – |/| or | and |, ]3', 'at [levels 2|L2] to [L3|level 3]'], 'at levels 2 to 3'],
  [['at [level|levels|] entry [|level] 3'], 'at level Entry 3'],
  [['at the level of the [qualification|award|certificate|diploma] (3) or higher'], 'at level 3 or above'],
);
const exception = either([
  ['[except|other than|excluding|apart from|but not] [|unit |units ]HB 10'],
  'except unit HB 10',
]);

/** Puts blanks of other kinds where there is one, and capitals where there are small letters of the notation's words. */
const dressed = (said: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(' ', '  ', '\t', ' \u00A0', '\u2009 '), fc.boolean())
    .map(([blank, capitals]) => (capitals ? said.toUpperCase() : said).replaceAll(' ', blank));

const parse = (text: string) => parseStatement({ kind: 'line', text, source: { option: 'text' } }, NAMES);

const reading = (text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? printStatement(parsed.value) : parsed.issues.map(({ message }) => message).join('\n');
};

/** The first of so many wordings that is read as something else, with what it is read as; null where none is. */
function misread(phrases: fc.Arbitrary<Phrase>, numRuns: number): readonly string[] | null {
  const drawn = phrases.chain(([said, meant]) => dressed(said).map((text): Phrase => [text, meant]));
  const { counterexample } = fc.check(
    fc.property(drawn, ([text, meant]) => reading(text) === meant),
    { numRuns },
  );
  if (counterexample === null) return null;
  const [[text, meant]] = counterexample;
  return [text, meant, reading(text)];
}

const joined = (...parts: readonly string[]): string => parts.filter((it) => it !== '').join(' ');

describe('however a handbook words it', () => {
  it('an amount of credits is read', () => {
    expect(
      misread(
        fc
          .tuple(fc.oneof(bounded, ranged), credits)
          .map(([[said, meant], noun]) => [joined(said, noun), `${meant} credits`]),
        600,
      ),
    ).toBeNull();
  });

  it('an amount from groups is read', () => {
    expect(
      misread(
        fc
          .tuple(fc.oneof(bounded, ranged), units, fromGroups)
          .map(([[said, meant], noun, [how, [where, from]]]) => [
            joined(said, noun, how, where),
            `${meant} units ${from}`,
          ]),
        900,
      ),
    ).toBeNull();
  });

  it('an amount at a level is read', () => {
    expect(
      misread(
        fc
          .tuple(bounded, lead, level)
          .map(([[said, meant], how, [at, levels]]) => [
            joined(said, 'credits', how, at),
            `${meant} credits ${levels}`,
          ]),
        600,
      ),
    ).toBeNull();
  });

  it('units are left out of what is counted', () => {
    expect(
      misread(
        fc
          .tuple(bounded, exception)
          .map(([[said, meant], [but, except]]) => [
            `${said} credits from P ${but}`.replace(' ,', ','),
            `${meant} credits from P ${except}`,
          ]),
        300,
      ),
    ).toBeNull();
  });

  it('a share of the whole is read', () => {
    const half = '[|a|one] half';
    expect(
      misread(
        fc
          .tuple(
            either(
              [
                ['at least [50%|50 %|50 per cent|50 percent]', `at least ${half}`, `a minimum of ${half}`],
                'at least 50%',
              ],
              [['[|a|the] majority', `more than ${half}`, 'more than 50%'], 'more than 50%'],
              [['at most 50%', `[no|not] more than ${half}`], 'at most 50%'],
              [['[between 20 and 40%|between 20% and 40%|20-40%|20% - 40%|20 to 40%]'], 'between 20% and 40%'],
            ),
            anyOf('of [|the] credits [|must be|are|must come|must be taken|come] from P'),
          )
          .map(([[said, meant], rest]) => [joined(said, rest), `${meant} of credits are from P`]),
        600,
      ),
    ).toBeNull();
  });

  it('what units ask of each other is read', () => {
    const both = '[HB 10 and HB 20|Units HB 10 and HB 20|HB 10, HB 20]';
    const cannot = "[cannot|can not|can't|may not|must not]";
    const [taken, only] = ['[taken|chosen|selected|counted]', '[can|may|must] only be'];
    expect(
      misread(
        either(
          [
            [`${both} [must|have to] be [taken|chosen|selected|combined|completed] together`],
            'all or none of units HB 10, HB 20',
          ],
          [
            [
              `${both} ${cannot} be [taken|chosen|selected|combined|counted] together`,
              `${both} are mutually exclusive`,
              `${both} are [|a] barred [|combination|combinations|unit|units]`,
              `${both} form a barred combination`,
              `[|Unit ]HB 10 ${cannot} be ${taken} [together with|alongside|with|as well as] [|unit ]HB 20`,
            ],
            'at most one of units HB 10, HB 20',
          ],
          [
            [
              `[|Unit ]HB 10 ${only} ${taken} [together with|in combination with|with|alongside] [|unit ]HB 20`,
              `HB 10 ${only} ${taken} by [learners|candidates|students] [who|that] [|also] [take|are taking|have taken|complete|have completed|hold] HB 20`,
              `HB 10 ${only} ${taken} if HB 20 [is|has been] [|also] [taken|chosen|selected|counted|completed]`,
              'HB 10 [need|needs|require|requires] [|unit ]HB 20',
            ],
            'unit HB 10 needs unit HB 20',
          ],
        ),
        900,
      ),
    ).toBeNull();
  });

  it('every unit of a group is read, behind any beginning', () => {
    const purpose = '[|to achieve this qualification, |to be awarded the level 3 diploma in retail, ]';
    const who = '[|the learner|a candidate|all students|learners|candidates|you]';
    const must = 'must [achieve|complete|take|select|choose|gain|obtain|include|pass]';
    expect(
      misread(
        fc
          .tuple(
            anyOf('', `${purpose}${who} ${must}`),
            anyOf(
              '[all|every] [|of] [|the] [|mandatory|core] [unit|units] [from|in|within] [|group ]P',
              'all [|of] [|the] group P',
            ),
            anyOf('', '[must|have to|has to] be [achieved|taken|completed|passed]'),
          )
          .map(([who_, every, done]) => [joined(who_, every, done), 'all units from P']),
        600,
      ),
    ).toBeNull();
  });

  it('units that do not count are read', () => {
    expect(
      misread(
        either([
          [
            'units from P do not count [|towards the total|towards this qualification|towards award|towards the certificate]',
            "units [in|within] P [don't count|don’t count|are not counted] [|toward the total]",
          ],
          'units from P do not count',
        ]),
        200,
      ),
    ).toBeNull();
  });
});
