import { atLeast, atMost } from '../domain/interval.js';
import type { Level } from '../domain/level.js';
import { pose } from '../domain/pose.js';
import type { Problem } from '../domain/problem.js';
import type { Specification } from '../domain/specification.js';
import type { Statement } from '../domain/statement.js';
import type { UnitRow } from '../domain/unit.js';
import { EVERY_UNIT, fromGroups, type UnitFilter } from '../domain/unit-filter.js';
import { randomNumbers } from '../delivery/random.js';

/** So many qualifications that draw on so many units. */
export interface ProviderMember {
  readonly qualifications: number;
  readonly units: number;
  readonly seed: number;
}

/** From a small provider to an awarding organisation's whole list. */
export const PROVIDERS: readonly Omit<ProviderMember, 'seed'>[] = [
  { qualifications: 3, units: 80 },
  { qualifications: 5, units: 100 },
  { qualifications: 10, units: 160 },
  { qualifications: 30, units: 400 },
  { qualifications: 100, units: 800 },
  { qualifications: 500, units: 3000 },
];

const UNITS_EACH = 36;
const MANDATORY = 4;
const PLACE = { file: 'provider.csv', line: 1, column: 1 };

type Unit = Pick<UnitRow, 'ref' | 'level' | 'credit' | 'glh'>;

/**
 * Made-up qualifications that share units: each has four mandatory units and three optional groups of units drawn from
 * all, a least credit in all and at level 3, a floor in B and a cap on D. The same member always gives the same problems.
 */
export function makeProvider({ qualifications, units, seed }: ProviderMember): readonly Problem[] {
  const random = randomNumbers(seed);
  const whole = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const all = Array.from({ length: units }, (_, index): Unit => {
    const credit = Math.min(whole(2, 9), whole(2, 9));
    return { ref: `U ${index + 1}`, level: whole(2, 4) as Level, credit, glh: credit * whole(3, 8) + whole(0, 4) };
  });
  return Array.from({ length: qualifications }, (_, at) => {
    const drawn = new Set<number>();
    while (drawn.size < UNITS_EACH) drawn.add(whole(0, units - 1));
    return problemOf(
      `q${at + 1}`,
      [...drawn].map((index) => all[index]).filter((unit) => unit !== undefined),
      whole(30, 50),
    );
  });
}

function problemOf(id: string, drawn: readonly Unit[], credits: number): Problem {
  const groupOf = (index: number): string =>
    index < MANDATORY ? 'A' : 'BCD'.charAt(Math.floor(((index - MANDATORY) * 3) / (UNITS_EACH - MANDATORY)));
  const rows = drawn.map((unit, index): UnitRow => ({
    ...unit,
    group: groupOf(index),
    urn: null,
    title: `Unit ${unit.ref}`,
    columns: new Map(),
    figures: new Map(),
    place: { ...PLACE, line: index + 2 },
  }));
  const amount = (filter: UnitFilter, interval: ReturnType<typeof atLeast<number>>): Statement => ({
    kind: 'amount',
    quantity: 'credits',
    filter,
    interval,
    source: PLACE,
  });
  const rule: Statement[] = [
    { kind: 'all-units', filter: fromGroups('A'), source: PLACE },
    amount(EVERY_UNIT, atLeast(credits)),
    amount({ ...EVERY_UNIT, level: atLeast(3) }, atLeast(Math.floor(0.4 * credits))),
    amount(fromGroups('B'), atLeast(8)),
    amount(fromGroups('D'), atMost(9)),
  ];
  const posed = pose(specificationOf(id, rows, rule));
  if (!posed.ok) throw new Error(posed.issues.map(({ message }) => message).join('\n'));
  return posed.value;
}

function specificationOf(id: string, rows: readonly UnitRow[], rule: readonly Statement[]): Specification {
  return {
    id,
    title: `Made-up qualification ${id}`,
    awardingOrganisation: null,
    number: null,
    level: null,
    groups: new Map(['A', 'B', 'C', 'D'].map((group) => [group, `Group ${group}`])),
    rows,
    rule,
    parameters: new Map(),
    equivalentsAccepted: true,
    published: { figures: new Map(), groupTotals: new Map(), groupRequired: new Map() },
    titles: new Map(),
    sources: [],
    notes: [],
    columns: [],
    file: `${id}.yaml`,
  };
}
