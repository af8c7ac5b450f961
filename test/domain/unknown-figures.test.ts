import { describe, expect, it } from 'vitest';
import { findRange } from '../../src/questions/range.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { deadlineIn } from '../../src/methods/deadline.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import type { Issue } from '../../src/domain/issue.js';
import { DEFAULT_OBJECTIVES, type Objective } from '../../src/domain/measure.js';
import { knownObjectives, neededFigures, unknownFigures } from '../../src/domain/needed.js';
import { namesToSet, openNames } from '../../src/domain/open-names.js';
import { pose, type Request } from '../../src/domain/pose.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Specification } from '../../src/domain/specification.js';
import { totalsOf } from '../../src/domain/totals.js';
import { refuseUnknownFigures } from '../../src/domain/unknown-figures.js';
import { measureOf } from '../../src/domain/weight.js';
import { readModel } from '../../src/read/model/model-file.js';
import { success } from '../../src/domain/result.js';
import { namesOf } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { whyUnknown } from '../../src/report/documents/not-said.js';
import { issuesOf, valueOf } from '../read/issues.js';

const TABLE = `group,ref,title,level,credit,glh,cost,sector
A,MX 1,One,3,5,,12.50,Health
A,MX 2,Two,TBC,7.5,TBC,99.99,
B,MX 3,Three,-,4,TBC 10-30,,Care
B,MX 4,Four,L2,-,20,3,
`;

function specificationOf(rule: readonly string[], table = TABLE): Specification {
  const text = [
    'title: T',
    'units: units.csv',
    'groups: { A: a, B: b }',
    'rule:',
    ...rule.map((line) => `  - ${line}`),
  ];
  const openUnits = (file: string) => ({ file, text: success(table) });
  return valueOf(readModel(`${text.join('\n')}\n`, { id: 't', file: 'm.yaml', openUnits })).specification;
}

const posed = (rule: readonly string[], request: Request = {}): Problem =>
  valueOf(pose(specificationOf(rule), request));
const refused = (rule: readonly string[], request: Request = {}): readonly Issue[] =>
  issuesOf(pose(specificationOf(rule), request));

