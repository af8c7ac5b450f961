import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Objective } from '../../src/domain/measure.js';
import { measureSelection } from '../../src/domain/totals.js';
import { placeUnits } from '../../src/evaluate/place.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { BACKEND_NAMES } from '../../src/solvers/solver-name.js';
import { compareReadings } from '../long-run/readings.js';
import { everyPathway } from '../support/brute-force.js';
import { readFixture } from './read-fixture.js';

/** Every form of statement, in the order in which published handbooks use them, with a model taken from its use. */
const FORMS: readonly (readonly [form: string, model: string])[] = [
  ['take all', 'take-all'],
  ['a floor and a cap on the total', 'total'],
  ['a floor and a cap on a group', 'group-floor-and-cap'],
  ['a floor and a cap at a level', 'level-floor-and-cap'],
  ['exact amounts', 'exact-amounts'],
  ['unit counts', 'unit-counts'],
  ['one bundle of several: pathway routes', 'pathway-routes'],
  ['a floor over a union of groups', 'union-floor'],
  ['a range over a union of groups at a level', 'range-at-level'],
  ['barred units', 'barred-units'],
  ['a unit in two groups counts once', 'unit-in-two-groups'],
  ['linked units', 'linked-units'],
  ['a unit named under one of its references', 'unit-under-two-references'],
  ['a unit that others need', 'prerequisite'],
  ['a group that opens after another', 'opening-groups'],
  ['a number of groups', 'number-of-groups'],
  ['alternatives between counts', 'alternatives'],
  ['a cap on prior learning, as an amount', 'prior-learning-amount'],
  ['a cap on prior learning, as a share', 'prior-learning-share'],
  ['units split and merged since they were achieved', 'split-and-merged-units'],
  ['certificated, but not counted', 'not-counted'],
  ['units that cannot be started on a day', 'units-of-a-day'],
  ['a title that is earned besides', 'title-earned'],
  ['the version of the day on which somebody registered', 'version-of-a-day'],
  ['credit with places, levels beyond 8 and none', 'places-and-levels'],
  ['size in GLH', 'size-in-glh'],
  ['a share at a level', 'share-at-level'],
  ['a share of a group in the whole', 'share-of-group'],
  ['none of a list', 'none-of'],
  ['lists inside lists', 'nested-lists'],
  ['everything but a group, and named units', 'outside-and-named-units'],
  ['a threshold still open', 'open-threshold'],
  ['figures and a level that are confirmed later', 'values-set-later'],
  ['an amount of a column', 'column-amount'],
  ['more than a share', 'more-than-half'],
  ['more and fewer than an amount', 'strict-amounts'],
  ['no units of a level', 'no-units-at-level'],
  ['a group except some of its units', 'except-units'],
  ['one unit of each title', 'one-of-each-title'],
  ['a number of units of each value of a column', 'each-subject'],
];

const METHODS = BACKEND_NAMES.map((name) => createProgramMethod(createSolver(name)));
const GLH = { over: 'all', quantity: 'glh' } as const;
const OBJECTIVES: readonly (readonly Objective[])[] = [
  [{ sense: 'minimise', measure: GLH }],
  [{ sense: 'maximise', measure: GLH }],
  [
    { sense: 'minimise', measure: { over: 'all', quantity: 'credits' } },
    { sense: 'maximise', measure: GLH },
  ],
];

it('every model has its place in the list', () => {
  const files = readdirSync(fileURLToPath(new URL('rules', import.meta.url)));
  expect(files.sort()).toEqual(FORMS.map(([, model]) => `${model}.yaml`).sort());
});

describe.each(FORMS)('%s', (_form, model) => {
  const { problem, leastGlh, pathways, accepted, refused } = readFixture(model);

  it('has the least hours and the pathways that were worked out by hand', () => {
    const found = everyPathway(problem);
    const least = Math.min(...found.map((selection) => measureSelection(problem, selection, GLH)));
    expect({ least, pathways: found.length }).toEqual({ least: leastGlh, pathways });
  });

  it('has no statement that another one makes idle', () => {
    const idle = problem.conditions.filter((statement) => {
      const others = problem.conditions.filter((it) => it !== statement);
      return everyPathway({ ...problem, conditions: others }).length === pathways;
    });
    expect(idle.map((statement) => printStatement(statement))).toEqual([]);
  });

  it('accepts and refuses the units that its head names', () => {
    const verdict = (units: readonly string[]) => {
      const { evaluation, unlisted, complete } = placeUnits(problem, units);
      expect({ unlisted, complete }).toEqual({ unlisted: [], complete: true });
      return evaluation.holds;
    };
    expect(accepted.map(verdict)).toEqual([true]);
    expect(refused.map(verdict)).toEqual(refused.map(() => false));
    expect(refused.length).toBeGreaterThan(0);
  });

  it.each(OBJECTIVES.map((objectives) => ({ objectives })))(
    'is read alike by every method: $objectives',
    async (it) => {
      const { disagreements, declined, selections } = await compareReadings(problem, it.objectives, METHODS);
      expect(disagreements).toEqual([]);
      expect(declined).toEqual([]);
      expect(selections).toBe(2 ** problem.entries.length);
    },
  );
});
