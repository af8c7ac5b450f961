import { describe, expect, it } from 'vitest';
import { InputError, openText, type Session } from '../../src/index.js';

const UNITS = `group,ref,title,level,credit,glh
A,X 1,One,2,3,24
A,X 2,Two,2,3,20
B,X 3,Three,3,4,31
`;

const MODEL = `title: Small
units: units.csv
groups: { A: First, B: Second }
rule:
  - at least 6 credits
  - at most c-most credits from B
parameters:
  c-most: { min: 0, max: 9 }
`;

const session = (): Session => openText({ model: MODEL, units: UNITS, id: 'small' });
const SET = { 'c-most': 4 };

/** The issues of an input error that must come. */
async function issuesOf(ask: () => unknown): Promise<readonly string[]> {
  try {
    await ask();
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown.issues.map(({ code }) => code);
    throw thrown;
  }
  throw new Error('no input error came');
}

describe('a session', () => {
  it('answers with the documents of the command', async () => {
    const best = await session().pathway({ set: SET, achieved: ['x2'] });
    if (best.status !== 'optimal') throw new Error(best.status);
    expect(best.objectives).toEqual([
      { sense: 'minimise', measure: 'new-glh', value: 24 },
      { sense: 'minimise', measure: 'new-units', value: 1 },
    ]);
    expect(best.units.map(({ ref, achieved }) => [ref, achieved])).toEqual([
      ['X 1', false],
      ['X 2', true],
    ]);
    expect(best.totals).toMatchObject({ credits: 6, newGlh: 24, overlapCredits: 3 });
  });

  it('takes every part of a request as text', async () => {
    const asked = {
      set: ['c-most=4'],
      require: ['X 3'],
      exclude: ['X 1'],
      also: ['at most 2 units'],
      objectives: [{ maximise: 'glh' }, { minimise: 'units' }],
    };
    expect(await session().pathway(asked)).toMatchObject({
      status: 'optimal',
      objectives: [
        { sense: 'maximise', measure: 'glh', value: 51 },
        { sense: 'minimise', measure: 'units', value: 2 },
      ],
    });
  });

  it('answers every other question', async () => {
    const it = session();
    expect(await it.range({ set: SET })).toMatchObject({ glh: { min: 44, max: 75 }, pathways: '4' });
    expect(await it.alternatives({ set: SET, count: 2 })).toMatchObject({ complete: false, total: '4' });
    expect(await it.units({ set: SET })).toMatchObject({ optimum: 44, units: [{ without: 51 }, {}, { with: 51 }] });
    expect(await it.audit({ set: SET, achieved: ['X 1', 'X 3'] })).toMatchObject({ complete: true });
    expect(it.show()).toMatchObject({ id: 'small', open: [{ name: 'c-most' }] });
    expect((await it.check()).map(({ code }) => code)).toContain('open-value');
    const cohort = it.cohort({ set: SET });
    expect(await cohort.answer('L1', ['X 3'])).toEqual({
      learner: 'L1',
      status: 'optimal',
      complete: false,
      newGlh: 20,
      newUnits: ['X 2'],
      counted: ['X 2', 'X 3'],
    });
  });

  it('gives the conflict with an answer that no pathway exists', async () => {
    const none = await session().pathway({ set: SET, also: ['at most 40 GLH'] });
    expect(none).toMatchObject({ status: 'infeasible', smallest: true });
    expect('conflict' in none ? none.conflict.map(({ statement, nearest }) => [statement, nearest]) : none).toEqual([
      ['at least 6 credits', 4],
      ['at most 40 GLH', 44],
    ]);
  });

  it('throws everything that is wrong with a question at once', async () => {
    const asked = { require: ['X 9'], also: ['at leats 3 units'], objectives: [{ minimise: 'costs' }] };
    expect((await issuesOf(() => session().pathway(asked))).toSorted()).toEqual([
      'open-value',
      'statement',
      'unknown-measure',
      'unknown-unit',
    ]);
    expect(await issuesOf(() => session().pathway({ set: ['c-most=4', 'c-most=5'] }))).toEqual(['setting']);
    expect(await issuesOf(() => session().pathway({ set: { 'c-most': 10 } }))).toEqual(['setting-out-of-range']);
  });

  it('throws everything that is wrong with a model', async () => {
    const model = MODEL.replace('at least 6 credits', 'at leats 6 credits');
    expect(await issuesOf(() => openText({ model, units: UNITS.replace(',3,4,31', ',3,four,31') }))).toHaveLength(2);
    expect(await issuesOf(() => openText({ model: MODEL }))).toEqual(['file-missing']);
  });

  it('puts problems that can be cloned, so that a thread can be told', () => {
    const { question } = session().cohort({ set: SET });
    expect(structuredClone(question)).toEqual(question);
    expect(structuredClone(session().specification)).toEqual(session().specification);
  });

  it('has a sheet for people with every answer', async () => {
    const { document, sheet, outcome } = await session().answers.range({ set: SET });
    expect([outcome, 'glh' in document, sheet().title]).toEqual(['answered', true, 'Small']);
  });
});

describe('a check', () => {
  it('tells what is wrong with the equivalences as well', async () => {
    const broken = openText({ model: MODEL, units: UNITS, id: 'small', equivalences: 'unit,other\nX 1,X 2\n' });
    const codes = (await broken.check({ set: SET })).map(({ code, source }) => [code, source]);
    expect(codes).toContainEqual(['missing-column', { file: 'equivalences.csv', line: 1, column: 1 }]);
  });
});
