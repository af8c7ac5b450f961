import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openText } from '../../src/index.js';
import { renderSheet } from '../../src/report/text/render-sheet.js';
import { PLAIN } from '../../src/report/text/palette.js';

const UNITS = `group,ref,title,level,credit,glh
A,U 1,One,3,3,10
A,U 2,Two,3,4,TBC 10-30
B,U 3,Three,2,5,TBC
B,U 4,Four,TBC,6,20
`;

const MODEL = `title: Half known
units: units.csv
groups: { A: First, B: Second }
rule:
  - at least 8 credits
published:
  minimum-glh: 24
  credits: 8
  units: 3
  minimum-tqt: 80
  maximum-tqt: 180
  pathways: 10
  group-required: { A: { credits: 0, units: 1, glh: 5 } }
`;

const session = openText({ model: MODEL, units: UNITS, id: 'half' });
const text = (parts: Parameters<typeof renderSheet>[0]): string => renderSheet(parts, { width: 200, palette: PLAIN });

describe('figures that are not known', () => {
  it('are named in a range, with printed figures that were not checked', async () => {
    const { document, sheet } = await session.answers.range();
    if (document.status !== 'answered') throw new Error(document.status);
    expect(document.glh).toEqual({ min: null, max: null, maxAtMinimumCredit: null });
    expect(document.notSaid).toEqual([
      { figure: 'glh', why: 'GLH is not known for 2 of 4 units: no hours are given' },
      { figure: 'glh.min', why: 'GLH is not known for 2 of 4 units: the printed lowest GLH, 24, was not checked' },
      {
        figure: 'required.A.glh',
        why: 'GLH is not known for 2 of 4 units: the printed GLH required from A, 5, was not checked',
      },
    ]);
    expect(document.published).toEqual([
      { figure: 'glh.min', printed: 24, computed: null, agrees: null },
      { figure: 'tqt.min', printed: 80, computed: 80, agrees: true },
      { figure: 'tqt.max', printed: 180, computed: 180, agrees: true },
      { figure: 'credits.min', printed: 8, computed: 8, agrees: true },
      { figure: 'units.min', printed: 3, computed: 2, agrees: false },
      { figure: 'pathways', printed: '10', computed: '10', agrees: true },
      { figure: 'required.A.credits', printed: 0, computed: 0, agrees: true },
      { figure: 'required.A.glh', printed: 5, computed: null, agrees: null },
      { figure: 'required.A.units', printed: 1, computed: 0, agrees: false },
    ]);
    const further = await session.answers.range({ also: ['at least 2 units'], exclude: ['U 1'], asOf: '2026-11-28' });
    expect(further.document).toMatchObject({ published: [] });
    expect(text(further.sheet())).toContain(
      "Asked for besides the rule: 'at most 0 units from units U 1', 'at least 2 units'. Figures that are printed for the rule alone are not compared.",
    );
    const shown = text(sheet());
    expect(shown).not.toContain('besides the rule');
    expect(shown).toMatch(/lowest GLH +not known +24 +not checked/);
    expect(shown).toMatch(/fewest units +2 +3 +DIFFERS/);
    expect(shown).toMatch(/number of pathways +10 +10 +agrees/);
    expect(shown).toContain('GLH is not known for 2 of 4 units: no hours are given.');
  });

  it('are told by a check, each printed figure by itself', async () => {
    const issues = await session.check();
    expect(issues.filter(({ code }) => code.startsWith('figure-')).map(({ message }) => message)).toEqual([
      'The printed lowest GLH is 24, which was not checked: GLH is not known for 2 of 4 units.',
      'The printed fewest units is 3; by the rule it is 2.',
      'The printed GLH required from A is 5, which was not checked: GLH is not known for 2 of 4 units.',
      'The printed units required from A is 1; by the rule it is 0.',
    ]);
  });

  it('leave an audit its units', async () => {
    const { document, sheet } = await session.answers.audit({ achieved: ['U 1'] });
    expect(document).toMatchObject({ complete: false, cheapestIn: 'new-units', equallyCheap: '2' });
    expect(document.notSaid).toEqual([
      {
        figure: 'completion',
        why: 'GLH is not known for 2 of 4 units: the completion is the one with the fewest new units, not the least new hours',
      },
    ]);
    expect(text(sheet())).toContain('2 sets of new units are equally few.');
  });

  it('are told of the pathway that is given, and of no other', async () => {
    const one = await session.pathway({ objectives: [{ minimise: 'credits' }] });
    expect(one).toMatchObject({
      status: 'optimal',
      totals: { credits: 8, glh: null },
      notSaid: [{ figure: 'glh', why: 'The GLH of U 3 is not known: no hours are given' }],
    });
    const two = await session.pathway({ objectives: [{ minimise: 'credits' }], exclude: ['U 2', 'U 3'] });
    expect(two).not.toHaveProperty('notSaid');
  });
});

describe('hours that are known within bounds', () => {
  it('give the least hours from both sides, whatever the hours turn out to be', async () => {
    const bounds = fc.tuple(fc.nat(20), fc.nat(10)).map(([min, more]) => ({ min, max: min + more }));
    await fc.assert(
      fc.asyncProperty(bounds, bounds, fc.nat(20), fc.boolean(), fc.nat(), fc.nat(), async (a, b, glh, least, i, j) => {
        const units = `group,ref,title,level,credit,glh\nA,U 1,One,3,3,TBC ${a.min}-${a.max}\nA,U 2,Two,3,4,TBC ${b.min}-${b.max}\nB,U 3,Three,2,5,${glh}\n`;
        const model =
          'title: T\nunits: u.csv\ngroups: { A: First, B: Second }\nrule: [at least 7 credits, at most 9 credits]\n';
        const open = openText({ model, units });
        const objectives = [least ? { minimise: 'glh' } : { maximise: 'glh' }];
        const [first, second] = [a.min + (i % (a.max - a.min + 1)), b.min + (j % (b.max - b.min + 1))];
        const set = { 'U 1.glh': first, 'U 2.glh': second };
        const exact = await open.pathway({ objectives, set });
        const answer = await open.pathway({ objectives });
        if (exact.status !== 'optimal' || answer.status !== 'bounded')
          throw new Error(`${exact.status} ${answer.status}`);
        const value = exact.objectives[0]?.value;
        expect(value).toBeGreaterThanOrEqual(answer.bounded.min);
        expect(value).toBeLessThanOrEqual(answer.bounded.max);
        expect(answer.least.objectives[0]?.value).toBe(answer.bounded.min);
        expect(answer.most.objectives[0]?.value).toBe(answer.bounded.max);
      }),
      { numRuns: 40 },
    );
  });

  it('are said in words, after the objectives that are known', async () => {
    const { document, sheet, outcome } = await session.answers.pathway({
      objectives: [{ minimise: 'credits' }, { minimise: 'glh' }, { minimise: 'units' }],
      exclude: ['U 3'],
      set: { 'U 3.glh': 12 },
    });
    expect(outcome).toBe('answered');
    expect(document).toMatchObject({ status: 'bounded', objectives: [{ measure: 'credits', value: 9 }] });
    const shown = text(sheet());
    expect(shown).toContain('Least credits: 9');
    expect(shown).toContain('30 guided learning hours, whatever the open figures turn out to be');
  });

  it('are refused, with what to set, while one of them has no bounds', async () => {
    await expect(session.pathway()).rejects.toThrow(
      '--minimise new-glh needs it: --set "U 2.glh=..." --set "U 3.glh=..." (U 2.glh is from 10 to 30)',
    );
  });
});
