import type { CohortMethods } from '../../cohort/answers.js';
import type { CohortVersion } from '../../cohort/versions.js';
import { createBlockAnswerer, createLearnerAnswerer, type AnswerBlock } from '../../cohort/block.js';
import type { Issue } from '../../domain/issue.js';
import type { Problem } from '../../domain/problem.js';
import { isOfUse } from '../../domain/using-held.js';
import { NO_DEADLINE } from '../../methods/deadline.js';
import { createDiagramStore } from '../../methods/diagram-method.js';
import { createMeans } from '../../methods/means.js';
import type { Model } from '../../read/model/model-file.js';
import type { CohortLineDocument } from '../../report/documents/cohort-line.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import { InputError, valueOrThrow } from '../input-error.js';
import { prepare } from '../prepare.js';
import type { CohortRequest, RequestText } from '../question.js';
import type { Surroundings } from '../surroundings.js';
import { chooseVersion, versionName } from '../version.js';

/** Seconds that the search for one learner may take where the diagram does not answer, when nobody says otherwise. */
export const DEFAULT_LEARNER_LIMIT = 10;

const MILLISECONDS_A_SECOND = 1000;

/** What is asked of every learner of a cohort: plain data, so that a thread can be told. */
export interface CohortQuestion {
  readonly problem: Problem;
  readonly millisecondsALearner: number;
  /** The versions of a model that has several; `problem` is that of the version which is asked for without a day. */
  readonly versions?: readonly CohortVersion[];
}

/** A cohort that is ready to be answered. */
export interface AskedCohort {
  readonly question: CohortQuestion;
  readonly warnings: readonly Issue[];
  /** Whether a reference, as in the head of a column, names a unit that is of use here. */
  readonly knows: (reference: string) => boolean;
  /** Answers for one learner, by the references of the units that the learner holds. */
  readonly answer: (learner: string, achieved: readonly string[]) => Promise<CohortLineDocument>;
}

/** Reads what is asked of every learner; throws an {@link InputError} with everything that is wrong with it. */
export function askCohort(model: Model, request: CohortRequest, surroundings: Surroundings): AskedCohort {
  const { learnerLimit = DEFAULT_LEARNER_LIMIT, ...rest } = request;
  const version = valueOrThrow(chooseVersion(model, rest, surroundings.today));
  const prepared = prepare(version.specification, surroundings, rest);
  if (!prepared.ok) throw new InputError(prepared.issues);
  const { problem } = prepared.value;
  const versions = versionsOf(model, rest, surroundings);
  const question = {
    problem,
    millisecondsALearner: learnerLimit * MILLISECONDS_A_SECOND,
    ...(versions.length === 0 ? {} : { versions }),
  };
  const knows = (reference: string): boolean =>
    [problem, ...versions.map((it) => it.problem)].some((it) => isOfUse(it.qualification, reference));
  const answer = learnerAnswererOf(question, surroundings.isolate);
  return { question, warnings: prepared.warnings, knows, answer };
}

/** What is asked of the learners of every version. */
function versionsOf(model: Model, request: RequestText, surroundings: Surroundings): readonly CohortVersion[] {
  return model.versions.map(({ specification }) => {
    // The day of registration is each learner's own.
    const registeredOn = request.registeredOn ?? specification.valid?.from ?? undefined;
    const dated = registeredOn === undefined ? request : { ...request, registeredOn };
    const { problem } = valueOrThrow(prepare(specification, surroundings, dated));
    return { problem, name: versionName(specification), valid: specification.valid ?? { from: null, to: null } };
  });
}

/** Answers blocks of lines in place; `pause` lets whatever else the thread has to do come in between. */
export function answererOf(
  { problem, millisecondsALearner, versions }: CohortQuestion,
  pause: () => Promise<void>,
  isolate?: Isolate,
): AnswerBlock {
  return createBlockAnswerer(problem, methodsOf(millisecondsALearner, isolate), pause, versions);
}

/** The diagram is built when the first learner comes. */
function learnerAnswererOf(
  { problem, millisecondsALearner }: CohortQuestion,
  isolate?: Isolate,
): AskedCohort['answer'] {
  let answer: ReturnType<typeof createLearnerAnswerer> | null = null;
  return async (learner, held) => {
    answer ??= createLearnerAnswerer(problem, methodsOf(millisecondsALearner, isolate));
    const { line } = await answer({ learner, held });
    return JSON.parse(line) as CohortLineDocument;
  };
}

function methodsOf(millisecondsALearner: number, isolate: Isolate | undefined): CohortMethods {
  const { forOne, forMany } = createMeans({ deadline: NO_DEADLINE, ...(isolate === undefined ? {} : { isolate }) });
  return {
    forOne: { ...forMany, confirmers: [] },
    // No diagram of such a rule is small enough, so none is tried for each learner anew.
    forLargeRules: { ...forOne, confirmers: [], store: createDiagramStore({ nodeBudget: 0 }) },
    millisecondsALearner,
  };
}
