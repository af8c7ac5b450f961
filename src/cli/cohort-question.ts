import type { Problem } from '../domain/problem.js';
import type { Result } from '../domain/result.js';
import { success } from '../domain/result.js';
import type { CohortMethods } from '../cohort/answers.js';
import { createBlockAnswerer, type AnswerBlock } from '../cohort/block.js';
import { createDiagramStore } from '../methods/diagram-method.js';
import { openMethods } from './methods.js';
import { prepare } from './prepare.js';
import { openWorkspace } from './workspace.js';

/** What is asked of every learner of a cohort, as typed: plain data, so that a thread can be told. */
export interface CohortQuestion {
  readonly qualification: string;
  readonly models?: string;
  readonly require: readonly string[];
  readonly exclude: readonly string[];
  readonly also: readonly string[];
  readonly set: readonly string[];
}

/** How long, in seconds, the search for one learner may take where the diagram does not answer. */
const TIME_LIMIT = 10;

/** Loads what the question is about and prepares to answer it for blocks of learners. */
export function openQuestion(question: CohortQuestion): Result<{ id: string; answer: AnswerBlock }> {
  const { qualification, ...options } = question;
  const prepared = prepare(openWorkspace(options.models), qualification, { ...options, achieved: [] }, []);
  if (!prepared.ok) return prepared;
  const { problem, specification } = prepared.value;
  return success({ id: specification.id, answer: answererOf(problem) }, prepared.warnings);
}

function answererOf(problem: Problem): AnswerBlock {
  const { forOne, forMany } = openMethods({ solver: 'auto', timeLimit: Infinity });
  const methods: CohortMethods = {
    forOne: { ...forMany, confirmers: [] },
    // No diagram of such a rule is small enough, so none is tried for each learner anew.
    forLargeRules: { ...forOne, confirmers: [], store: createDiagramStore({ nodeBudget: 0 }) },
    millisecondsALearner: TIME_LIMIT * 1000,
  };
  return createBlockAnswerer(problem, methods);
}
