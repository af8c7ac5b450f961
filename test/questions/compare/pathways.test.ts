import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../src/domain/item-at.js';
import type { Problem } from '../../../src/domain/problem.js';
import { NO_DEADLINE } from '../../../src/methods/deadline.js';
import type { Pathway } from '../../../src/evaluate/certify.js';
import { comparePathways } from '../../../src/questions/compare/pathways.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { everyPathway } from '../../support/brute-force.js';
import { diagramMeans } from '../../support/means.js';

const sideOf = (problem: Problem) => ({ problem, pieces: problem.entries.map(({ identity }) => identity) });

/** The units of every pathway, each set once. */
function setsOf(problem: Problem): ReadonlySet<string> {
  return new Set(everyPathway(problem).map((it) => keyOf(problem, it)));
}

function keyOf(problem: Problem, selection: readonly number[]): string {
  return selection
    .map((at) => itemAt(problem.entries, at).identity)
    .toSorted()
    .join();
}

const shape = { minEntries: 1, maxEntries: 6, maxConditions: 2 };

describe.each([
  ['units listed once', { ...shape, repeats: 0, same: 0 }],
  ['units listed twice', { ...shape, repeats: 0.5, same: 0.1 }],
])('two versions with %s', (_, drawn) => {
  it('lose, gain and keep the sets of units that enumerating says, each with an example', () => {
    const seen = { lost: 0, gained: 0, kept: 0 };
    fc.assert(
      fc.property(arbitraryProblem(drawn), arbitraryProblem(drawn), (before, after) => {
        const held = (problem: Problem): Problem => ({ ...problem, achieved: problem.entries.map(() => false) });
        const [old, young] = [held(before), held(after)];
        const change = comparePathways(sideOf(old), sideOf(young), diagramMeans().store, NO_DEADLINE);
        const [a, b] = [setsOf(old), setsOf(young)];
        const [lost, gained] = [[...a].filter((it) => !b.has(it)), [...b].filter((it) => !a.has(it))];
        const kept = [...a].filter((it) => b.has(it)).length;
        expect([change?.lost, change?.gained, change?.kept]).toEqual(
          [lost.length, gained.length, kept].map((it) => BigInt(it)),
        );
        const told = (pathway: Pathway | null | undefined): string | null =>
          pathway === null || pathway === undefined ? null : keyOf(pathway.problem, pathway.selection);
        const [lostExample, gainedExample] = [told(change?.lostExample), told(change?.gainedExample)];
        expect(lostExample === null ? lost.length === 0 : lost.includes(lostExample)).toBe(true);
        expect(gainedExample === null ? gained.length === 0 : gained.includes(gainedExample)).toBe(true);
        seen.lost += lost.length;
        seen.gained += gained.length;
        seen.kept += kept > 1 ? 1 : 0;
      }),
      { numRuns: 60 },
    );
    expect(Math.min(seen.lost, seen.gained)).toBeGreaterThan(20);
    expect(seen.kept).toBeGreaterThan(0);
  });
});
