import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createBlockAnswerer, RECORD, type BlockAnswers } from '../../src/cohort/block.js';
import { aimAt, type CohortAim, type CohortPart } from '../../src/cohort/desks.js';
import { CohortMerge } from '../../src/cohort/merge.js';
import type { Problem } from '../../src/domain/problem.js';
import { bestByBruteForce } from '../support/agreement.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { diagramMeans } from '../support/means.js';
import { smallProblem } from '../support/small-qualification.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';

const MEANS = diagramMeans();
const METHODS = { forOne: MEANS, forLargeRules: MEANS, millisecondsALearner: 10_000 };

interface Learner {
  readonly learner: string;
  readonly achieved: readonly string[];
  readonly 'registered-on'?: string;
}

function answersOf(aim: CohortAim, learners: readonly Learner[]): Promise<BlockAnswers> {
  const bytes = new TextEncoder().encode(learners.map((it) => `${JSON.stringify(it)}\n`).join(''));
  return createBlockAnswerer(aim, METHODS)({ bytes, form: { format: 'ndjson' }, after: null }, () => false);
}

const linesIn = ({ bytes }: BlockAnswers): readonly Record<string, unknown>[] =>
  new TextDecoder()
    .decode(bytes)
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const partOf = (id: string, problem: Problem): CohortPart => ({ id, problem });
const several = (parts: readonly CohortPart[], nearest: number | null = null): CohortAim => {
  return { parts, named: true, nearest };
};

const DRAWN = fc.record({
  problems: fc.array(arbitraryProblem({ maxEntries: 6, maxConditions: 3, depth: 1 }), { minLength: 2, maxLength: 4 }),
  held: fc.array(fc.subarray(['U 1', 'U 2', 'U 3', 'U 4', 'U 5', 'U 6']), { minLength: 1, maxLength: 4 }),
  nearest: fc.integer({ min: 1, max: 4 }),
});

describe('a cohort towards several qualifications', () => {
  it('says of each what it would say of it alone, learner by learner', async () => {
    await fc.assert(
      fc.asyncProperty(DRAWN, async ({ problems, held }) => {
        const learners = held.map((achieved, at) => ({ learner: `L${at}`, achieved }));
        const parts = problems.map((problem, at) => partOf(`q${at}`, problem));
        const alone = await Promise.all(problems.map(async (it) => linesIn(await answersOf(aimAt(it), learners))));
        const expected = learners.flatMap((_, at) =>
          parts.map(({ id }, part) => ({ qualification: id, ...alone[part]?.[at] })),
        );
        const together = await answersOf(several(parts), learners);
        expect(linesIn(together)).toEqual(expected);
        expect(together.records).toHaveLength(RECORD * learners.length);
      }),
      { numRuns: 60 },
    );
  });

  it('names those with the least new hours, then by id, as brute force has them', async () => {
    await fc.assert(
      fc.asyncProperty(DRAWN, async ({ problems, held, nearest }) => {
        // The ids fall, so that the order of the parts is not that of the ids.
        const parts = problems.map((problem, at) => partOf(`q${9 - at}`, problem));
        const [achieved = []] = held;
        const lines = linesIn(await answersOf(several(parts, nearest), [{ learner: 'L', achieved }]));
        const all = parts.map(({ id, problem }) => {
          const own = problem.entries.map(({ identity }) =>
            problem.entries.some((it) => it.identity === identity && achieved.includes(it.ref)),
          );
          const [hours = null] = bestByBruteForce({ ...problem, achieved: own }, DEFAULT_OBJECTIVES) ?? [];
          return { qualification: id, newGlh: hours };
        });
        const sorted = all.toSorted((a, b) => {
          const [first, second] = [a.newGlh ?? 1e9, b.newGlh ?? 1e9];
          return first - second || (a.qualification < b.qualification ? -1 : 1);
        });
        expect(lines.map(({ qualification, newGlh }) => ({ qualification, newGlh }))).toEqual(sorted.slice(0, nearest));
      }),
      { numRuns: 80 },
    );
  });
});

const EASY = partOf('easy', smallProblem([['A', 'U 1', 1, 5, 10]], ['at least 1 unit']));
const NEVER = partOf('never', smallProblem([['A', 'U 2', 1, 5, 20]], ['at least 2 units']));
const OTHER = partOf('other', smallProblem([['A', 'U 3', 1, 5, 30]], ['at least 1 unit']));

async function merged(aim: CohortAim, learners: readonly Learner[], keepGoing = true) {
  let text = '';
  const told: string[] = [];
  const merge = new CohortMerge({
    file: 'f',
    firstLine: 1,
    keepGoing,
    write: async (bytes) => void (text += new TextDecoder().decode(bytes)),
    tell: ({ message }) => void told.push(message),
  });
  await merge.take(await answersOf(aim, learners));
  const lines = text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as { learner: string; qualification: string });
  return { merge, told, lines: lines.map(({ learner, qualification }) => `${learner} ${qualification}`) };
}

describe('what comes of several lines a learner', () => {
  it('leaves out a learner who comes again with all lines', async () => {
    const learners = ['L1', 'L2', 'L1', 'L3'].map((learner) => ({ learner, achieved: [] }));
    const { lines, merge, told } = await merged(several([EASY, OTHER]), learners);
    expect(lines).toEqual(['L1 easy', 'L1 other', 'L2 easy', 'L2 other', 'L3 easy', 'L3 other']);
    expect([merge.answered, merge.last, told.length]).toEqual([3, 'L3', 1]);
    expect(told[0]).toContain('L1');
  });

  it('stops behind a whole learner', async () => {
    const learners = ['L1', 'L2', 'L1', 'L3'].map((learner) => ({ learner, achieved: [] }));
    const { lines, merge } = await merged(several([EASY, OTHER]), learners, false);
    expect(lines).toEqual(['L1 easy', 'L1 other', 'L2 easy', 'L2 other']);
    expect([merge.answered, merge.last]).toEqual([2, 'L2']);
  });

  it('counts a learner as without a pathway where a line says so, not where that is left out', async () => {
    const learner = [{ learner: 'L', achieved: [] }];
    const all = await merged(several([EASY, NEVER, OTHER]), learner);
    expect([all.lines, all.merge.count('infeasible')]).toEqual([['L easy', 'L never', 'L other'], 1]);
    const two = await merged(several([EASY, NEVER, OTHER], 2), learner);
    expect([two.lines, two.merge.count('infeasible')]).toEqual([['L easy', 'L other'], 0]);
    const three = await merged(several([EASY, NEVER, OTHER], 3), learner);
    expect([three.lines, three.merge.count('infeasible')]).toEqual([['L easy', 'L other', 'L never'], 1]);
  });

  it('leaves out a qualification without a version on the day of a learner, and says so', async () => {
    const versions = [{ problem: OTHER.problem, valid: { from: '2026-01-01', to: null }, name: 'from 2026-01-01' }];
    const dated = { ...OTHER, versions };
    const early = { learner: 'L1', achieved: [], 'registered-on': '2025-01-01' };
    const late = { learner: 'L2', achieved: [], 'registered-on': '2026-02-01' };
    const { lines, told } = await merged(several([EASY, dated]), [early, late]);
    expect(lines).toEqual(['L1 easy', 'L2 easy', 'L2 other']);
    expect(told).toEqual(['No version of other could be started on 2025-01-01, when L1 registered.']);
    const none = await merged(several([dated, { ...dated, id: 'second' }]), [early, late]);
    expect([none.lines, none.merge.issues]).toEqual([['L2 other', 'L2 second'], 1]);
  });
});
