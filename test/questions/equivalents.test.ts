import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockAnswerer } from '../../src/cohort/block.js';
import { aimAt } from '../../src/cohort/desks.js';
import { equivalentsOf, identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import { everyWay, waysOf, withWays } from '../../src/domain/using-held.js';
import type { Qualification } from '../../src/domain/qualification.js';
import { WHOLE_SCALES } from '../../src/domain/scale.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { auditLearner } from '../../src/questions/audit.js';
import { findAlternatives } from '../../src/questions/alternatives.js';
import { findPathway } from '../../src/questions/pathway.js';
import { findUnitPrices } from '../../src/questions/unit-prices.js';
import { bestByBruteForce } from '../support/agreement.js';
import { problemOf } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { rowsOf, statementFor, type BriefUnit } from '../support/small-qualification.js';
import { unitsIn } from '../support/units.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'X', 3, 5, 20],
  ['A', 'Y', 3, 5, 30],
  ['B', 'Z', 2, 4, 10],
  ['B', 'W', 2, 4, 12],
  ['B', 'X', 3, 5, 20],
];

const RULES = [
  'all units from A',
  'at least 10 credits',
  'at least 2 units from B',
  'at most 14 credits',
  'at most one of units Z, W',
  'at most 5 credits are achieved already',
];

const place = { file: 'equivalences.csv', line: 2, column: 1 };
const row = (unit: string, other: string, kind: Equivalence['kind'] = 'equivalent'): Equivalence => ({
  unit,
  other,
  kind,
  basis: 'test',
  place,
});

function qualificationOf(rule: readonly string[], equivalences: readonly Equivalence[]): Qualification {
  const { qualification } = problemOf(
    rowsOf(UNITS),
    rule.map((text) => statementFor(UNITS, text)),
  );
  const identities = identify(rowsOf(UNITS), equivalences);
  const entries = qualification.entries.map((entry) => ({ ...entry, identity: identityOf(identities, entry.ref) }));
  return { ...qualification, entries, identities };
}

function posed(qualification: Qualification, achieved: readonly string[]): Problem {
  const { entries, rule } = qualification;
  const problem = { qualification, entries, conditions: rule, achieved: [], scales: WHOLE_SCALES };
  return withWays(problem, waysOf(qualification, achieved).ways);
}

const HELD = ['X', 'Y', 'Z', 'W', 'EXT', 'OLD', 'FAR'];
const drawn = fc.record({
  rule: fc.subarray(RULES),
  rows: fc.array(
    fc.tuple(fc.constantFrom(...HELD), fc.constantFrom(...HELD)).map(([unit, other]) => row(unit, other)),
    { minLength: 2, maxLength: 6 },
  ),
  held: fc.subarray(HELD),
});

/** Every way of giving each held unit one piece of learning or none, by trying them all; only those that give the most. */
function waysByBruteForce({ entries, identities }: Qualification, held: readonly string[]): readonly boolean[][] {
  const pieces = [...new Set(entries.map(({ identity }) => identity))];
  const mayCover = (ref: string): string[] =>
    pieces.filter((piece) => piece === identityOf(identities, ref) || equivalentsOf(identities, ref).has(piece));
  const give = ([first, ...others]: readonly string[]): string[][] => {
    if (first === undefined) return [[]];
    return give(others).flatMap((rest) => [
      rest,
      ...mayCover(first)
        .filter((piece) => !rest.includes(piece))
        .map((piece) => [...rest, piece]),
    ]);
  };
  const all = give(held);
  const most = Math.max(...all.map(({ length }) => length));
  return all
    .filter(({ length }) => length === most)
    .map((covered) => entries.map(({ identity }) => covered.includes(identity)));
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const [mine, other] = [a, b].map(([hours = 0, units = 0]) => hours * 1000 + units);
  return (mine ?? 0) < (other ?? 0);
}

