import { deadlineIn, type Deadline } from '../methods/deadline.js';
import { createMeans, type AllMeans } from '../methods/means.js';
import type { Isolate } from '../solvers/hard-stop.js';
import type { SearchText } from './question.js';

/** Seconds after which a search ends, when nobody says otherwise. */
export const DEFAULT_TIME_LIMIT = 60;

const MILLISECONDS_A_SECOND = 1000;

/** The deadline that a question asks for. */
export function deadlineOf({ timeLimit = DEFAULT_TIME_LIMIT }: SearchText): Deadline {
  return typeof timeLimit === 'number' ? deadlineIn(timeLimit * MILLISECONDS_A_SECOND) : timeLimit;
}

/** The means that a question asks for; `isolate` runs solvers where they can be killed. */
export function meansFor(question: SearchText, isolate: Isolate | undefined): AllMeans {
  const { solver, confirm } = question;
  return createMeans({
    deadline: deadlineOf(question),
    ...(solver === undefined ? {} : { solver }),
    ...(confirm === undefined ? {} : { confirm }),
    ...(isolate === undefined ? {} : { isolate }),
  });
}
