import type { Reply, Task } from './task.js';

/** What became of a contestant on one instance. Only `agrees` and `alone` have times. */
export type Verdict =
  | { readonly kind: 'agrees' }
  /** Nobody else answered, so that nobody could disagree. */
  | { readonly kind: 'alone' }
  | { readonly kind: 'wrong'; readonly why: string }
  /** Others say something else, and no witness decides between them. */
  | { readonly kind: 'disputed'; readonly why: string }
  | { readonly kind: 'limit' }
  | { readonly kind: 'failed'; readonly why: string }
  /** It cannot be asked this. */
  | { readonly kind: 'declined'; readonly why: string }
  /** It was not asked, although it could be: as after a limit on a smaller instance. */
  | { readonly kind: 'left out'; readonly why: string };

/** What a contestant said to each of its questions, and what was found wrong with it by itself. */
export interface Said {
  readonly name: string;
  readonly replies: readonly Reply[];
  readonly fault: string | null;
}

/**
 * The verdict on everyone: replies to the same question must be the same. Of two that differ a pathway that has passed
 * the evaluator proves whoever is above it wrong; `known` is the answer that is known beforehand, if any.
 */
export function judge(task: Task, everyone: readonly Said[], known: string | undefined): ReadonlyMap<string, Verdict> {
  const sound = everyone.filter(({ fault, replies }) => fault === null && replies.every(isAnswer));
  return new Map(everyone.map((said) => [said.name, verdictOn(task, said, sound, known)]));
}

/** Whether a reply settles its question. */
export function isAnswer({ status }: Reply): boolean {
  return status !== 'limit' && status !== 'failed';
}

/** What a reply says, in words that are the same for whoever says the same. */
export function answerWords(reply: Reply): string {
  switch (reply.status) {
    case 'best':
    case 'point':
    case 'plan':
    case 'seats':
      return String(reply.value);
    case 'number':
      return String(reply.number);
    case 'values':
      return reply.values.join(' ');
    case 'infeasible':
      return 'none';
    case 'limit':
      return 'nothing';
    case 'failed':
      return `nothing (${reply.why})`;
  }
}

function verdictOn(task: Task, said: Said, sound: readonly Said[], known: string | undefined): Verdict {
  const { replies, fault } = said;
  if (fault !== null) return { kind: 'wrong', why: fault };
  const failed = replies.find((reply) => reply.status === 'failed');
  if (failed?.status === 'failed') return { kind: 'failed', why: failed.why };
  if (replies.some(({ status }) => status === 'limit')) return { kind: 'limit' };
  const others = sound.filter(({ name }) => name !== said.name);
  for (const [question, reply] of replies.entries()) {
    const own = answerWords(reply);
    if (known !== undefined && own !== known) return { kind: 'wrong', why: `it says ${own}; known is ${known}` };
    for (const { name, replies: theirs } of others) {
      const other = theirs[question];
      if (other === undefined || answerWords(other) === own) continue;
      const why = `it says ${own}, ${name} says ${answerWords(other)}`;
      const outcome = weigh(task, reply, other);
      if (outcome !== 'stands') return { kind: outcome, why };
    }
  }
  return others.length === 0 && known === undefined ? { kind: 'alone' } : { kind: 'agrees' };
}

/** What becomes of a claim that another one contradicts. A value has a witness, which has been checked. */
function weigh(task: Task, own: Reply, other: Reply): 'stands' | 'wrong' | 'disputed' {
  if (!('value' in other)) return 'value' in own && other.status === 'infeasible' ? 'stands' : 'disputed';
  if (own.status === 'infeasible') return 'wrong';
  if (!('value' in own)) return 'disputed';
  const maximises = task.kind === 'program' && task.program.sense === 'maximise';
  return (maximises ? other.value > own.value : other.value < own.value) ? 'wrong' : 'stands';
}
