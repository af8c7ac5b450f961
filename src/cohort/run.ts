import type { CohortInput } from './input/input.js';
import { readCohortBlock } from './input/input.js';
import { fingerprint } from './input/repeats.js';
import type { BlockAnswers, BlockTask } from './block.js';
import type { CohortMerge } from './merge.js';

/** Who answers blocks, and how many at a time. */
export interface BlockAnswerers {
  readonly answer: (task: BlockTask) => Promise<BlockAnswers>;
  readonly atOnce: number;
}

/** What a run is made of. `stop` ends it: from outside, as by an interrupt, or from within. */
export interface CohortRun {
  readonly input: CohortInput;
  readonly answerers: BlockAnswerers;
  readonly merge: CohortMerge;
  readonly resumeAfter: string | null;
  readonly stop: AbortController;
  readonly progress: () => void;
}

/**
 * Answers every block and writes the answers in the order of the input, with at most `atOnce` blocks under way. Returns
 * whether the learner to resume after, if any, was found.
 */
export async function runCohort(run: CohortRun): Promise<{ readonly resumed: boolean }> {
  const { answerers, merge, stop } = run;
  const writing = new Writing(run);
  const resume: Resume = { after: run.resumeAfter };
  try {
    for await (const bytes of run.input.blocks) {
      if (stop.signal.aborted) break;
      const task = nextTask(bytes, run.input, resume, merge);
      if (task === null) continue;
      await writing.roomFor(answerers.atOnce);
      if (stop.signal.aborted) break;
      writing.add(answerers.answer(task));
    }
  } finally {
    await writing.end();
  }
  return { resumed: resume.after === null };
}

interface Resume {
  /** The learner still to be found; null from then on. */
  after: string | null;
}

/** The task that a block makes; null when all of it was answered in an earlier run. */
function nextTask(bytes: Uint8Array, { form }: CohortInput, resume: Resume, merge: CohortMerge): BlockTask | null {
  const { after } = resume;
  if (after === null) return { bytes, form, after };
  const { items, lines } = readCohortBlock(bytes, form);
  const found = items.findIndex((item) => item.kind === 'learner' && item.learner === after);
  const passed = found < 0 ? items : items.slice(0, found + 1);
  const learners = passed.flatMap(({ learner }) => (learner === null ? [] : [fingerprint(learner)]));
  merge.skip(learners, found < 0 ? lines : 0);
  if (found < 0) return null;
  resume.after = null;
  return { bytes, form, after };
}

/** Writes answers one after the other, in the order in which they were asked for, as soon as they are there. */
class Writing {
  readonly #run: CohortRun;
  readonly #underWay: Promise<void>[] = [];
  #last: Promise<void> = Promise.resolve();
  #ended = false;

  constructor(run: CohortRun) {
    this.#run = run;
  }

  add(answers: Promise<BlockAnswers>): void {
    const before = this.#last;
    const written = this.#write(answers, before);
    // Whoever waits for it next hears of a failure; until then nobody has to.
    written.catch(() => this.#run.stop.abort());
    this.#last = written;
    this.#underWay.push(written);
  }

  /** Waits until fewer than `atOnce` blocks are under way. */
  async roomFor(atOnce: number): Promise<void> {
    while (this.#underWay.length >= atOnce) await this.#underWay.shift();
  }

  async end(): Promise<void> {
    await this.#last;
  }

  async #write(answers: Promise<BlockAnswers>, before: Promise<void>): Promise<void> {
    const [block] = await Promise.all([answers, before]);
    if (this.#ended) return;
    const goesOn = await this.#run.merge.take(block);
    this.#run.progress();
    if (goesOn && !block.cutShort) return;
    this.#ended = true;
    this.#run.stop.abort();
  }
}
