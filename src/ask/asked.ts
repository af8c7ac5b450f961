import type { Objective } from '../domain/measure.js';
import type { Issue } from '../domain/issue.js';
import type { Problem } from '../domain/problem.js';
import type { Specification } from '../domain/specification.js';
import type { AllMeans } from '../methods/means.js';
import type { Model } from '../read/model/model-file.js';
import { atBounds, type AtBounds } from './bounds.js';
import { InputError } from './input-error.js';
import { meansFor } from './means.js';
import { chooseVersion } from './version.js';
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
export function readBounds(model: Model, question: Question, surroundings: Surroundings): AtBounds | null {
  const version = chooseVersion(model, question, surroundings.today);
  if (!version.ok) return null;
  const { specification } = version.value;
  const prepared = prepare(specification, surroundings, question, 'own');
  return prepared.ok ? atBounds(prepared.value, question) : null;
}

/** A question about the rule with what one title asks for besides; null, with the reasons, where that is still open. */
export interface AskedTitle {
  readonly title: string;
  readonly asked: Asked | null;
  readonly issues: readonly Issue[];
}

/** The same question for every title of the model, in their order. What a title needs and nobody knows stops no other. */
export function readTitleQuestions(
  model: Model,
  question: Question,
  surroundings: Surroundings,
): readonly AskedTitle[] {
  const version = chooseVersion(model, question, surroundings.today);
  if (!version.ok) throw new InputError(version.issues);
  return [...version.value.specification.titles.keys()].map((title) => {
    try {
      return { title, asked: readQuestion(model, { ...question, title }, surroundings, 'own'), issues: [] };
    } catch (thrown) {
      if (!(thrown instanceof InputError) || !thrown.issues.every(isOpen)) throw thrown;
      return { title, asked: null, issues: thrown.issues.map((issue) => ({ ...issue, severity: 'warning' as const })) };
    }
  });
}

/** Whether an issue is no more than a value that is still to be set, or worth knowing. */
function isOpen({ code, severity }: Issue): boolean {
  return code === 'open-value' || severity !== 'error';
}

/** Makes a question ready to be answered; throws an {@link InputError} with everything that is wrong with it. */
export function readQuestion(
  model: Model,
  question: Question,
  surroundings: Surroundings,
  aims: Aims = 'asked',
): Asked {
  const version = chooseVersion(model, question, surroundings.today);
  if (!version.ok) throw new InputError(version.issues);
  const { specification } = version.value;
  const prepared = prepare(specification, surroundings, question, aims);
  if (!prepared.ok) throw new InputError(prepared.issues);
  return {
    ...prepared.value,
    means: meansFor(question, surroundings.isolate),
    warnings: [...version.warnings, ...prepared.warnings],
  };
}
