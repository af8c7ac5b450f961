import { itemAt } from '../domain/item-at.js';
import { toJson } from '../report/json/to-json.js';
import type { Problem } from '../domain/problem.js';
import type { CohortAnswer } from './answers.js';

/** A line as it is written, with its line end, and the new hours in it; null without a pathway, or where nobody knows them. */
export interface WrittenLine {
  readonly line: string;
  readonly newGlh: number | null;
}

/** Writes the line of one learner: what is held is marked by entry, `unknown` is as given. */
export type CohortLine = (
  learner: string,
  held: Uint8Array,
  answer: CohortAnswer,
  unknown: readonly string[],
) => WrittenLine;

/**
 * The writer of a problem's cohort: one JSON object a learner with `learner`, `qualification` where it has a
 * `name`, `status`, `complete`, `newGlh` (hours),
 * `newUnits` and `counted` (references in table order), `bound` (hours, or null) where it is not proved best, and `unknown` where references held are of no use here. Without
 * a pathway `complete` is false, or null where none was found in time, and `newGlh` is null.
 */
export function cohortLineOf(problem: Problem, name: string | null = null): CohortLine {
  const named = name === null ? '' : `,"qualification":${toJson(name)}`;
  const refs = problem.entries.map(({ ref }) => toJson(ref));
  const glh = problem.entries.map((entry) => entry.glh);
  return (learner, held, answer, unknown) => {
    const start = `{"learner":${quoteJson(learner)}${named},"status":"${answer.status}"`;
    const bound = answer.status === 'feasible' ? `,"bound":${answer.bound}` : '';
    const end = unknown.length === 0 ? '}\n' : `,"unknown":${toJson(unknown)}}\n`;
    if (!('counted' in answer)) {
      const complete = answer.status === 'infeasible' ? 'false' : 'null';
      return { line: `${start},"complete":${complete},"newGlh":null,"newUnits":[],"counted":[]${end}`, newGlh: null };
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
    const units = `"newUnits":[${added}],"counted":[${counted}]`;
    return { line: `${start},"complete":${added === ''},"newGlh":${hours},${units}${bound}${end}`, newGlh: hours };
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