describe('what is held', () => {
  it('is used in the best of all ways, by solve, audit and cohort', async () => {
    let several = 0;
    await fc.assert(
      fc.asyncProperty(drawn, async ({ rule, rows, held }) => {
        const qualification = qualificationOf(rule, rows);
        const problem = posed(qualification, held);
        const bests = waysByBruteForce(qualification, held).map((achieved) =>
          bestByBruteForce({ ...problem, achieved }, DEFAULT_OBJECTIVES),
        );
        const found = bests.filter((it) => it !== null);
        const expected = found.reduce<readonly number[] | null>((a, b) => (a === null || isLess(b, a) ? b : a), null);
        for (const means of [diagramMeans(), programMeans()]) {
          const answer = await findPathway(problem, DEFAULT_OBJECTIVES, means);
          expect('objectives' in answer ? answer.objectives.map(({ value }) => value) : null).toEqual(expected);
        }
        const audit = await auditLearner(problem, held, diagramMeans());
        expect(audit.complete).toBe(expected?.[1] === 0);
        const uncounted = audit.uncounted.map(({ ref }) => ref);
        expect(audit.counted.length + uncounted.length).toBe(held.length);
        expect(await cohortHours(qualification, held)).toBe(expected?.[0] ?? null);
        several += everyWay(problem).length > 1 ? 1 : 0;
      }),
      { numRuns: 300 },
    );
    expect(several).toBeGreaterThan(40);
  });

  it('makes the same problems every time, of which a diagram is built once', () => {
    const one = posed(qualificationOf(RULES, []), ['X']);
    expect(everyWay(one)).toEqual([one]);
    expect(everyWay(one)[0]).toBe(one);
    const two = posed(qualificationOf(RULES, [row('EXT', 'X'), row('EXT', 'Y')]), ['EXT']);
    expect(everyWay(two).map(({ achieved }) => achieved.map(Number).join(''))).toEqual(['10001', '01000']);
    expect(everyWay(two).every((way, at) => way === everyWay(two)[at])).toBe(true);
  });

  it('is used in every way by alternatives and prices', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ rule, rows, held }) => {
        const qualification = qualificationOf(rule, rows);
        const problem = posed(qualification, held);
        const pathways = waysByBruteForce(qualification, held).flatMap((achieved) => {
          const own = { ...problem, achieved };
          return everyPathway(own).map((it) => ({
            units: unitsIn(own, it),
            values: objectiveValues(own, it, DEFAULT_OBJECTIVES),
          }));
        });
        const sorted = pathways.toSorted((a, b) => (isLess(a.values, b.values) ? -1 : 1));
        const distinct = [...new Map(sorted.toReversed().map((it) => [it.units, it.values])).values()];
        const values = distinct.toSorted((a, b) => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0));
        for (const means of [diagramMeans(), programMeans()]) {
          const answer = await findAlternatives(problem, DEFAULT_OBJECTIVES, { count: 50, within: null }, means);
          const listed = answer.status === 'answered' ? answer.alternatives : [];
          expect(listed.map(({ objectives }) => objectives.map(({ value }) => value))).toEqual(values);
          const prices = await findUnitPrices(problem, DEFAULT_OBJECTIVES, means);
          for (const price of prices.status === 'answered' ? prices.units : []) {
            const own = sorted.find(({ units }) => units.includes(JSON.stringify(price.unit.identity)));
            const other = sorted.find(({ units }) => !units.includes(JSON.stringify(price.unit.identity)));
            expect([price.with, price.without]).toEqual([own?.values ?? null, other?.values ?? null]);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('covers what the learner does not hold, where it may stand for that too', async () => {
    const qualification = qualificationOf(['all units from A'], [row('EXT', 'X'), row('EXT', 'Y')]);
    const answer = await findPathway(posed(qualification, ['EXT', 'X']), DEFAULT_OBJECTIVES, diagramMeans());
    expect(answer).toMatchObject({ status: 'optimal', objectives: [{ value: 0 }, { value: 0 }] });
    const held = await findPathway(posed(qualification, ['EXT']), DEFAULT_OBJECTIVES, diagramMeans());
    expect(held).toMatchObject({ objectives: [{ value: 20 }, { value: 1 }] });
  });
});

/** The new hours that a cohort says of the learner. */
async function cohortHours(qualification: Qualification, held: readonly string[]): Promise<number | null> {
  const means = diagramMeans();
  const answer = createBlockAnswerer(aimAt(posed(qualification, [])), {
    forOne: means,
    forLargeRules: means,
    millisecondsALearner: 10_000,
  });
  const bytes = new TextEncoder().encode(`${JSON.stringify({ learner: 'L', achieved: held })}\n`);
  const answers = await answer({ bytes, form: { format: 'ndjson' }, after: null }, () => false);
  return (JSON.parse(new TextDecoder().decode(answers.bytes)) as { newGlh: number | null }).newGlh;
}

describe('an audit of equivalents', () => {
  const why = async (rule: readonly string[], rows: readonly Equivalence[], held: readonly string[]) => {
    const audit = await auditLearner(posed(qualificationOf(rule, rows), held), held, diagramMeans());
    return { audit, uncounted: Object.fromEntries(audit.uncounted.map((it) => [it.ref, it.why])) };
  };

  it('names one that stands idle because the unit is held itself', async () => {
    const { uncounted } = await why(['all units from A'], [row('EXT', 'X')], ['X', 'EXT']);
    expect(uncounted).toEqual({ EXT: 'accepted only in place of X, which is held itself' });
    const two = await why(['all units from A'], [row('EXT', 'X'), row('OLD', 'X')], ['EXT', 'OLD']);
    expect(two.uncounted).toEqual({ OLD: 'accepted only in place of X, for which EXT counts' });
    const all = await why(['all units from A'], [row('EXT', 'X'), row('EXT', 'Y')], ['EXT', 'X', 'Y']);
    expect(all.uncounted).toEqual({
      EXT: 'accepted only in place of X, which is held itself, and of Y, which is held itself',
    });
  });

  it('counts one where no pathway exists', async () => {
    const rule = ['all units from A', 'at least 99 credits'];
    const { audit, uncounted } = await why(rule, [row('EXT', 'X')], ['EXT', 'Q 9']);
    expect(audit.completion.status).toBe('infeasible');
    expect(audit.rule[0]).toMatchObject({ value: 1, missing: 1 });
    expect(audit.counted.map(({ ref }) => ref)).toEqual(['X']);
    expect(uncounted).toEqual({ 'Q 9': 'not in this qualification' });
  });

  it('does not blame a unit for a condition that is broken without it', async () => {
    const rule = ['at least 99 credits', 'at most one of units Z, W'];
    const { uncounted } = await why(rule, [], ['Z', 'W', 'X']);
    expect(Object.values(uncounted).filter((it) => it.includes('99'))).toEqual([]);
  });
});
