import type { Objective } from '../domain/measure.js';
import type { Issue } from '../domain/issue.js';
import type { Problem } from '../domain/problem.js';
import type { Specification } from '../domain/specification.js';
import type { AllMeans } from '../methods/means.js';
import type { Model } from '../read/model/model-file.js';
import { InputError } from './input-error.js';
import { meansFor } from './means.js';
import { prepare, type Aims } from './prepare.js';
import type { Question } from './question.js';
import type { Surroundings } from './surroundings.js';

/** A question that can be answered: what it is about, what it asks for, and who answers. */
export interface Asked {
  readonly specification: Specification;
  readonly problem: Problem;
  /** The references held, as given and each once. */
  readonly held: readonly string[];
  readonly objectives: readonly Objective[];
  readonly means: AllMeans;
  readonly warnings: readonly Issue[];
}

/** Makes a question ready to be answered; throws an {@link InputError} with everything that is wrong with it. */
export function readQuestion(
  { specification }: Model,
  question: Question,
  surroundings: Surroundings,
  aims: Aims = 'asked',
): Asked {
  const prepared = prepare(specification, surroundings.equivalences, question, aims);
  if (!prepared.ok) throw new InputError(prepared.issues);
  return { ...prepared.value, means: meansFor(question, surroundings.isolate), warnings: prepared.warnings };
}
