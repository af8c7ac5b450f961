import type { Measure } from '../domain/measure.js';
import type { Problem } from '../domain/problem.js';
import { measureOf } from '../domain/weight.js';
import type { Cohort, CohortAnswer } from './answers.js';
import type { Held } from './holdings.js';

const GLH: Measure = { over: 'all', quantity: 'glh' };

/** The answer for a learner, with the way of using what is held that it is for, as marked entries. */
export interface LearnerAnswer {
  readonly held: Uint8Array;
  readonly answer: CohortAnswer;
}

/** Answers learners who may use what they hold in several ways: the best of all is taken. */
export function bestWayOf(problem: Problem, cohort: Cohort): (learner: Held) => LearnerAnswer | Promise<LearnerAnswer> {
  const glh = Float64Array.from(problem.entries, (entry) => measureOf(problem, entry, GLH));
  return (learner) => {
    const [held, ...others] = learner.ways;
    if (others.length > 0) return askAll(learner, cohort, glh);
    const answer = cohort(held);
    return answer instanceof Promise ? answer.then((it) => ({ held, answer: it })) : { held, answer };
  };
}

/** Each answer is copied out of the room that the next one uses again. */
async function askAll({ ways, complete }: Held, cohort: Cohort, glh: Float64Array): Promise<LearnerAnswer> {
  const all: LearnerAnswer[] = [];
  for (const held of ways) {
    const answer = await cohort(held);
    all.push({ held, answer: 'counted' in answer ? { ...answer, counted: answer.counted.slice() } : answer });
  }
  const best = bestOf(all, glh);
  const { answer } = best;
  const settled = complete && all.every((it) => it.answer.status === 'optimal' || it.answer.status === 'infeasible');
  if (settled || answer.status === 'disputed' || answer.status === 'unknown') return best;
  if (!('counted' in answer)) return { held: best.held, answer: { status: 'unknown' } };
  return { held: best.held, answer: { status: 'feasible', counted: answer.counted, bound: null } };
}

function bestOf(all: readonly LearnerAnswer[], glh: Float64Array): LearnerAnswer {
  const byStatus = (status: CohortAnswer['status']): LearnerAnswer | undefined =>
    all.find(({ answer }) => answer.status === status);
  const disputed = byStatus('disputed');
  if (disputed !== undefined) return disputed;
  const found = all.flatMap(({ held, answer }) =>
    'counted' in answer ? [{ held, answer, added: addedBy(held, answer.counted, glh) }] : [],
  );
  const [best] = found.sort((a, b) => a.added.hours - b.added.hours || a.added.units - b.added.units);
  const open = best ?? byStatus('unknown') ?? all[0];
  if (open === undefined) throw new RangeError('there is always a way of using what is held');
  return { held: open.held, answer: open.answer };
}

/** New hours and new units. */
function addedBy(
  held: Uint8Array,
  counted: Uint8Array,
  glh: Float64Array,
): { readonly hours: number; readonly units: number } {
  let [hours, units] = [0, 0];
  for (const [index, hoursOfEntry] of glh.entries()) {
    if (counted[index] !== 1 || held[index] === 1) continue;
    hours += hoursOfEntry;
    units += 1;
  }
  return { hours, units };
}
