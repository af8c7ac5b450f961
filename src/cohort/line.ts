import { itemAt } from '../domain/item-at.js';
import { toJson } from '../report/json/to-json.js';
import type { Problem } from '../domain/problem.js';
import type { CohortAnswer } from './answers.js';

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
  const refs = problem.entries.map(({ ref }) => toJson(ref));
  const glh = problem.entries.map((entry) => entry.glh);
  return (learner, held, answer, unknown) => {
    const start = `{"learner":${quoteJson(learner)},"status":"${answer.status}"`;
    const bound = answer.status === 'feasible' ? `,"bound":${answer.bound}` : '';
    const end = unknown.length === 0 ? '}\n' : `,"unknown":${toJson(unknown)}}\n`;
    if (!('counted' in answer)) {
      const complete = answer.status === 'infeasible' ? 'false' : 'null';
      return `${start},"complete":${complete},"newGlh":null,"newUnits":[],"counted":[]${end}`;
    }
    let [added, counted] = ['', ''];
    let hours: number | null = 0;
    for (let index = 0; index < refs.length; index++) {
      if (answer.counted[index] !== 1) continue;
      const ref = itemAt(refs, index);
      counted += counted === '' ? ref : `,${ref}`;
      if (held[index] === 1) continue;
      added += added === '' ? ref : `,${ref}`;
      hours = plus(hours, glh[index]);
    }
    return `${start},"complete":${added === ''},"newGlh":${hours},"newUnits":[${added}],"counted":[${counted}]${bound}${end}`;
  };
}

/** Hours that nobody knows make the sum unknown. */
function plus(hours: number | null, more: number | null | undefined): number | null {
  return hours === null || more === null || more === undefined ? null : hours + more;
}

const NOTHING_TO_ESCAPE = /^[\w ./:@&+-]*$/;

/** Most identifiers are plain, and then quotes are all they need. */
function quoteJson(text: string): string {
  return NOTHING_TO_ESCAPE.test(text) ? `"${text}"` : toJson(text);
}
