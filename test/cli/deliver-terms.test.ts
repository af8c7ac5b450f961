import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CohortPlanDocument, NobodyServedDocument } from '../../src/report/documents/deliver.js';
import { qualpath } from '../support/command.js';

let home = '';

const file = (path: string, lines: readonly string[]): void => writeFileSync(join(home, path), `${lines.join('\n')}\n`);

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'qualpath-terms-'));
  for (const folder of ['models', 'data']) mkdirSync(join(home, folder));
  file('data/a.csv', [
    'group,ref,title,level,credit,glh',
    'A,U 1,First,2,4,40',
    'A,U 2,Second,2,4,20',
    'A,U 3,Third,2,4,30',
  ]);
  file('models/a.yaml', [
    'title: a',
    'units: ../data/a.csv',
    'groups: { A: Units }',
    'rule:',
    '  - all units from A',
    '  - units U 2 need unit U 1',
  ]);
  file('learners.csv', ['learner,ref', 'L1,', 'L2,', 'L3,U 1', 'L4,U 3']);
  file('staff.csv', ['person,hours,units', 'Ada,60,U 1; U 2', 'Bob,40,U 2;U 3', 'Cy,40,U 3']);
});

afterAll(() => rmSync(home, { recursive: true }));

const run = (...args: readonly string[]) =>
  qualpath(['deliver', 'a', '--cohort', 'learners.csv', ...args], { cwd: home });

const planOf = async (...args: readonly string[]): Promise<CohortPlanDocument> =>
  JSON.parse((await run(...args, '--json')).out) as CohortPlanDocument;

const runsOf = ({ runs }: CohortPlanDocument): unknown =>
  runs.map(({ ref, period, staff, learners }) => [ref, period, staff, learners.join(' ')]);

