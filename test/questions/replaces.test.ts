import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockAnswerer } from '../../src/cohort/block.js';
import { aimAt } from '../../src/cohort/desks.js';
import { identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Qualification } from '../../src/domain/qualification.js';
import { WHOLE_SCALES } from '../../src/domain/scale.js';
import { everyWay, waysOf, withWays } from '../../src/domain/using-held.js';
import { auditLearner } from '../../src/questions/audit.js';
import { findPathway } from '../../src/questions/pathway.js';
import { bestByBruteForce } from '../support/agreement.js';
import { problemOf } from '../support/arbitrary-problem.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { everyUse } from '../support/replaced.js';
import { rowsOf, statementFor, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'X', 3, 5, 20],
  ['A', 'Y', 3, 5, 30],
  ['B', 'Z', 2, 4, 10],
  ['B', 'W', 2, 4, 12],
];
const RULES = ['all units from A', 'at least 10 credits', 'at least 2 units from B', 'at most 14 credits'];
const place = { file: 'equivalences.csv', line: 2, column: 1 };
const row = (unit: string, other: string, kind: Equivalence['kind'] = 'replaces'): Equivalence => {
  return { unit, other, kind, basis: 'test', place };
};

function qualificationOf(rule: readonly string[], equivalences: readonly Equivalence[]): Qualification {
  const statements = rule.map((text) => statementFor(UNITS, text));
  const { qualification } = problemOf(rowsOf(UNITS), statements);
  const identities = identify(rowsOf(UNITS), equivalences);
  const entries = qualification.entries.map((entry) => ({ ...entry, identity: identityOf(identities, entry.ref) }));
  return { ...qualification, entries, identities };
}

function posed(qualification: Qualification, achieved: readonly string[]): Problem {
  const { entries, rule } = qualification;
  const problem = { qualification, entries, conditions: rule, achieved: [], scales: WHOLE_SCALES };
  return withWays(problem, waysOf(qualification, achieved).ways);
}

const NAMES = ['X', 'Y', 'Z', 'W', 'OLD1', 'OLD2', 'MID'];
const equivalence = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...NAMES), fc.constantFrom('replaces', 'replaces', 'equivalent'))
  .map(([unit, other, kind]) => row(unit, other, kind as Equivalence['kind']));
const drawn = fc.record({
  rule: fc.subarray(RULES),
  rows: fc
    .array(equivalence, { minLength: 1, maxLength: 5 })
    .map((rows) => rows.filter(({ unit, other }) => unit !== other)),
  held: fc.subarray(NAMES, { maxLength: 5 }),
});

async function cohortHours(qualification: Qualification, held: readonly string[]): Promise<number | null> {
  const means = diagramMeans();
  const methods = { forOne: means, forLargeRules: means, millisecondsALearner: 10_000 };
  const answer = createBlockAnswerer(aimAt(posed(qualification, [])), methods);
  const bytes = new TextEncoder().encode(`${JSON.stringify({ learner: 'L', achieved: held })}\n`);
  const answers = await answer({ bytes, form: { format: 'ndjson' }, after: null }, () => false);
  return (JSON.parse(new TextDecoder().decode(answers.bytes)) as { newGlh: number | null }).newGlh;
}

describe('a unit that was replaced', () => {
  it('is used in every way that covers more than part of another', () => {
    let several = 0;
    fc.assert(
      fc.property(drawn, ({ rows, held }) => {
        const qualification = qualificationOf([], rows);
        const { ways, complete } = waysOf(qualification, held);
        expect(complete).toBe(true);
        const told = ways.map((way) => [...way].sort().join());
        const uses = everyUse(qualification, rows, held).map((way) => [...way].sort().join());
        expect(told.sort()).toEqual(uses.sort());
        several += ways.length > 1 ? 1 : 0;
      }),
      { numRuns: 2000 },
    );
    expect(several).toBeGreaterThan(100);
  });

  it('is used in the best of all ways, by solve, audit and cohort', async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async ({ rule, rows, held }) => {
        const qualification = qualificationOf(rule, rows);
        const problem = posed(qualification, held);
        const values = everyUse(qualification, rows, held).flatMap((covered) => {
          const achieved = qualification.entries.map(({ identity }) => covered.has(identity));
          const best = bestByBruteForce({ ...problem, achieved }, DEFAULT_OBJECTIVES);
          return best === null ? [] : [best];
        });
        const [best = null] = values.toSorted(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d);
        for (const means of [diagramMeans(), programMeans()]) {
          const answer = await findPathway(problem, DEFAULT_OBJECTIVES, means);
          expect('objectives' in answer ? answer.objectives.map(({ value }) => value) : null).toEqual(best);
        }
        const audit = await auditLearner(problem, held, diagramMeans());
        expect(audit.complete).toBe(best?.[1] === 0);
        expect(audit.uncounted.every(({ why }) => why.length > 0)).toBe(true);
        expect(await cohortHours(qualification, held)).toBe(best?.[0] ?? null);
      }),
      { numRuns: 200 },
    );
  });
});

describe('an audit of units that were replaced', () => {
  const audit = async (rows: readonly Equivalence[], held: readonly string[], rule = ['all units from A']) => {
    const { complete, counted, uncounted } = await auditLearner(
      posed(qualificationOf(rule, rows), held),
      held,
      diagramMeans(),
    );
    return { complete, counted: counted.map(({ ref }) => ref), uncounted };
  };

  it('counts both parts of a split for the one that is held', async () => {
    expect(await audit([row('OLD 1', 'X'), row('OLD 1', 'Y')], ['old1'])).toEqual({
      complete: true,
      counted: ['X', 'Y'],
      uncounted: [],
    });
  });

  it('counts a merged unit for all that it was made of, and says what is missing', async () => {
    const rows = [row('OLD1', 'X'), row('OLD2', 'X')];
    expect(await audit(rows, ['OLD1', 'OLD2', 'Y'])).toMatchObject({ complete: true, counted: ['X', 'Y'] });
    expect(await audit(rows, ['OLD1', 'Y'])).toEqual({
      complete: false,
      counted: ['Y'],
      uncounted: [{ ref: 'OLD1', why: 'stands for X only together with OLD2, which is not held' }],
    });
  });

  it('says why what an old unit stands for does not count', async () => {
    const capped = ['all units from A', 'at most 10 credits'];
    expect(await audit([row('OLD1', 'Z')], ['X', 'Y', 'OLD1'], capped)).toMatchObject({
      complete: true,
      uncounted: [{ ref: 'OLD1', why: "over the cap 'at most 10 credits'" }],
    });
  });

  it('looks at every way of an old unit that is listed beside the new ones', () => {
    const qualification = qualificationOf([], [row('Z', 'X'), row('Z', 'Y')]);
    const ways = everyWay(posed(qualification, ['Z'])).map(({ achieved }) => achieved.map(Number).join(''));
    expect(ways).toEqual(['0010', '1100']);
  });

  it('does not take it where a qualification accepts no equivalents', () => {
    const accepting = qualificationOf([], [row('OLD1', 'X')]);
    const qualification = { ...accepting, specification: { ...accepting.specification, equivalentsAccepted: false } };
    expect(waysOf(accepting, ['OLD1']).ways.map((way) => [...way])).toEqual([['X']]);
    expect(waysOf(qualification, ['OLD1']).ways.map((way) => [...way])).toEqual([[]]);
  });
});
