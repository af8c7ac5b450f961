import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Selection } from '../../src/domain/problem.js';
import type { Claim, Method } from '../../src/methods/method.js';
import { firstThatSettles } from '../../src/methods/method.js';
import { findPathway } from '../../src/questions/pathway.js';
import { diagramMeans } from '../support/means.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 20],
  ['A', 'A2', 3, 5, 30],
  ['A', 'A3', 3, 5, 40],
];
const problem = smallProblem(UNITS, ['exactly 1 unit']);
const LEAST: readonly Objective[] = [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }];

const saying = (name: string, claim: object): Method => ({
  name,
  best: () => Promise.resolve({ by: name, ...claim } as Claim),
});
const optimal = (name: string, selection: Selection): Method => saying(name, { status: 'optimal', selection });
const none = (name: string): Method => saying(name, { status: 'infeasible' });
const cutOff = (name: string, selection: Selection): Method =>
  saying(name, { status: 'feasible', selection, bound: 10, limit: 'time' });
const silent = (name: string): Method => saying(name, { status: 'unknown', limit: 'size' });

const contradicting = (name: string): Method =>
  saying(name, { status: 'failed', reason: 'they contradict each other', contradiction: true });

const ask = (method: Method, ...confirmers: Method[]) =>
  findPathway(problem, LEAST, { ...diagramMeans(), method, confirmers });

describe('an answer', () => {
  it('names who proved it and who came to the same value', async () => {
    const answer = await ask(optimal('one', [0]), optimal('two', [0]), silent('three'));
    expect(answer).toMatchObject({ status: 'optimal', by: 'one', confirmedBy: ['two'], objectives: [{ value: 20 }] });
  });

  it('that no pathway exists can be confirmed as well', async () => {
    expect(await ask(none('one'), none('two'))).toMatchObject({ status: 'infeasible', confirmedBy: ['two'] });
  });

  it('that was cut off is improved by a proof', async () => {
    expect(await ask(cutOff('one', [1]), optimal('two', [0]))).toMatchObject({ status: 'optimal', by: 'two' });
    expect(await ask(cutOff('one', [1]), silent('two'))).toMatchObject({ status: 'feasible', by: 'one', bound: 10 });
  });

  it('stays unknown when limits ended every search, and is settled by whoever was not stopped', async () => {
    expect(await ask(silent('one'), silent('two'))).toMatchObject({ status: 'unknown', limit: 'size', reason: null });
    expect(await ask(silent('one'), optimal('two', [0]))).toMatchObject({ status: 'optimal', by: 'two' });
  });

  it('stays unknown, with the reason, when those who answer fail', async () => {
    const broken = saying('one', { status: 'failed', reason: 'broken' });
    expect(await ask(broken)).toEqual({ status: 'unknown', limit: null, reason: 'broken', by: 'one' });
    expect(await ask(broken, optimal('two', [0]))).toMatchObject({ status: 'optimal', by: 'two' });
    expect(await ask(optimal('two', [0]), broken)).toMatchObject({ status: 'optimal', by: 'two', confirmedBy: [] });
  });
});

describe('a contradiction', () => {
  it.each<[string, Method, Method]>([
    ['two different optima', optimal('one', [1]), optimal('two', [0])],
    ['a pathway against none', optimal('one', [0]), none('two')],
    ['none against a pathway', none('one'), optimal('two', [0])],
    ['a pathway found that beats a proof', cutOff('one', [0]), optimal('two', [1])],
    ['a confirmer whose selection breaks the rule', optimal('one', [0]), optimal('two', [0, 1])],
    ['two solvers behind a confirmer', optimal('one', [0]), contradicting('two')],
    ['a proof that a pathway found beats', optimal('one', [1]), cutOff('two', [0])],
    ['a best pathway that is not the best', optimal('one', [1]), silent('two')],
  ])('is disputed: %s', async (_, first, second) => {
    const answer = await ask(first, second);
    expect(answer.status).toBe('disputed');
    expect('claims' in answer ? answer.claims.length : 0).toBeGreaterThanOrEqual(2);
  });

  it('with the evaluator is disputed without any confirmer', async () => {
    expect(await ask(optimal('one', [0, 1]))).toMatchObject({ status: 'disputed' });
    expect(await ask(contradicting('one'))).toMatchObject({ status: 'disputed' });
  });
});

describe('methods in a row', () => {
  it('stop at the first that settles the question', async () => {
    const chain = firstThatSettles(silent('one'), optimal('two', [0]), none('three'));
    expect(await chain.best(problem, LEAST, NO_DEADLINE)).toMatchObject({ by: 'two', status: 'optimal' });
  });

  it('keep the pathway that one of them has found, and pass over one that fails', async () => {
    const best = (...methods: [Method, Method]) => firstThatSettles(...methods).best(problem, LEAST, NO_DEADLINE);
    const broken = saying('broken', { status: 'failed', reason: 'broken' });
    expect(await best(silent('one'), cutOff('two', [0]))).toMatchObject({ by: 'two', status: 'feasible' });
    expect(await best(cutOff('one', [0]), silent('two'))).toMatchObject({ by: 'one', status: 'feasible' });
    expect(await best(silent('one'), broken)).toMatchObject({ by: 'one', status: 'unknown' });
    expect(await best(broken, silent('two'))).toMatchObject({ by: 'two', status: 'unknown' });
    expect(await best(contradicting('one'), silent('two'))).toMatchObject({ by: 'one', status: 'failed' });
  });
});
