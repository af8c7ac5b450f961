import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import {
  createBlockAnswerer,
  RECORD,
  type AnswerBlock,
  type BlockAnswers,
  type BlockTask,
} from '../../src/cohort/block.js';
import { aimAt } from '../../src/cohort/desks.js';
import { CohortMerge } from '../../src/cohort/merge.js';
import { runCohort } from '../../src/cohort/run.js';
import { DEFAULT_OBJECTIVES } from '../../src/domain/measure.js';
import type { Method } from '../../src/methods/method.js';
import { diagramMeans } from '../support/means.js';
import { smallProblem } from '../support/small-qualification.js';

const PROBLEM = smallProblem([['A', 'U 1', 1, 5, 10]], ['at least 1 unit']);
const DIAGRAM = diagramMeans();
const SOON = { millisecondsALearner: 1000 };
const ANSWER = createBlockAnswerer(aimAt(PROBLEM), { forOne: DIAGRAM, forLargeRules: DIAGRAM, ...SOON });
const FORM = { format: 'ndjson' } as const;

const blockOf = (...learners: string[]): Uint8Array =>
  new TextEncoder().encode(learners.map((learner) => `${JSON.stringify({ learner, achieved: [] })}\n`).join(''));

async function* blocksOf(blocks: readonly Uint8Array[]): AsyncGenerator<Uint8Array> {
  for (const block of blocks) yield block;
}

interface Outcome {
  readonly learners: readonly string[];
  readonly issues: readonly string[];
  readonly mostAtOnce: number;
  readonly stopped: boolean;
}

/** Runs blocks through answerers that take as long as `delays` says, in turns of the event loop. */
async function run(
  blocks: readonly Uint8Array[],
  { delays = [0], atOnce = 3, keepGoing = true, answer = (task: BlockTask) => ANSWER(task, () => false) } = {},
): Promise<Outcome> {
  let [text, underWay, mostAtOnce, asked] = ['', 0, 0, 0];
  const issues: string[] = [];
  const write = async (bytes: Uint8Array): Promise<void> => void (text += new TextDecoder().decode(bytes));
  const merge = new CohortMerge({
    file: 'f',
    firstLine: 1,
    keepGoing,
    write,
    tell: ({ message }) => void issues.push(message),
  });
  const delayed = async (task: BlockTask): Promise<BlockAnswers> => {
    mostAtOnce = Math.max(mostAtOnce, (underWay += 1));
    await sleep(delays[asked++ % delays.length] ?? 0);
    underWay -= 1;
    return answer(task);
  };
  const stop = new AbortController();
  const input = { form: FORM, firstLine: 1, blocks: blocksOf(blocks) };
  const answerers = { answer: delayed, atOnce };
  await runCohort({ input, answerers, merge, resumeAfter: null, stop, progress: () => {} });
  const learners = text
    .split('\n')
    .slice(0, -1)
    .map((line) => (JSON.parse(line) as { learner: string }).learner);
  return { learners, issues, mostAtOnce, stopped: stop.signal.aborted };
}

describe('blocks that are answered side by side', () => {
  it('are written in their order, with no more under way than allowed', async () => {
    const names = Array.from({ length: 12 }, (_, at) => `L${at}`);
    const delays = fc.array(fc.nat(4), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(delays, fc.integer({ min: 1, max: 4 }), async (own, atOnce) => {
        const outcome = await run(
          names.map((name) => blockOf(name)),
          { delays: own, atOnce },
        );
        expect(outcome).toMatchObject({ learners: names, issues: [], stopped: false });
        expect(outcome.mostAtOnce).toBeLessThanOrEqual(atOnce);
      }),
      { numRuns: 30 },
    );
  });

  it('are not written behind one that ends the run', async () => {
    const blocks = [blockOf('a', 'b'), blockOf('c', 'a', 'd'), blockOf('e')];
    expect(await run(blocks, { keepGoing: false, delays: [5, 0, 0] })).toMatchObject({
      learners: ['a', 'b', 'c'],
      issues: ["The learner 'a' stands here once more; what a learner holds is given in one place."],
      stopped: true,
    });
    expect(await run(blocks)).toMatchObject({ learners: ['a', 'b', 'c', 'd', 'e'], stopped: false });
  });

  it('are not written behind one that was cut short', async () => {
    const answer = async (task: BlockTask): Promise<BlockAnswers> => {
      const answers = await ANSWER(task, () => false);
      return { ...answers, cutShort: answers.records.length > RECORD };
    };
    const outcome = await run([blockOf('a'), blockOf('b', 'c'), blockOf('d')], { answer });
    expect(outcome).toMatchObject({ learners: ['a', 'b', 'c'], stopped: true });
  });

  it('end the run with the error of one that cannot be answered', async () => {
    const answer = async (task: BlockTask): Promise<BlockAnswers> => {
      if (task.bytes.length > 40) throw new Error('the thread has died');
      return ANSWER(task, () => false);
    };
    const blocks = [blockOf('a'), blockOf('b', 'c'), blockOf('d'), blockOf('e'), blockOf('f')];
    await expect(run(blocks, { answer })).rejects.toThrow('the thread has died');
  });
});

describe('a block', () => {
  const slow: Method = {
    name: 'slow',
    best: async (problem) => {
      await sleep(60);
      return DIAGRAM.method.best(problem, DEFAULT_OBJECTIVES, NO_DEADLINE);
    },
  };

  it('is left off between two learners when it is halted', async () => {
    const means = { ...DIAGRAM, method: slow };
    const methods = { forOne: means, forLargeRules: means, ...SOON, nodeBudget: 0 };
    const answer: AnswerBlock = createBlockAnswerer(
      aimAt(
        smallProblem(
          [
            ['A', 'U 1', 1, 5, 10],
            ['A', 'U 2', 1, 5, 10],
          ],
          ['exactly 1 unit'],
        ),
      ),
      methods,
    );
    const lines = ['a', 'b', 'c', 'd'].map(
      (learner, at) => `${JSON.stringify({ learner, achieved: ['U 1', 'U 2'].slice(0, at) })}\n`,
    );
    const task = { bytes: new TextEncoder().encode(lines.join('')), form: FORM, after: null };
    let asked = 0;
    const { bytes, cutShort } = await answer(task, () => ++asked === 2);
    expect(cutShort).toBe(true);
    expect(new TextDecoder().decode(bytes).split('\n')).toHaveLength(3);
    expect((await answer(task, () => false)).cutShort).toBe(false);
  });
});
