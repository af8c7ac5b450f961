import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Selection } from '../../src/domain/problem.js';
import type { Claim, Method } from '../../src/methods/method.js';
import { firstThatSettles } from '../../src/methods/method.js';
import { findPathway } from '../../src/questions/pathway.js';
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

const ask = (method: Method, ...confirmers: Method[]) =>
  findPathway(problem, LEAST, { method, confirmers, deadline: NO_DEADLINE });

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

  it('stays unknown when a limit ended the search', async () => {
    expect(await ask(silent('one'), optimal('two', [0]))).toMatchObject({ status: 'unknown', limit: 'size' });
  });
});

describe('a contradiction', () => {
  it.each<[string, Method, Method]>([
    ['two different optima', optimal('one', [1]), optimal('two', [0])],
    ['a pathway against none', optimal('one', [0]), none('two')],
    ['none against a pathway', none('one'), optimal('two', [0])],
    ['a pathway found that beats a proof', cutOff('one', [0]), optimal('two', [1])],
    ['a confirmer whose selection breaks the rule', optimal('one', [0]), optimal('two', [0, 1])],
    ['a confirmer that fails', optimal('one', [0]), saying('two', { status: 'failed', reason: 'broken' })],
  ])('is disputed: %s', async (_, first, second) => {
    const answer = await ask(first, second);
    expect(answer.status).toBe('disputed');
    expect('claims' in answer ? answer.claims.length : 0).toBeGreaterThanOrEqual(2);
  });

  it('with the evaluator is disputed without any confirmer', async () => {
    expect(await ask(optimal('one', [0, 1]))).toMatchObject({ status: 'disputed' });
    expect(await ask(saying('one', { status: 'failed', reason: 'broken' }))).toMatchObject({ status: 'disputed' });
  });
});

describe('methods in a row', () => {
  it('stop at the first that settles the question', async () => {
    const chain = firstThatSettles(silent('one'), optimal('two', [0]), none('three'));
    expect(await chain.best(problem, LEAST, NO_DEADLINE)).toMatchObject({ by: 'two', status: 'optimal' });
    const last = firstThatSettles(silent('one'), cutOff('two', [0]));
    expect(await last.best(problem, LEAST, NO_DEADLINE)).toMatchObject({ by: 'two', status: 'feasible' });
  });
});
