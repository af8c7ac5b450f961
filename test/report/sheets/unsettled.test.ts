import { describe, expect, it } from 'vitest';
import type { Pathway } from '../../../src/evaluate/certify.js';
import type { Statement } from '../../../src/domain/statement.js';
import { EVERY_UNIT } from '../../../src/domain/unit-filter.js';
import { findAlternatives } from '../../../src/questions/alternatives.js';
import type { Conflict } from '../../../src/questions/conflict.js';
import type { AnsweredPrices, UnitPrice } from '../../../src/questions/unit-prices.js';
import { findUnitPrices } from '../../../src/questions/unit-prices.js';
import { unansweredDocument } from '../../../src/report/documents/pathway.js';
import { alternativesSheet } from '../../../src/report/sheets/alternatives.js';
import { unansweredSheet } from '../../../src/report/sheets/pathway.js';
import { progressSheet } from '../../../src/report/sheets/progress.js';
import { unitsSheet } from '../../../src/report/sheets/units.js';
import { PLAIN } from '../../../src/report/text/palette.js';
import { renderSheet } from '../../../src/report/text/render-sheet.js';
import type { Sheet } from '../../../src/report/sheet.js';
import { diagramMeans } from '../../support/means.js';
import { smallProblem, type BriefUnit } from '../../support/small-qualification.js';

/*
 * What people read where a limit, a failure or a contradiction left something open. These states are hard to bring about
 * at will, so the answers are put together here.
 */
const UNITS: readonly BriefUnit[] = [
  ['A', 'S 1', 2, 3, 24],
  ['A', 'S 2', 3, 4, 30],
  ['B', 'S 3', 3, 5, 12],
];
const problem = smallProblem(UNITS, ['at least 7 credits']);
const GLH = { over: 'all', quantity: 'glh' } as const;
const objectives = [{ sense: 'minimise', measure: GLH }] as const;
const means = diagramMeans();

const read = (sheet: Sheet): readonly string[] =>
  renderSheet(sheet, { width: 120, palette: PLAIN })
    .split('\n')
    .filter((line) => line.trim() !== '');

async function pathway(): Promise<Pathway> {
  const found = await findAlternatives(problem, objectives, { count: 1, within: null }, means);
  if (found.status !== 'answered' || found.alternatives[0] === undefined) throw new Error(found.status);
  return found.alternatives[0].pathway;
}

const NO_CONFLICT: Conflict = { members: [], smallest: true };

describe('a pathway that was not proved best', () => {
  it('is told with the limit and how far the best may be', async () => {
    const answer = { status: 'feasible', pathway: await pathway(), by: 'x' } as const;
    const valued = [{ ...objectives[0], value: 36 }];
    const told = (bound: number | null, limit: 'time' | 'size') =>
      read(unansweredSheet('T', { ...answer, objectives: valued, bound, limit }, null)).slice(0, 3);
    expect(told(30, 'time')).toEqual([
      'T',
      'Found: guided learning hours: 36',
      'The time limit ended the search before this was proved best. No pathway can do better than 30 guided learning hours.',
    ]);
    expect(told(null, 'size')[2]).toBe(
      'The rule is too large for this to be proved best. How far it is from the best is not known.',
    );
  });
});

describe('no pathway at all', () => {
  it.each([
    [
      { status: 'unknown', limit: 'time', reason: null, by: 'x' },
      'The time limit ended the search before any pathway was found; --time-limit gives it more.',
    ],
    [
      { status: 'unknown', limit: 'size', reason: null, by: 'x' },
      'The rule is too large for the solver that was asked; more time would not help.',
    ],
    [
      { status: 'unknown', limit: null, reason: 'it broke', by: 'x' },
      'No answer: the solver failed (it broke). Another one may do; try --solver.',
    ],
    [
      { status: 'unknown', limit: null, reason: null, by: 'x' },
      'No answer: the solver failed. Another one may do; try --solver.',
    ],
  ] as const)('is told with what stopped the search: %j', (answer, words) => {
    expect(read(unansweredSheet('T', answer, null))).toEqual(['T', words]);
  });

  it('is told as a dispute with every claim', () => {
    const told = read(unansweredSheet('T', { status: 'disputed', claims: ['a says 1', 'b says 2'] }, null));
    expect(told[1]).toMatch(/^Disputed: the methods contradict each other/);
    expect(told.slice(2)).toEqual(['  - a says 1', '  - b says 2']);
  });

  it('comes with its conflict as data, or is a bug', () => {
    const infeasible = { status: 'infeasible', by: 'x', confirmedBy: ['y'] } as const;
    expect(unansweredDocument('t', infeasible, NO_CONFLICT)).toMatchObject({ status: 'infeasible', conflict: [] });
    expect(() => unansweredDocument('t', infeasible, null)).toThrow('came without its conflict');
  });
});

