import { isWithin, type IsoDate, type Validity } from '../domain/date.js';
import type { Problem } from '../domain/problem.js';
import { lineProblem, type CohortLearner, type CohortProblem } from './input/item.js';

/** One of several versions of a qualification: the days on which it may be started, in words too. Plain data. */
export interface CohortVersion {
  readonly problem: Problem;
  readonly valid: Validity;
  readonly name: string;
}

/** The version that a day chooses: of those that could be started on it the last; null where there is none. */
export function versionFor(versions: readonly CohortVersion[], date: IsoDate): CohortVersion | null {
  return versions.findLast(({ valid }) => isWithin(valid, date)) ?? null;
}

/** What is told of a learner who registered on a day on which no version could be started; `id` names one of several qualifications. */
export function withoutVersion({ learner, line }: CohortLearner, date: IsoDate, id: string | null): CohortProblem {
  const message = `No version of ${id ?? 'this qualification'} could be started on ${date}, when ${learner} registered.`;
  return { ...lineProblem('no-version', message, line), learner };
}

/** The line of a learner with the version that it is about. */
export function withVersion(line: string, name: string): string {
  return line.replace(/\}\n$/, () => `,"version":${JSON.stringify(name)}}\n`);
}
