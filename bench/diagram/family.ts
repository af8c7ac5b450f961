import { atLeast, atMost, between } from '../../src/domain/interval.js';
import type { Level } from '../../src/domain/level.js';
import { pose } from '../../src/domain/pose.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Result } from '../../src/domain/result.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement } from '../../src/domain/statement.js';
import type { UnitRow } from '../../src/domain/unit.js';
import { EVERY_UNIT, fromGroups } from '../../src/domain/unit-filter.js';

/** What a made-up qualification looks like. */
export interface FamilyMember {
  readonly units: number;
  readonly groups: number;
  /** The least credit of the whole qualification. */
  readonly credits: number;
  readonly seed: number;
}

/** The family from the size of a real handbook's qualification up to one far beyond. */
export const FAMILY: readonly FamilyMember[] = [
  { units: 45, groups: 3, credits: 55, seed: 1 },
  { units: 75, groups: 4, credits: 70, seed: 2 },
  { units: 100, groups: 5, credits: 80, seed: 3 },
  { units: 150, groups: 6, credits: 100, seed: 4 },
  { units: 220, groups: 7, credits: 120, seed: 5 },
  { units: 300, groups: 8, credits: 150, seed: 6 },
];

const MANDATORY_UNITS = 5;
const PLACE = { file: 'family.csv', line: 1, column: 1 };

/**
 * A made-up qualification: group A is mandatory; the other groups take turns in having a floor of credits, a cap on
 * credits, and a number of units between two bounds; 70% of the least credit is at level 3 or above. The same member
 * always gives the same problem.
 */
export function makeProblem(member: FamilyMember): Problem {
  const names = Array.from({ length: member.groups }, (_, group) => String.fromCharCode('A'.charCodeAt(0) + group));
  const specification = specificationOf(names, makeRows(member, names), makeRule(member, names));
  return valueOf(pose(specification));
}

/** A repeatable source of numbers from 0 up to, not including, 1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function makeRows({ units, seed }: FamilyMember, names: readonly string[]): UnitRow[] {
  const random = randomNumbers(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const optional = names.slice(1);
  return Array.from({ length: units }, (_, index): UnitRow => {
    const mandatory = index < MANDATORY_UNITS;
    const credit = mandatory ? whole(3, 5) : Math.min(whole(2, 9), whole(2, 9));
    const place = Math.floor(((index - MANDATORY_UNITS) * optional.length) / (units - MANDATORY_UNITS));
    return {
      group: mandatory ? 'A' : (optional[place] ?? 'A'),
      ref: `U ${index + 1}`,
      urn: null,
      title: `Unit ${index + 1}`,
      level: mandatory ? 3 : (whole(2, 4) as Level),
      credit,
      glh: credit * whole(3, 8) + whole(0, 4),
      columns: new Map(),
      figures: new Map(),
      place: { ...PLACE, line: index + 2 },
    };
  });
}

function makeRule({ groups, credits }: FamilyMember, names: readonly string[]): Statement[] {
  const each = Math.floor(credits / groups);
  const counted = (
    filter: typeof EVERY_UNIT,
    quantity: 'credits' | 'units',
  ): Pick<AmountOf, 'filter' | 'quantity'> => ({
    filter,
    quantity,
  });
  const source = PLACE;
  const optional = names.slice(1).map((name, at): Statement => {
    const filter = fromGroups(name);
    const turn = at % 3;
    if (turn === 0) return { kind: 'amount', ...counted(filter, 'credits'), interval: atLeast(each), source };
    if (turn === 1) return { kind: 'amount', ...counted(filter, 'credits'), interval: atMost(each), source };
    return { kind: 'amount', ...counted(filter, 'units'), interval: between(2, 6), source };
  });
  const level = { ...EVERY_UNIT, level: atLeast(3) };
  return [
    { kind: 'all-units', filter: fromGroups('A'), source },
    { kind: 'amount', ...counted(EVERY_UNIT, 'credits'), interval: atLeast(credits), source },
    ...optional,
    { kind: 'amount', ...counted(level, 'credits'), interval: atLeast(Math.floor(0.7 * credits)), source },
  ];
}

type AmountOf = Extract<Statement, { kind: 'amount' }>;

function specificationOf(
  names: readonly string[],
  rows: readonly UnitRow[],
  rule: readonly Statement[],
): Specification {
  return {
    id: 'family',
    title: 'Made-up qualification',
    awardingOrganisation: null,
    number: null,
    level: null,
    groups: new Map(names.map((name) => [name, `Group ${name}`])),
    rows,
    rule,
    parameters: new Map(),
    titles: new Map(),
    equivalentsAccepted: true,
    published: { figures: new Map(), groupTotals: new Map(), groupRequired: new Map() },
    sources: [],
    notes: [],
    columns: [],
    file: 'family.yaml',
  };
}

function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.issues.map(({ message }) => message).join('\n'));
}
