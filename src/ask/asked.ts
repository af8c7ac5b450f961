import type { Objective } from '../domain/measure.js';
import type { Issue } from '../domain/issue.js';
import type { Problem } from '../domain/problem.js';
import type { Specification } from '../domain/specification.js';
import type { AllMeans } from '../methods/means.js';
import type { Model } from '../read/model/model-file.js';
import { atBounds, type AtBounds } from './bounds.js';
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

/** The two ends of a question that adds up figures known within bounds only; null where it is none, or cannot be read. */
export function readBounds({ specification }: Model, question: Question, surroundings: Surroundings): AtBounds | null {
  const prepared = prepare(specification, surroundings.equivalences, question, 'own');
  return prepared.ok ? atBounds(prepared.value, question) : null;
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
