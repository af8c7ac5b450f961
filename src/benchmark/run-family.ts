import type { Contestant } from './contestant.js';
import { answerWords, isAnswer, judge, type Said, type Verdict } from './judge.js';
import { spreadOf, type Spread } from './statistics.js';
import { questionCount, type Family, type Instance } from './task.js';
import { takeTurn, type Meter, type Turn, type TurnTimes } from './turn.js';

/** How a benchmark is run. */
export interface RunOptions {
  readonly contestants: readonly Contestant[];
  /** How many timed rounds; one round before them is not timed but checked. */
  readonly runs: number;
  /** For the build and the first question together, and for each next question. */
  readonly milliseconds: number;
  readonly quick: boolean;
  readonly meter: Meter;
  /** Told what is being done. */
  readonly progress?: (words: string) => void;
}

/** The times of a contestant on an instance, in milliseconds; those of its very first turn are under `cold`. */
export interface Times {
  readonly build: Spread;
  readonly first: Spread;
  readonly check: Spread;
  /** Build, first question and check together. */
  readonly one: Spread;
  readonly next: Spread | null;
  readonly nextCheck: Spread | null;
  /** Next question and check together. */
  readonly nextCertified: Spread | null;
  readonly processor: Spread | null;
  readonly cold: number;
}

/** How a contestant did on an instance. */
export interface Standing {
  readonly name: string;
  readonly verdict: Verdict;
  /** How many questions it was asked. */
  readonly questions: number;
  /** Null without an answer that stands. */
  readonly times: Times | null;
}

/** How everybody did on an instance. */
export interface InstanceResult {
  readonly instance: Pick<Instance, 'name' | 'size'>;
  /** The answer to the first question that all who agree have given; null when nobody answered. */
  readonly answer: string | null;
  readonly standings: readonly Standing[];
}

/** How everybody did on a family. */
export interface FamilyResult {
  readonly family: Pick<Family, 'id' | 'title' | 'statement' | 'analysis' | 'growsBy'>;
  readonly instances: readonly InstanceResult[];
}

/**
 * Runs a family: everybody who can answers every instance in turn, one round unjudged by the clock, in which all answers
 * are compared, and then the timed rounds, each begun by somebody else. Who came to the limit is not asked about larger
 * instances again.
 */
export async function runFamily(family: Family, options: RunOptions): Promise<FamilyResult> {
  const left = new Map<string, string>();
  const instances: InstanceResult[] = [];
  for (const instance of family.instances(options.quick)) {
    options.progress?.(`${family.id}: ${instance.name}`);
    const result = await runInstance(instance, options, left);
    for (const { name, verdict } of result.standings) if (verdict.kind === 'limit') left.set(name, TOO_SLOW);
    if (options.quick) for (const { name, isProcess } of options.contestants) if (isProcess) left.set(name, QUICK);
    instances.push(result);
  }
  return { family, instances };
}

const TOO_SLOW = 'it came to the limit on a smaller one';
const QUICK = 'a quick run asks processes about the first instance only';

/** `left` says who is not asked any more, and why. */
async function runInstance(
  instance: Instance,
  { contestants, runs, milliseconds, meter }: RunOptions,
  left: ReadonlyMap<string, string>,
): Promise<InstanceResult> {
  const { task } = instance;
  const able = contestants.filter(({ name, declines }) => declines(task) === null && !left.has(name));
  const first = new Map<string, Turn>();
  for (const it of able) first.set(it.name, await takeTurn(it, task, { milliseconds }, meter));
  const said = [...first].map(([name, { replies, fault }]): Said => ({ name, replies, fault }));
  const verdicts = new Map(judge(task, said, instance.known));
  const timed = able.filter(({ name }) => hasTimes(verdicts.get(name)));
  const turns = new Map<string, TurnTimes[]>(timed.map(({ name }) => [name, []]));
  for (let round = 0; round < runs; round++) {
    for (const it of rotated(timed, round)) {
      const turn = await takeTurn(it, task, { milliseconds }, meter);
      if (wordsOf(turn) === wordsOf(first.get(it.name))) turns.get(it.name)?.push(turn.times);
      else verdicts.set(it.name, changed(turn));
    }
  }
  const standings = contestants.map((it): Standing => {
    const verdict = verdicts.get(it.name) ?? notAsked(it.declines(task), left.get(it.name));
    const samples = turns.get(it.name) ?? [];
    const times = hasTimes(verdict) && samples.length > 0 ? timesOf(samples, first.get(it.name)) : null;
    return { name: it.name, verdict, questions: Math.min(questionCount(task), it.mostQuestions), times };
  });
  return { instance, answer: agreedAnswer(said, verdicts), standings };
}

function hasTimes(verdict: Verdict | undefined): boolean {
  return verdict?.kind === 'agrees' || verdict?.kind === 'alone';
}

function notAsked(declined: string | null, left: string | undefined): Verdict {
  if (declined !== null) return { kind: 'declined', why: declined };
  if (left === undefined) throw new Error('everybody who can be asked has a verdict');
  return { kind: 'left out', why: left };
}

/** The same list, begun further on, so that nobody always follows the same one. */
function rotated<T>(items: readonly T[], by: number): readonly T[] {
  const start = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}

function wordsOf(turn: Turn | undefined): string {
  return turn === undefined ? '' : [turn.fault ?? '', ...turn.replies.map(answerWords)].join('|');
}

function changed({ replies, fault }: Turn): Verdict {
  if (replies.every(isAnswer) || fault !== null) return { kind: 'wrong', why: 'it gave another answer in a later run' };
  return { kind: 'limit' };
}

function agreedAnswer(said: readonly Said[], verdicts: ReadonlyMap<string, Verdict>): string | null {
  const reply = said.find(({ name }) => hasTimes(verdicts.get(name)))?.replies[0];
  return reply === undefined ? null : answerWords(reply);
}

function timesOf(samples: readonly TurnTimes[], cold: Turn | undefined): Times {
  if (cold === undefined) throw new Error('nobody has times without a first turn');
  const over = (pick: (times: TurnTimes) => number): Spread => spreadOf(samples.map(pick));
  const where = (pick: (times: TurnTimes) => number | null): Spread | null => {
    const known = samples.map(pick).filter((value) => value !== null);
    return known.length === 0 ? null : spreadOf(known);
  };
  return {
    build: over(({ build }) => build),
    first: over(({ first }) => first),
    check: over(({ check }) => check),
    one: over(oneQuestion),
    next: where(({ next }) => next),
    nextCheck: where(({ nextCheck }) => nextCheck),
    nextCertified: where(({ next, nextCheck }) => (next === null || nextCheck === null ? null : next + nextCheck)),
    processor: where(({ processor }) => processor),
    cold: oneQuestion(cold.times),
  };
}

function oneQuestion({ build, first, check }: TurnTimes): number {
  return build + first + check;
}
