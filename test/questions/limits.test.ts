import { describe, expect, it } from 'vitest';
import { deadlineIn } from '../../src/methods/deadline.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Selection } from '../../src/domain/problem.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { createMeans } from '../../src/methods/means.js';
import type { Claim, Method } from '../../src/methods/method.js';
import { findAlternatives } from '../../src/questions/alternatives.js';
import { auditLearner } from '../../src/questions/audit.js';
import { findPathway } from '../../src/questions/pathway.js';
import { findUnitPrices } from '../../src/questions/unit-prices.js';
import { programMeans } from '../support/means.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 20],
  ['A', 'A2', 3, 5, 20],
  ['A', 'A3', 3, 5, 40],
];
const problem = smallProblem(UNITS, ['exactly 1 unit']);
const ALL = { count: 3, within: null };

/** A method that claims one thing after the other, the last one again and again. */
function claiming(...claims: readonly object[]): Method {
  let asked = 0;
  return {
    name: 'one',
    best: async () => ({ by: 'one', ...claims[Math.min(asked++, claims.length - 1)] }) as Claim,
  };
}

const FOUND = { status: 'feasible', selection: [1], bound: 15, limit: 'time' } as const;
const optimal = (...selection: Selection) => ({ status: 'optimal', selection });
const tooLarge = { status: 'unknown', limit: 'size' };
const failing = { status: 'failed', reason: 'it broke' };
const means = (...claims: readonly object[]) => ({ ...programMeans(), method: claiming(...claims) });

describe('a pathway found before a limit', () => {
  it('is the answer of alternatives and of prices too, unproved', async () => {
    const answer = { status: 'feasible', bound: 15, limit: 'time', objectives: [{ value: 20 }, { value: 1 }] };
    expect(await findAlternatives(problem, DEFAULT_OBJECTIVES, ALL, means(FOUND))).toMatchObject(answer);
    expect(await findUnitPrices(problem, DEFAULT_OBJECTIVES, means(FOUND))).toMatchObject(answer);
  });

  it('leaves the alternatives and prices before it standing', async () => {
    const cut = await findAlternatives(problem, DEFAULT_OBJECTIVES, ALL, means(optimal(0), FOUND));
    expect(cut).toMatchObject({ status: 'answered', alternatives: [{}], complete: false, limit: 'time' });
    const priced = await findUnitPrices(problem, DEFAULT_OBJECTIVES, means(optimal(0), optimal(1), FOUND));
    expect(priced).toMatchObject({ status: 'answered', optimum: [20, 1], limit: 'time' });
    const statuses = priced.status === 'answered' ? priced.units.map(({ status }) => status) : [];
    expect(statuses).toEqual(['free', 'unknown', 'unknown']);
  });
});

describe('what stopped a search', () => {
  it('is told as it is: size as size, a failure as one', async () => {
    const unknown = { status: 'unknown', limit: 'size', reason: null };
    expect(await findPathway(problem, DEFAULT_OBJECTIVES, means(tooLarge))).toMatchObject(unknown);
    expect(await findAlternatives(problem, DEFAULT_OBJECTIVES, ALL, means(tooLarge))).toMatchObject(unknown);
    expect(await findUnitPrices(problem, DEFAULT_OBJECTIVES, means(tooLarge))).toMatchObject(unknown);
    const broke = { status: 'unknown', limit: null, reason: 'it broke' };
    expect(await findAlternatives(problem, DEFAULT_OBJECTIVES, ALL, means(failing))).toMatchObject(broke);
    expect(await findUnitPrices(problem, DEFAULT_OBJECTIVES, means(failing))).toMatchObject(broke);
    const priced = await findUnitPrices(problem, DEFAULT_OBJECTIVES, means(optimal(0), tooLarge));
    expect(priced).toMatchObject({ status: 'answered', limit: 'size' });
  });

  it('is nothing where all alternatives are shown, or as many as were asked for', async () => {
    const all = await findAlternatives(
      problem,
      DEFAULT_OBJECTIVES,
      ALL,
      means(optimal(0), optimal(1), optimal(2), { status: 'infeasible' }),
    );
    expect(all).toMatchObject({ complete: true, limit: null, total: 3n, optimal: 2n });
    const enough = await findAlternatives(
      problem,
      DEFAULT_OBJECTIVES,
      { count: 1, within: null },
      means(optimal(0), tooLarge),
    );
    expect(enough).toMatchObject({ complete: false, limit: null, total: null });
  });
});

describe('the first in table order', () => {
  it('is not claimed when the deadline left it open', async () => {
    const late = { ...means(optimal(1)), deadline: deadlineIn(-1) };
    expect(await findPathway(problem, DEFAULT_OBJECTIVES, late)).toMatchObject({
      first: false,
      pathway: { selection: [1] },
    });
    expect(await findPathway(problem, DEFAULT_OBJECTIVES, means(optimal(1)))).toMatchObject({
      first: true,
      pathway: { selection: [0] },
    });
  });

  it('is found by every solver, with the diagram and without', async () => {
    for (const solver of ['auto', 'highs', 'javascript-lp-solver'] as const) {
      const { forOne, forMany } = createMeans({ solver, confirm: true, deadline: deadlineIn(60_000) });
      for (const it of [forOne, forMany, { ...forOne, store: createDiagramStore({ nodeBudget: 0 }) }]) {
        const answer = await findPathway(problem, DEFAULT_OBJECTIVES, it);
        expect(answer).toMatchObject({ status: 'optimal', first: true, pathway: { selection: [0] } });
      }
    }
  });
});

describe('an audit that a limit stopped', () => {
  const complete = async (held: readonly string[], ...claims: readonly object[]) => {
    const audit = await auditLearner(smallProblem(UNITS, ['exactly 1 unit'], held), held, means(...claims));
    return audit.complete;
  };

  it('does not say whether what is held is complete, unless that is known', async () => {
    expect(await complete(['A1'], tooLarge)).toBe(null);
    expect(await complete(['A1'], failing)).toBe(null);
    expect(await complete(['A1'], { ...FOUND, bound: 0 })).toBe(null);
    expect(await complete(['A1'], { ...FOUND, bound: null })).toBe(null);
    expect(await complete([], FOUND)).toBe(false);
    expect(await complete(['A2'], FOUND)).toBe(true);
    expect(await complete(['A1'], { status: 'infeasible' })).toBe(false);
  });
});

describe('a diagram', () => {
  it('is not built when no time is left', () => {
    const store = createDiagramStore({ deadline: { remaining: () => 0, passed: () => true } });
    expect(store.of(smallProblem(UNITS, ['exactly 1 unit']))).toMatchObject({ kind: 'too-large', limit: 'time' });
  });

  it('leaves out pathways whose units are known', async () => {
    const twice = smallProblem([...UNITS, ['B', 'A1', 3, 5, 20]], ['exactly 1 unit']);
    const method = createDiagramMethod(createDiagramStore());
    const next = (...known: Selection[]) => method.best(twice, DEFAULT_OBJECTIVES, deadlineIn(60_000), known);
    expect(await next([3])).toMatchObject({ status: 'optimal', selection: [1] });
    expect(await next([0], [1], [2])).toMatchObject({ status: 'infeasible' });
  });
});
