import fc, { type Arbitrary } from 'fast-check';
import { identify } from '../../src/domain/identity.js';
import type { Level } from '../../src/domain/level.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Qualification } from '../../src/domain/qualification.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement } from '../../src/domain/statement.js';
import type { Entry, UnitRow } from '../../src/domain/unit.js';
import { arbitraryStatement, type StatementShape } from './arbitrary-statement.js';

/** How large a random problem may be. */
export interface ProblemShape extends Partial<StatementShape> {
  readonly minEntries?: number;
  readonly maxEntries?: number;
  readonly minConditions?: number;
  readonly maxConditions?: number;
  /** How many of the rows, from 0 to 1, repeat a unit of another group; one in five without. */
  readonly repeats?: number;
}

const GROUPS = ['A', 'B', 'C', 'D'];
const PLACE = { file: 'random.csv', line: 1, column: 1 };

/** A small random qualification of every statement form, with units listed twice and units achieved. */
export function arbitraryProblem(shape: ProblemShape = {}): Arbitrary<Problem> {
  const { minEntries = 0, maxEntries = 9, minConditions = 0, maxConditions = 5, repeats = 0.2 } = shape;
  return fc
    .array(arbitraryRow(repeats), { minLength: minEntries, maxLength: maxEntries })
    .chain((rows) => {
      const named = nameRows(rows);
      const columns = ['cost'];
      const units = [...new Map(named.map((row) => [row.ref, { ref: row.ref, urn: row.urn }])).values()];
      const names = { groups: GROUPS, units, columns, parameters: [] };
      return fc.record({
        rows: fc.constant(named),
        rule: fc.array(arbitraryStatement(names, shape), { minLength: minConditions, maxLength: maxConditions }),
        achieved: fc.array(fc.boolean(), { minLength: named.length, maxLength: named.length }),
      });
    })
    .map(({ rows, rule, achieved }) => problemOf(rows, rule, achieved));
}

interface RandomRow {
  readonly group: string;
  readonly level: Level;
  readonly credit: number;
  readonly glh: number;
  readonly cost: number;
  /** Takes the reference of an earlier row of another group, where there is one. */
  readonly repeats: boolean;
  /** Which of the rows that it may take after. */
  readonly earlier: number;
}

function arbitraryRow(repeats: number): Arbitrary<RandomRow> {
  return fc.record({
    group: fc.constantFrom(...GROUPS),
    level: fc.constantFrom<Level>(-1, 1, 2, 3, 4),
    credit: fc.integer({ min: 0, max: 6 }),
    glh: fc.integer({ min: 0, max: 30 }),
    cost: fc.integer({ min: 0, max: 9 }),
    repeats: fc.integer({ min: 0, max: 99 }).map((draw) => draw < 100 * repeats),
    earlier: fc.nat(8),
  });
}

function nameRows(rows: readonly RandomRow[]): UnitRow[] {
  const named: UnitRow[] = [];
  for (const [index, row] of rows.entries()) {
    const taken = named.filter(({ group }) => group === row.group).map(({ ref }) => ref);
    const others = named.filter(({ group, ref }) => group !== row.group && !taken.includes(ref));
    const earlier = row.repeats ? others[row.earlier % others.length] : undefined;
    named.push({
      group: row.group,
      ref: earlier?.ref ?? `U ${index + 1}`,
      urn: null,
      title: `Unit ${index + 1}`,
      level: row.level,
      credit: row.credit,
      glh: row.glh,
      columns: new Map([['cost', String(row.cost)]]),
      place: { ...PLACE, line: index + 2 },
    });
  }
  return named;
}

/** A problem made of rows and conditions as they are, for tests that write their own. */
export function problemOf(
  rows: readonly UnitRow[],
  conditions: readonly Statement[],
  achieved: readonly boolean[] = rows.map(() => false),
): Problem {
  const identities = identify(rows);
  const entries = rows.map((row, index): Entry => ({ ...row, index, identity: identities.of(row.ref) }));
  const held = new Set(entries.filter(({ index }) => achieved[index]).map(({ identity }) => identity));
  const specification = specificationOf(rows, conditions);
  const qualification: Qualification = {
    specification,
    entries,
    rule: conditions,
    identities,
    valueOf: () => Number.NaN,
  };
  return { qualification, entries, conditions, achieved: entries.map(({ identity }) => held.has(identity)) };
}

function specificationOf(rows: readonly UnitRow[], rule: readonly Statement[]): Specification {
  return {
    id: 'random',
    title: 'Random qualification',
    awardingOrganisation: null,
    number: null,
    level: null,
    groups: new Map(GROUPS.map((group) => [group, `Group ${group}`])),
    rows,
    rule,
    parameters: new Map(),
    equivalentsAccepted: true,
    published: { minimumGlh: null, maximumGlh: null, minimumTqt: null, groupTotals: new Map() },
    sources: [],
    notes: [],
    columns: ['cost'],
    file: 'random.yaml',
  };
}
