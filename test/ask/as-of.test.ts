import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/ask/input-error.js';
import { openText } from '../../src/ask/open-text.js';
import { openCohort } from '../../src/cohort/answers.js';
import { pose } from '../../src/domain/pose.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import { objectiveValues } from '../../src/domain/totals.js';
import type { Problem } from '../../src/domain/problem.js';
import { canBeStarted, EVERY_UNIT } from '../../src/domain/unit-filter.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import { bestByBruteForce } from '../support/agreement.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { DAYS } from '../support/arbitrary-statement.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans } from '../support/means.js';

const model = `
title: Certificate in Carpentry
valid-from: 2025-09-01
valid-to: 2027-08-31
units: units.csv
groups: { A: Core, B: Options }
rule:
  - all units from A
  - at least 9 credits
`;
const units = `group,ref,title,level,credit,glh,valid-from,valid-to
A,MX 1,Work safely,2,3,24,,
B,MX 2,Use hand tools,2,6,30,,2026-08-31
B,MX 3,Use power tools,2,6,36,2026-09-01,
`;
const session = openText({ model, units, today: '2026-11-28' });
const codes = (issues: readonly { readonly code: string }[]): string[] => issues.map(({ code }) => code);

describe('a question as of a day', () => {
  it('leaves out what cannot be started, and says by which condition', async () => {
    const { document } = await session.answers.pathway({ asOf: '2026-09-01' });
    expect(document).toMatchObject({ status: 'optimal', totals: { glh: 60 } });
    expect(document).toMatchObject({
      rule: [{}, {}, { statement: 'units that cannot be started on 2026-09-01 do not count', holds: true }],
    });
    expect(await session.pathway({ asOf: '2026-08-31' })).toMatchObject({ totals: { glh: 54 } });
  });

  it('counts what is held whatever its days', async () => {
    expect(await session.audit({ asOf: '2026-11-28', achieved: ['MX 1', 'MX 2'] })).toMatchObject({ complete: true });
    const { answer } = session.cohort({ asOf: '2026-11-28' });
    expect(await answer('L1', ['MX 2'])).toMatchObject({ complete: false, newUnits: ['MX 1'], newGlh: 24 });
    expect(await answer('L2', [])).toMatchObject({ newUnits: ['MX 1', 'MX 3'], newGlh: 60 });
  });

  it('is asked as of today where dates make a difference, and the answer says so', async () => {
    const { document, issues } = await session.answers.pathway();
    expect(document).toMatchObject({ totals: { glh: 60 } });
    expect(issues).toMatchObject([
      { code: 'as-of-today', severity: 'note', message: expect.stringContaining('2026-11-28') as string },
    ]);
    const undated = openText({
      model: model.replace(/valid.*\n/g, ''),
      units: units.replace(/,[\d-]*,[\d-]*$/gm, ',,'),
    });
    expect(codes((await undated.answers.pathway()).issues)).toEqual([]);
  });

  it('warns of a day on which the qualification cannot be started', async () => {
    expect(codes((await session.answers.range({ asOf: '2027-09-01' })).issues)).toEqual(['not-valid-then']);
    expect(codes((await session.answers.range({ asOf: '2027-08-31' })).issues)).toEqual([]);
  });

  it('is refused where the day is none', async () => {
    const refused = session.pathway({ asOf: '1/9/2026' });
    await expect(refused).rejects.toThrow("'1/9/2026' is no day; days are written as 2026-09-01; is 2026-09-01 meant?");
  });

  it('refuses days in the table that are none, each at its place', () => {
    const wrong = units.replace(',,2026-08-31', ',2027-01-01,2026-08-31').replace('2026-09-01,', 'September,');
    const read = (): unknown => openText({ model: model.replace('2027-08-31', '2024-08-31'), units: wrong });
    expect(read).toThrow(InputError);
    expect(read).toThrow(
      /The last day, 2024-08-31, is before the first[^]*The last day, 2026-08-31, is before[^]*'September' is no day/,
    );
  });
});

describe('units that cannot be started', () => {
  const drawn = fc.record({
    problem: arbitraryProblem({ maxEntries: 8, maxConditions: 3, depth: 1 }),
    day: fc.constantFrom(...DAYS),
  });
  const asOf = (problem: Problem, day: string): Problem => {
    const source = { option: 'as of' };
    const filter = { ...EVERY_UNIT, unstartable: day };
    return { ...problem, conditions: [...problem.conditions, { kind: 'not-counted', filter, source }] };
  };

  it('are in no pathway but those of learners who hold them', () => {
    let fewer = 0;
    fc.assert(
      fc.property(drawn, ({ problem, day }) => {
        const allowed = everyPathway(problem).filter((pathway) =>
          pathway.every((index) => {
            const entry = problem.entries[index];
            return problem.achieved[index] === true || (entry !== undefined && canBeStarted(entry, day));
          }),
        );
        expect(everyPathway(asOf(problem, day))).toEqual(allowed);
        if (allowed.length < everyPathway(problem).length) fewer += 1;
      }),
      { numRuns: 200 },
    );
    expect(fewer).toBeGreaterThan(20);
  });

  it('are priceless in a cohort: each answer is that of brute force', async () => {
    const means = diagramMeans();
    const methods = { forOne: means, forLargeRules: means, millisecondsALearner: 30_000 };
    await fc.assert(
      fc.asyncProperty(drawn, fc.infiniteStream(fc.boolean()), async ({ problem, day }, draws) => {
        const dated = asOf(problem, day);
        const cohort = openCohort(dated, { ...methods, forOne: { ...means, deadline: NO_DEADLINE } });
        for (const holds of [draws, fc.sample(fc.boolean(), problem.entries.length)]) {
          const marks = holds[Symbol.iterator]();
          const held = Uint8Array.from(problem.entries, () => (marks.next().value === true ? 1 : 0));
          const own = { ...dated, achieved: Array.from(held, (mark) => mark === 1) };
          const answer = await cohort(held);
          const best = bestByBruteForce(own, DEFAULT_OBJECTIVES);
          expect(answer.status).toBe(best === null ? 'infeasible' : 'optimal');
          if (!('counted' in answer)) continue;
          const selection = [...answer.counted.keys()].filter((index) => answer.counted[index] === 1);
          expect(evaluate(own, selection).holds).toBe(true);
          expect(objectiveValues(own, selection, DEFAULT_OBJECTIVES)).toEqual(best);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('cost a question nothing where all units can be', () => {
    const { specification } = session;
    const posed = pose(specification, { asOf: '2026-08-31' });
    expect(posed.ok && posed.value.conditions.length).toBe(3);
    const always = { from: null, to: null };
    const undated = { ...specification, rows: specification.rows.map((row) => ({ ...row, valid: always })) };
    const free = pose(undated, { asOf: '2026-08-31' });
    expect(free.ok && free.value.conditions.length).toBe(2);
  });
});
