import { describe, expect, it } from 'vitest';
import { error } from '../../src/domain/issue.js';
import { failure, success } from '../../src/domain/result.js';
import type { Specification } from '../../src/domain/specification.js';
import { isUnsettled, nearestFirst, progressTowards, type Progress } from '../../src/questions/progress.js';
import { problemOf } from '../support/arbitrary-problem.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { rowsOf, statementFor, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 20],
  ['A', 'A2', 3, 5, 30],
];

function specificationOf(id: string, ...rule: readonly string[]): Specification {
  const statements = rule.map((text) => statementFor(UNITS, text));
  return { ...problemOf(rowsOf(UNITS), statements).qualification.specification, id };
}

const open: Specification = {
  ...specificationOf('open'),
  rows: rowsOf(UNITS).map((row) => ({ ...row, glh: { open: `${row.ref}.glh`, min: null, max: null } })),
};
const place = { file: 'broken.yaml', line: 3, column: 1 };
const broken = failure([error('unknown-group', 'no such group', place)]);
const MODELS = [
  { id: 'one', model: success(specificationOf('one', 'all units from A')) },
  { id: 'broken', model: broken },
  { id: 'open', model: success(open) },
  { id: 'never', model: success(specificationOf('never', 'at least 99 credits')) },
  { id: 'a-half', model: success(specificationOf('a-half', 'all units from A')) },
  { id: 'done', model: success(specificationOf('done', 'at least 5 credits')) },
];

const progressOf = async (held: readonly string[]): Promise<readonly Progress[]> => {
  const all: Progress[] = [];
  for (const model of MODELS) all.push(await progressTowards(model, held, [], diagramMeans()));
  return all;
};

describe('progress', () => {
  it('goes on past broken and open models, nearest first, then by id', async () => {
    const sorted = nearestFirst(await progressOf(['A2', 'Q 9']));
    expect(sorted.map((it) => [it.id, it.status])).toEqual([
      ['done', 'answered'],
      ['a-half', 'answered'],
      ['one', 'answered'],
      ['broken', 'broken'],
      ['never', 'infeasible'],
      ['open', 'open'],
    ]);
    expect(sorted[0]).toMatchObject({ complete: true, totals: { newGlh: 0 } });
    expect(sorted[1]).toMatchObject({ complete: false, totals: { newGlh: 20, overlapUnits: 1 } });
    expect(sorted[3]).toMatchObject({ title: null, issues: [{ message: 'no such group' }] });
    // The hours of A2, which is held, are not needed for what is new.
    expect(sorted[5]).toMatchObject({ names: ['A1.glh'] });
    expect(sorted.filter(isUnsettled)).toEqual([]);
  });

  it('tells what a limit left open', async () => {
    const best = async () => ({ by: 'one', status: 'unknown', limit: 'time' }) as const;
    const means = { ...programMeans(), method: { name: 'one', best } };
    const [model] = MODELS as [(typeof MODELS)[number]];
    const progress = await progressTowards(model, ['A1'], [], means);
    expect([progress.status, isUnsettled(progress)]).toEqual(['unknown', true]);
  });
});
