import type { Problem } from '../domain/problem.js';
import type { CohortAnswer } from '../cohort/answers.js';

/** Writes the line of one learner, with its line end: what is held is marked by entry, `unknown` is as given. */
export type CohortLine = (
  learner: string,
  held: Uint8Array,
  answer: CohortAnswer,
  unknown: readonly string[],
) => string;

/**
 * The writer of a problem's cohort: one JSON object a learner with `learner`, `status`, `complete`, `newGlh` (hours),
 * `newUnits` and `counted` (references in table order), `bound` (hours, or null) where it is not proved best, and `unknown` where references held are of no use here. Without
 * a pathway `complete` is false, or null where none was found in time, and `newGlh` is null.
 */
export function cohortLineOf(problem: Problem): CohortLine {
  const refs = problem.entries.map(({ ref }) => JSON.stringify(ref));
  const glh = problem.entries.map((entry) => entry.glh);
  return (learner, held, answer, unknown) => {
    const start = `{"learner":${quoteJson(learner)},"status":"${answer.status}"`;
    const bound = answer.status === 'feasible' ? `,"bound":${answer.bound}` : '';
    const end = unknown.length === 0 ? '}\n' : `,"unknown":${JSON.stringify(unknown)}}\n`;
    if (!('counted' in answer)) {
      const complete = answer.status === 'infeasible' ? 'false' : 'null';
      return `${start},"complete":${complete},"newGlh":null,"newUnits":[],"counted":[]${end}`;
    }
    let [hours, added, counted] = [0, '', ''];
    for (let index = 0; index < refs.length; index++) {
      if (answer.counted[index] !== 1) continue;
      const ref = refs[index] ?? '';
      counted += counted === '' ? ref : `,${ref}`;
      if (held[index] === 1) continue;
      added += added === '' ? ref : `,${ref}`;
      hours += glh[index] ?? 0;
    }
    return `${start},"complete":${added === ''},"newGlh":${hours},"newUnits":[${added}],"counted":[${counted}]${bound}${end}`;
  };
}

const NOTHING_TO_ESCAPE = /^[\w ./:@&+-]*$/;

/** Most identifiers are plain, and then quotes are all they need. */
function quoteJson(text: string): string {
  return NOTHING_TO_ESCAPE.test(text) ? `"${text}"` : JSON.stringify(text);
}