describe('figures that nobody knows', () => {
  it('are open, and no question that does not need them asks for them', () => {
    const problem = posed(['at least 2 units']);
    expect(problem.entries.map(({ level, credit, glh }) => [level, credit, glh])).toEqual([
      [3, 5, null],
      ['open', 7.5, null],
      [null, 4, null],
      [2, null, 20],
    ]);
    expect(unknownFigures(problem, 'glh').map(({ name, min, max }) => [name, min, max])).toEqual([
      ['MX 1.glh', null, null],
      ['MX 2.glh', null, null],
      ['MX 3.glh', 10, 30],
    ]);
    expect(unknownFigures(problem, { column: 'cost' }).map(({ name }) => name)).toEqual(['MX 3.cost']);
  });

  it('are counted once in a table that lists their unit in two groups', () => {
    const twice = specificationOf(['at least 20 GLH'], `${TABLE}B,MX 2,Two,TBC,7.5,TBC,99.99,\n`);
    const [issue] = issuesOf(pose(twice, {}));
    expect(issue?.message).toMatch(/^GLH is not known for 3 of 4 units, and/);
    const problem = valueOf(pose(specificationOf(['at least 2 units'], `${TABLE}B,MX 2,Two,TBC,7.5,TBC,99.99,\n`), {}));
    expect(whyUnknown(problem, problem.entries, 'glh')).toBe('GLH is not known for 3 of 4 units');
    const both = problem.entries.filter(({ ref }) => ref === 'MX 2');
    expect(whyUnknown(problem, both, 'glh')).toBe('The GLH of MX 2 is not known');
  });

  it('are named, to be copied, where a statement needs them', () => {
    const [issue, ...others] = refused(['at least 20 GLH', 'at most 60 GLH from A']);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ code: 'open-value', source: { line: 5 } });
    expect(issue?.message).toBe(
      'GLH is not known for 3 of 4 units, and this statement needs it: --set "MX 1.glh=..." --set "MX 2.glh=..." --set "MX 3.glh=..." (MX 3.glh is from 10 to 30)',
    );
  });

  it.each([
    [['at least 5 credits from A'], []],
    [['at least 5 credits from B'], ['MX 4.credit']],
    [['at least 5 credits at level 3'], ['MX 2.level']],
    [['at least 1 credit at level 2'], ['MX 2.level', 'MX 4.credit']],
    [['at least 1 unit from B at level 2'], []],
    [['all units from A at level 3'], ['MX 2.level']],
    [['at most 20 cost'], ['MX 3.cost']],
    [['at most 20 cost from A'], []],
    [['at least 50% of credits are at level 3 or above'], ['MX 2.level', 'MX 4.credit']],
    [['any of: [at least 1 unit, at least 5 GLH from B]'], ['MX 3.glh']],
    [['at most 20 GLH are achieved already'], []],
  ])('%j needs %j', (rule, names) => {
    const messages = refused(rule).map(({ message }) => message);
    expect(messages.flatMap((text) => [...text.matchAll(/--set "(.*?)=/g)].map(([, name]) => name))).toEqual(names);
  });

  it('are needed of a learner who holds them', () => {
    expect(refused(['at most 20 GLH are achieved already'], { achieved: ['MX 1'] })).toHaveLength(1);
    expect(namesToSet(specificationOf(['at least 5 GLH from A'])).map(({ name }) => name)).toEqual([
      'MX 1.glh',
      'MX 2.glh',
    ]);
    expect(openNames(specificationOf(['at least 1 unit'])).map(({ name }) => name)).toEqual([
      'MX 1.glh',
      'MX 2.glh',
      'MX 2.level',
      'MX 3.glh',
      'MX 4.credit',
    ]);
  });

  it('may be set, levels included, within what is known of them', () => {
    const rule = ['at least 1 unit at level 3', 'at least 20 GLH'];
    const settings = new Map([
      ['mx1.glh', 40],
      ['MX 2.glh', 50],
      ['MX 3.glh', 30],
      ['MX 2.level', 3],
    ]);
    const problem = posed(rule, { settings });
    expect(problem.entries.map(({ glh }) => glh)).toEqual([40, 50, 30, 20]);
    expect(neededFigures(problem)).toEqual([]);
    expect(refused(rule, { settings: new Map([...settings, ['MX 3.glh', 31]]) })[0]?.code).toBe('setting-out-of-range');
    expect(refused(rule, { settings: new Map([...settings, ['MX 2.level', 13]]) })[0]?.code).toBe('setting');
    expect(refused(rule, { settings: new Map([...settings, ['MX 1.glh', 40.5]]) })[0]?.code).toBe('setting');
    expect(refused(rule, { settings: new Map([...settings, ['MX 1.credit', 4]]) })[0]?.code).toBe('unknown-setting');
  });

  it('are never counted as nothing', () => {
    const problem = posed(['at least 2 units']);
    const [first] = problem.entries;
    if (first === undefined) throw new Error('no entries');
    expect(() => measureOf(problem, first, { over: 'all', quantity: 'glh' })).toThrow(/GLH of MX 1 is not known/);
    expect(totalsOf(problem, [0, 3])).toMatchObject({
      units: 2,
      credits: null,
      glh: null,
      newGlh: null,
      overlapGlh: 0,
    });
    expect(totalsOf(problem, [0, 1])).toMatchObject({ units: 2, credits: 12.5, glh: null });
  });

  it('keep an objective from being asked, unless what is unknown is held', () => {
    const problem = posed(['at least 2 units']);
    expect(refuseUnknownFigures(problem, [], DEFAULT_OBJECTIVES)).toMatchObject([
      { code: 'open-value', source: { file: 'units.csv', line: 2 } },
    ]);
    expect(knownObjectives(problem, DEFAULT_OBJECTIVES)).toEqual(DEFAULT_OBJECTIVES.slice(1));
    const held = posed(['at least 2 units'], { achieved: ['MX 1', 'MX 2', 'MX 3'] });
    expect(refuseUnknownFigures(held, [], DEFAULT_OBJECTIVES)).toEqual([]);
    const cost: Objective = { sense: 'minimise', measure: { over: 'all', quantity: { column: 'cost' } } };
    expect(refuseUnknownFigures(problem, [], [cost])[0]?.message).toContain('--set "MX 3.cost=..."');
  });

  it('are listed up to twenty, the rest counted', () => {
    const rows = Array.from({ length: 30 }, (_, index) => `A,U ${index},T,3,5,`);
    const table = ['group,ref,title,level,credit,glh', ...rows, 'B,V,T,3,5,1'].join('\n');
    const [issue] = issuesOf(pose(specificationOf(['at least 5 GLH'], table)));
    expect(issue?.message).toMatch(/^GLH is not known for 30 of 31 units, .* --set "U 19\.glh=\.\.\." and 10 more$/);
  });

  it('leave the rest of a range to be answered', async () => {
    const store = createDiagramStore();
    const method = createDiagramMethod(store);
    const range = await findRange(posed(['at least 2 units']), {
      method,
      confirmers: [],
      deadline: deadlineIn(10_000),
      store,
      solver: createSolver('auto'),
    });
    if (range.status !== 'answered') throw new Error(range.status);
    expect(range.glh).toEqual({ min: null, max: null, maxAtMinimumCredit: null });
    expect(range.credits).toEqual({ min: null, max: null });
    expect([range.units.min.value, range.units.max.value, range.pathways]).toEqual([2, 4, 11n]);
  });
});

describe('a further column that is counted', () => {
  it('holds numbers, or is refused with the place of each cell that is none', () => {
    const specification = specificationOf(['at least 1 unit']);
    const source = { option: '--also' };
    const statement = (text: string) => valueOf(parseStatement({ kind: 'line', text, source }, namesOf(specification)));
    const issues = issuesOf(pose(specification, { also: [statement('at most 1 sector')] }));
    expect(issues.map(({ code, source: place }) => [code, place])).toEqual([
      ['not-a-number', { file: 'units.csv', line: 2, column: 23 }],
      ['not-a-number', { file: 'units.csv', line: 4, column: 29 }],
      ['open-value', { option: '--also' }],
    ]);
    const dear = pose(specification, { also: [statement('at most 20 cost from A')] });
    expect(dear.ok ? dear.value.scales.columns : null).toEqual(new Map([['cost', 100]]));
  });
});
