import fc, { type Arbitrary } from 'fast-check';
import type { Validity } from '../../src/domain/date.js';
import { identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import type { Level } from '../../src/domain/level.js';
import type { Problem } from '../../src/domain/problem.js';
import { scalesOf, thresholdsIn } from '../../src/domain/scale.js';
import type { Qualification } from '../../src/domain/qualification.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement } from '../../src/domain/statement.js';
import type { Entry, UnitRow } from '../../src/domain/unit.js';
import { arbitraryVocabulary, plainVocabulary, type Vocabulary } from './arbitrary-vocabulary.js';
import { arbitraryStatement, type StatementShape } from './arbitrary-statement.js';

/** How large a random problem may be. */
export interface ProblemShape extends Partial<StatementShape> {
  readonly minEntries?: number;
  readonly maxEntries?: number;
  readonly minConditions?: number;
  readonly maxConditions?: number;
  /** Names out of the words of the notation, and more units listed twice. */
  readonly oddNames?: boolean;
  /** How many of the rows, from 0 to 1, repeat a unit of another group; one in five without, one in two with odd names. */
  readonly repeats?: number;
  /** How many of the rows, from 0 to 1, are an earlier unit under a reference of their own; one in ten without. */
  readonly same?: number;
}

const PLACE = { file: 'random.csv', line: 1, column: 1 };

/** A small random qualification of every statement form, with units listed twice and units achieved. */
export function arbitraryProblem(shape: ProblemShape = {}): Arbitrary<Problem> {
  const { maxEntries = 9, oddNames = false } = shape;
  const vocabulary = oddNames ? arbitraryVocabulary(maxEntries) : fc.constant(plainVocabulary(maxEntries));
  return vocabulary.chain((words) => problemWith(words, { ...shape, maxEntries }));
}

function problemWith(words: Vocabulary, shape: ProblemShape & { readonly maxEntries: number }): Arbitrary<Problem> {
  const { minEntries = 0, maxEntries, minConditions = 0, maxConditions = 5, oddNames = false } = shape;
  const { repeats = oddNames ? 0.5 : 0.2, same = 0.1 } = shape;
  return fc
    .array(arbitraryRow(repeats, same), { minLength: minEntries, maxLength: maxEntries })
    .chain((rows) => {
      const named = nameRows(rows, words);
      const units = [...new Map(named.map((row) => [row.ref, { ref: row.ref, urn: row.urn }])).values()];
      const names = { groups: words.groups, units, columns: words.counted, parameters: [] };
      const statement = arbitraryStatement(names, { ...shape, keys: words.keys });
      return fc.record({
        rows: fc.constant(named),
        rule: fc.array(statement, { minLength: minConditions, maxLength: maxConditions }),
        achieved: fc.array(fc.boolean(), { minLength: named.length, maxLength: named.length }),
        same: fc.constant(sameRows(rows, named)),
      });
    })
    .map(({ rows, rule, achieved, same }) => problemOf(rows, rule, achieved, words, same));
}

/** Rows of the equivalences table for units that are the same as an earlier one under another reference. */
function sameRows(rows: readonly RandomRow[], named: readonly UnitRow[]): Equivalence[] {
  return rows.flatMap(({ isSame, earlier }, index): Equivalence[] => {
    if (!isSame || index === 0) return [];
    const [unit, other] = [nth(named, index).ref, nth(named, earlier % index).ref];
    return unit === other ? [] : [{ unit, other, kind: 'same', basis: 'drawn', place: PLACE }];
  });
}

interface RandomRow {
  readonly group: number;
  readonly level: Level;
  readonly credit: number;
  readonly glh: number;
  readonly cost: number;
  /** Empty for a unit without one. */
  readonly subject: string;
  readonly title: string | null;
  readonly valid: Validity | null;
  /** Takes the reference of an earlier row of another group, where there is one. */
  readonly repeats: boolean;
  /** Which of the rows that it may take after. */
  readonly earlier: number;
  /** Is the same unit as an earlier row, under a reference of its own, where there is one. */
  readonly isSame: boolean;
}

/** Some units end before or begin after one of the days that statements ask for. */
const VALIDITIES: readonly Validity[] = [
  { from: null, to: '2026-08-31' },
  { from: '2026-09-01', to: null },
  { from: '2026-01-01', to: '2026-12-31' },
];

function arbitraryRow(repeats: number, same: number): Arbitrary<RandomRow> {
  return fc.record({
    group: fc.nat(3),
    level: fc.constantFrom<Level>(-1, 1, 2, 3, 4),
    credit: fc.integer({ min: 0, max: 6 }),
    glh: fc.integer({ min: 0, max: 30 }),
    cost: fc.integer({ min: 0, max: 9 }),
    subject: fc.constantFrom('', 'Art', 'Law'),
    title: fc.constantFrom(null, null, 'Safety', 'Care'),
    valid: fc.constantFrom(null, null, null, ...VALIDITIES),
    repeats: fc.integer({ min: 0, max: 99 }).map((draw) => draw < 100 * repeats),
    earlier: fc.nat(8),
    isSame: fc.integer({ min: 0, max: 99 }).map((draw) => draw < 100 * same),
  });
}

function nameRows(rows: readonly RandomRow[], words: Vocabulary): UnitRow[] {
  const named: UnitRow[] = [];
  for (const [index, row] of rows.entries()) {
    const group = nth(words.groups, row.group % words.groups.length);
    const taken = named.filter((other) => other.group === group).map(({ ref }) => ref);
    const others = named.filter((other) => other.group !== group && !taken.includes(other.ref));
    const earlier = row.repeats ? others[row.earlier % others.length] : undefined;
    named.push({
      group,
      ref: earlier?.ref ?? nth(words.references, index),
      urn: null,
      title: row.title ?? `Unit ${index + 1}`,
      level: row.level,
      credit: row.credit,
      glh: row.glh,
      columns: new Map([
        ...words.counted.map((column): [string, string] => [column, String(row.cost)]),
        ...words.keys.map((column): [string, string] => [column, row.subject]),
      ]),
      figures: new Map(words.counted.map((column) => [column, row.cost])),
      ...(row.valid === null ? {} : { valid: row.valid }),
      place: { ...PLACE, line: index + 2 },
    });
  }
  return named;
}

function nth<T>(names: readonly T[], index: number): T {
  const name = names[index];
  if (name === undefined) throw new RangeError(`there is no name ${index}`);
  return name;
}

/** A problem made of rows and conditions as they are, for tests that write their own. */
export function problemOf(
  rows: readonly UnitRow[],
  conditions: readonly Statement[],
  achieved: readonly boolean[] = rows.map(() => false),
  words: Vocabulary = plainVocabulary(0),
  equivalences: readonly Equivalence[] = [],
): Problem {
  const identities = identify(rows, equivalences);
  const entries = rows.map((row, index): Entry => ({ ...row, index, identity: identityOf(identities, row.ref) }));
  const held = new Set(entries.filter(({ index }) => achieved[index]).map(({ identity }) => identity));
  const specification = specificationOf(rows, conditions, words);
  const scales = scalesOf(entries, thresholdsIn(conditions, new Map()));
  const qualification: Qualification = {
    specification,
    entries,
    rule: conditions,
    identities,
  };
  return { qualification, entries, conditions, achieved: entries.map(({ identity }) => held.has(identity)), scales };
}

function specificationOf(
  rows: readonly UnitRow[],
  rule: readonly Statement[],
  { groups, counted, keys }: Vocabulary,
): Specification {
  return {
    id: 'random',
    title: 'Random qualification',
    awardingOrganisation: null,
    number: null,
    level: null,
    groups: new Map(groups.map((group) => [group, `Group ${group}`])),
    rows,
    rule,
    parameters: new Map(),
    titles: new Map(),
    equivalentsAccepted: true,
    published: { figures: new Map(), groupTotals: new Map(), groupRequired: new Map() },
    sources: [],
    notes: [],
    columns: [...counted, ...keys],
    file: 'random.yaml',
  };
}
