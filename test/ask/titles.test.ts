import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/ask/input-error.js';
import { openText } from '../../src/ask/open-text.js';
import { measureSelection } from '../../src/domain/totals.js';
import { standTowards } from '../../src/questions/titles.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { diagramMeans } from '../support/means.js';

const model = readFileSync(fileURLToPath(new URL('../support/titled.yaml', import.meta.url)), 'utf8');
const session = openText({ model, id: 'titled' });
const NEW_GLH = { over: 'new', quantity: 'glh' } as const;

describe('titles of a model', () => {
  it('are audited beside the rule: earned, how far, or never', async () => {
    const { complete, titles } = await session.audit({ achieved: ['AC 1', 'AC 5'] });
    expect(complete).toBe(true);
    expect(titles).toEqual([
      { title: 'Ageing', status: 'optimal', earned: false, newGlh: 76, newUnits: ['AC 2', 'AC 3'] },
      { title: 'Learning Disability', status: 'infeasible', earned: false, newGlh: null, newUnits: null },
      { title: 'Everything', status: 'infeasible', earned: false, newGlh: null, newUnits: null },
      { title: 'As agreed', status: 'open', earned: null, newGlh: null, newUnits: null },
    ]);
  });

  it('are told as still open with what is to be set, as a warning', async () => {
    const { issues, outcome } = await session.answers.audit({ achieved: ['AC 1'] });
    expect(issues.map(({ code, severity }) => [code, severity])).toEqual([['open-value', 'warning']]);
    expect(outcome).toBe('answered');
    const { titles } = await session.audit({ achieved: ['AC 1', 'AC 5'], set: { agreed: 5 } });
    expect(titles[3]).toEqual({ title: 'As agreed', status: 'optimal', earned: true, newGlh: 0, newUnits: [] });
  });

  it('are earned with what the rule leaves uncounted out of the way', async () => {
    const { titles } = await session.audit({ achieved: ['AC 1', 'AC 2', 'AC 3', 'AC 4', 'AC 5'] });
    expect(titles[0]).toMatchObject({ earned: true, newGlh: 0, newUnits: [] });
  });

  it('are asked for by their names, case aside, in every question', async () => {
    expect(await session.pathway({ title: 'ageing' })).toMatchObject({ status: 'optimal', totals: { glh: 106 } });
    expect(await session.range({ title: 'Ageing' })).toMatchObject({ pathways: '1', units: { min: 3, max: 3 } });
    expect(await session.range()).toMatchObject({ glh: { min: 58 } });
    const { answer } = session.cohort({ title: 'Ageing' });
    expect(await answer('L1', ['AC 1', 'AC 2'])).toMatchObject({ complete: false, newUnits: ['AC 3'] });
  });

  it('have their figures on one page, the qualification first', async () => {
    const { titles } = await session.titlesRange();
    expect(titles.map(({ title, status, range }) => [title, status, range?.glh.min ?? null])).toEqual([
      [null, 'answered', 58],
      ['Ageing', 'answered', 106],
      ['Learning Disability', 'infeasible', null],
      ['Everything', 'infeasible', null],
      ['As agreed', 'open', null],
    ]);
  });

  it('are never found under another name', async () => {
    const refused = session.pathway({ title: 'Agein' });
    await expect(refused).rejects.toThrow(InputError);
    await expect(refused).rejects.toThrow("This qualification has no title 'Agein' (did you mean Ageing?); it has");
  });

  it('that no pathway earns are told by a check, those that are open are not', async () => {
    const issues = await session.check();
    const told = issues.filter(({ code }) => code === 'title-never-earned');
    expect(told.map(({ message }) => /title '([^']+)'/.exec(message)?.[1])).toEqual([
      'Learning Disability',
      'Everything',
    ]);
  });
});

describe('the standing towards a title', () => {
  it('is that of the best of all pathways', async () => {
    const means = diagramMeans();
    await fc.assert(
      fc.asyncProperty(arbitraryProblem({ maxEntries: 8, maxConditions: 4 }), async (problem) => {
        const pathways = everyPathway(problem);
        const hours = pathways.map((pathway) => measureSelection(problem, pathway, NEW_GLH));
        const inside = pathways.some((pathway) => pathway.every((index) => problem.achieved[index]));
        const { earned, newGlh } = await standTowards('T', problem, means);
        expect({ earned, newGlh }).toEqual({ earned: inside, newGlh: hours.length === 0 ? null : Math.min(...hours) });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a model with mistakes in its titles', () => {
  const broken = (titles: string): string[] => {
    const text = model.replace(/titles:[^]*?(?=parameters:)/, titles);
    try {
      openText({ model: text, id: 'broken' });
      return [];
    } catch (thrown) {
      if (!(thrown instanceof InputError)) throw thrown;
      return thrown.issues
        .filter(({ severity }) => severity === 'error')
        .map(({ code, message }) => `${code}: ${message}`);
    }
  };

  it.each([
    ['titles:\n  Ageing:\n    - unit AC 9\n', /^statement: .*AC 9/],
    ['titles:\n  Ageing: unit AC 2\n', /^wrong-value: 'Ageing' of 'titles' must be a list/],
    ['titles:\n  Ageing: []\n', /^wrong-value: 'Ageing' of 'titles' is empty/],
    [
      'titles:\n  Ageing:\n    - unit AC 2\n  ageing:\n    - unit AC 3\n',
      /^repeated-key: The titles 'Ageing' and 'ageing'/,
    ],
    ["titles:\n  ' ':\n    - unit AC 2\n", /^title-name: /],
  ])('is refused with its place: %s', (titles, message) => {
    expect(broken(titles)).toEqual([expect.stringMatching(message)]);
  });
});
