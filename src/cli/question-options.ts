import type { ObjectiveText, Question, RequestText } from '../ask/question.js';
import { readHeldUnits } from '../node/held-units.js';
import type { RequestOptions, SearchOptions } from './request-options.js';
import type { Run } from './run.js';

/** The question that the options of a command put. */
export function questionOf(
  run: Run,
  options: RequestOptions & SearchOptions,
  objectives: readonly ObjectiveText[] = [],
): Question {
  return { ...requestOf(options), ...searchOf(run, options), objectives };
}

/** What the options ask for besides the rule; a file of held units is read here, and its issues are told with all others. */
export function requestOf(options: RequestOptions): RequestText {
  const { achieved, learner, require, exclude, also, set } = options;
  return { achieved: readHeldUnits(achieved, learner), require, exclude, also, set, ...besidesOf(options) };
}

/** What an option asks for only where it is given. */
export function besidesOf({
  title,
  asOf,
  registeredOn,
}: Pick<RequestOptions, 'title' | 'asOf' | 'registeredOn'>): Pick<RequestText, 'title' | 'asOf' | 'registeredOn'> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(asOf === undefined ? {} : { asOf }),
    ...(registeredOn === undefined ? {} : { registeredOn }),
  };
}

/** Who answers, and until when. */
export function searchOf(run: Run, options: SearchOptions): Pick<Question, 'solver' | 'confirm' | 'timeLimit'> {
  const { solver, timeLimit, confirm = false } = options;
  return { solver, confirm, timeLimit: run.deadlineOf(timeLimit) };
}