describe('qualpath deliver --periods', () => {
  it('has what a unit needs come before it', async () => {
    const plan = await planOf('--periods', '2');
    expect([plan.status, plan.deliveredGlh]).toEqual(['optimal', 90]);
    const periodOf = (ref: string): number => plan.runs.find((it) => it.ref === ref)?.period ?? NaN;
    expect([periodOf('U 1'), periodOf('U 2')]).toEqual([1, 2]);
    expect(plan.runs.find(({ ref }) => ref === 'U 2')?.learners).toEqual(['L1', 'L2', 'L3', 'L4']);
  });

  it('keeps loads and the hours of staff', async () => {
    const plan = await planOf('--periods', '2', '--max-load', '50', '--staff', 'staff.csv');
    expect(plan.status).toBe('optimal');
    const hours: Readonly<Record<string, number>> = { 'U 1': 40, 'U 2': 20, 'U 3': 30 };
    for (const learner of ['L1', 'L2', 'L3', 'L4']) {
      for (const period of [1, 2]) {
        const own = plan.runs.filter((it) => it.period === period && it.learners.includes(learner));
        expect(own.reduce((sum, { ref }) => sum + (hours[ref] ?? NaN), 0)).toBeLessThanOrEqual(50);
      }
    }
    expect(plan.runs.every(({ staff }) => staff !== null)).toBe(true);
  });

  it('plans without a person who is away', async () => {
    const plan = await planOf('--periods', '2', '--staff', 'staff.csv', '--without-staff', 'Bob');
    expect(runsOf(plan)).toContainEqual(['U 3', expect.any(Number), 'Cy', 'L1 L2 L3']);
  });

  it('keeps runs in their term and with their person', async () => {
    const args = ['--periods', '2', '--staff', 'staff.csv'];
    const before = await planOf(...args);
    file('plan.json', [JSON.stringify(before)]);
    const same = await planOf(...args, '--keep', 'plan.json');
    expect([same.objectives.at(-1), runsOf(same)]).toEqual([
      { sense: 'minimise', measure: 'changes', value: 0 },
      runsOf(before),
    ]);
    const moved = { ...before, runs: before.runs.map((it) => ({ ...it, staff: it.ref === 'U 3' ? 'Cy' : it.staff })) };
    file('plan.json', [JSON.stringify(moved)]);
    const followed = await planOf(...args, '--keep', 'plan.json', '--max-changes', '0');
    expect(followed.runs.find(({ ref }) => ref === 'U 3')?.staff).toBe('Cy');
    // Without Bob, who has U 2 or U 3 in some plans, whatever is not his stays where it is.
    const away = await planOf(...args, '--keep', 'plan.json', '--without-staff', 'Bob');
    const bobs = moved.runs.filter(({ staff }) => staff === 'Bob').length;
    expect(away.objectives.at(-1)?.value).toBe(2 * bobs);
  });

  it('refuses a plan whose terms are none', async () => {
    file('plan.json', [JSON.stringify({ delivered: [], runs: [{ ref: 'U 1', period: 0 }] })]);
    const { code, err } = await run('--periods', '2', '--keep', 'plan.json');
    expect([code, err]).toEqual([3, expect.stringContaining("'runs.0.period'")]);
  });

  it('names learners who need what nobody may teach, and those whose hours do not fit', async () => {
    const untaught = await planOf('--periods', '2', '--staff', 'staff.csv', '--without-staff', 'Ada');
    expect(untaught.unserved.map(({ learner }) => learner)).toEqual(['L1', 'L2', 'L4']);
    expect(untaught.unserved[0]?.why).toContain('U 1, which nobody may teach');
    const overloaded = await planOf('--periods', '2', '--max-load', '40');
    expect(overloaded.unserved.map(({ learner }) => learner)).toEqual(['L1', 'L2']);
    expect(overloaded.unserved[0]?.why).toContain('80 hours');
  });

  it('tells units for which nobody has the hours from those that nobody may teach', async () => {
    file('short.csv', ['person,hours,units', 'Ada,30,U 1; U 2', 'Bob,40,U 3']);
    const plan = await planOf('--periods', '2', '--staff', 'short.csv');
    expect(plan.unserved[0]?.why).toContain('U 1, for which nobody who may teach it has the hours in one term');
  });

  it('names learners whose order of units takes more terms than there are, and plans the others', async () => {
    const plan = await planOf('--periods', '1');
    expect(plan.unserved.map(({ learner }) => learner)).toEqual(['L1', 'L2', 'L4']);
    expect(plan.unserved[0]?.why).toBe(
      "no pathway of a in time: 'there is 1 term' (2 would do) and 'a: unit U 2 needs unit U 1, in an earlier term' cannot be kept together",
    );
    expect(plan.learners.map(({ learner }) => learner)).toEqual(['L3']);
  });

  const conflictOf = async (...args: readonly string[]) => {
    const { code, out } = await run(...args, '--json');
    const { conflict, smallest } = JSON.parse(out) as NobodyServedDocument;
    expect([code, smallest]).toEqual([1, true]);
    return conflict.map(({ statement, source, nearest }) => [
      statement,
      'option' in source ? source.option : `${source.file}:${source.line}`,
      nearest,
    ]);
  };

  it('says whose hours are too few, and how many would do', async () => {
    // U 1 is for L1, L2 and L4, in two runs of 40 hours in the first term; only Ada may teach it, and U 2 is after it.
    file('few.csv', ['person,hours,units', 'Ada,60,U 1; U 2', 'Bob,60,U 2;U 3', 'Cy,60,U 3']);
    const conflict = await conflictOf('--periods', '2', '--capacity', '2', '--staff', 'few.csv');
    expect(conflict).toEqual([
      ['there are 2 terms', '--periods 2', 3],
      ['a: unit U 2 needs unit U 1, in an earlier term', expect.stringMatching(/a\.yaml:6$/) as string, null],
      ['Ada teaches at most 60 hours a term', 'few.csv:2', 80],
      ['a class has at most 2 learners', '--capacity 2', 3],
    ]);
  });

  it('says which term is full', async () => {
    file('full.csv', ['person,hours,units,period', 'Ada,30,,1', 'Ada,400,,2']);
    const plan = await planOf('--periods', '2', '--staff', 'full.csv');
    expect(plan.unserved.map(({ learner }) => learner)).toEqual(['L1', 'L2', 'L4']);
    const why = plan.unserved[0]?.why;
    expect(why).toContain("'Ada teaches at most 30 hours in term 1' (40 would do)");
    expect(why).not.toContain('400');
  });

  it('writes what cannot be kept together as a table', async () => {
    file('few.csv', ['person,hours,units', 'Ada,60,U 1; U 2', 'Bob,60,U 2;U 3', 'Cy,60,U 3']);
    const { out } = await run('--periods', '2', '--capacity', '2', '--staff', 'few.csv');
    expect(out).toMatch(
      /cannot be kept together; leaving out any one[^]*Ada teaches at most 60 hours a term +few.csv:2:1 +80/,
    );
  });

  it('writes a timetable', async () => {
    const { out } = await run('--periods', '2', '--staff', 'staff.csv', '--csv');
    expect(out.split('\n')[1]).toMatch(/^U 1,1,1,L1,Ada$/);
  });

  it.each<[string, readonly string[], readonly string[], RegExp, number]>([
    ['hours that are no number', ['person,hours,units', 'Ada,many,U 1'], [], /staff2\.csv:2:5.*whole number/, 3],
    ['a mistyped unit', ['person,hours,units', 'Ada,40,U 11'], [], /'U 11'.*did you mean U 1\?/, 3],
    ['a period too many', ['person,hours,units,period', 'Ada,40,U 1,3'], [], /There is no period 3; there are 2/, 3],
    ['a person twice', ['person,hours,units', 'Ada,40,U 1', 'Ada,50,U 1'], [], /'Ada' is given twice/, 3],
    ['a missing column', ['person,hours', 'Ada,40'], [], /'units' is missing/, 3],
    ['somebody unknown', ['person,hours,units', 'Ada,40,U 1'], ['--without-staff', 'Adah'], /did you mean Ada\?/, 2],
    ['nobody left', ['person,hours,units', 'Ada,40,U 1'], ['--without-staff', 'Ada'], /Nobody is left/, 2],
  ])('refuses %s', async (_, lines, args, message, code) => {
    file('staff2.csv', lines);
    const answer = await run('--periods', '2', '--staff', 'staff2.csv', ...args);
    expect([answer.code, answer.err]).toEqual([code, expect.stringMatching(message)]);
  });

  it('needs learners', async () => {
    const { code, err } = await qualpath(['deliver', 'a', '--periods', '2'], { cwd: home });
    expect([code, err]).toEqual([2, expect.stringContaining('--cohort')]);
  });
});