describe('a conflict', () => {
  const statement = (file: string, line: number): Statement => ({
    kind: 'amount',
    quantity: 'credits',
    filter: EVERY_UNIT,
    interval: { min: 99, max: null },
    source: { file, line, column: 5 },
  });
  const told = (conflict: Conflict) =>
    read(unansweredSheet('T', { status: 'infeasible', by: 'x', confirmedBy: [] }, conflict)).slice(2);

  it('that was not found says so', () => {
    expect(told(NO_CONFLICT)).toEqual([
      'A limit stopped the search before it was known which conditions cannot hold together.',
    ]);
  });

  it('of one file names it once, and says when it could be smaller', () => {
    const lines = told({ members: [{ statement: statement('a.yaml', 4), nearest: null }], smallest: false });
    expect(lines[0]).toBe('These cannot hold together (a limit kept the search from making the list shorter):');
    expect(lines[3]).toMatch(/^at least 99 credits +line 4 +-$/);
    expect(lines[4]).toBe('The lines are those of a.yaml.');
  });

  it('of two files gives every place in full', () => {
    const members = [statement('a.yaml', 4), statement('b.yaml', 7)].map((it) => ({ statement: it, nearest: 12 }));
    const lines = told({ members, smallest: true });
    expect(lines[3]).toMatch(/^at least 99 credits +a\.yaml:4:5 +12$/);
    expect(lines[4]).toMatch(/^at least 99 credits +b\.yaml:7:5 +12$/);
    expect(lines.join('\n')).not.toContain('The lines are those');
  });
});

describe('prices of units', () => {
  it('say what was not settled', async () => {
    const prices = await findUnitPrices(problem, objectives, means);
    if (prices.status !== 'answered') throw new Error(prices.status);
    const states: readonly UnitPrice['status'][] = ['unknown', 'forced', 'impossible'];
    const units = prices.units.map((price, index): UnitPrice => {
      return { ...price, status: states[index] ?? 'free', with: null, without: null, share: null };
    });
    const answer: AnsweredPrices = { ...prices, units };
    const rows = read(unitsSheet('T', objectives, answer, 'table')).filter((line) => /^[AB] /.test(line));
    expect(rows.map((row) => row.split(/ {2,}/).slice(3))).toEqual([
      ['-', '-', 'not known', '-'],
      ['-', '-', 'forced', '-'],
      ['-', '-', 'impossible', '-'],
    ]);
  });
});

describe('alternatives', () => {
  it('say how many there are as far as that is known', async () => {
    const found = await findAlternatives(problem, objectives, { count: 2, within: null }, means);
    if (found.status !== 'answered') throw new Error(found.status);
    const words = (changed: Partial<typeof found>, within: number | null) =>
      read(alternativesSheet('T', { ...found, ...changed }, within))[1];
    expect(words({ complete: false, total: 1204n, optimal: 3n }, 5)).toBe(
      '2 of 1,204 pathways within 5 of the best; 3 optimal (not all are shown).',
    );
    expect(words({ complete: true, total: null, optimal: null }, null)).toBe('2 pathways (complete).');
    expect(words({ complete: true, total: 2n, optimal: 2n }, 0)).toBe('2 of 2 best pathways (complete).');
    expect(read(alternativesSheet('T', { ...found, alternatives: [] }, null))).toEqual([
      'T',
      'No pathway was asked for.',
    ]);
  });
});

describe('progress', () => {
  it('has words for every state', () => {
    const states = ['feasible', 'unknown', 'infeasible', 'disputed'] as const;
    const rows = read(
      progressSheet([
        ...states.map((status) => ({ id: status, title: null, status })),
        { id: 'open', title: 'Open', status: 'open', names: ['x'] },
        { id: 'broken', title: null, status: 'broken', issues: [] },
      ]),
    ).slice(3);
    expect(rows.map((row) => row.trim().split(/ {2,}/))).toEqual([
      ['feasible', 'not settled in time'],
      ['unknown', 'not settled in time'],
      ['infeasible', 'no pathway'],
      ['disputed', 'disputed'],
      ['Open', 'values are open'],
      ['broken', 'the model has errors'],
    ]);
  });
});
