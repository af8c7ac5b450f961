import type { CohortMethods } from '../../cohort/answers.js';
import { createBlockAnswerer, type AnswerBlock } from '../../cohort/block.js';
import { desksOf, type CohortAim, type CohortPart, type Desks } from '../../cohort/desks.js';
import type { CohortVersion } from '../../cohort/versions.js';
import type { Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
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
  readonly aim: CohortAim;
  readonly millisecondsALearner: number;
}

/** One qualification as it is asked of every learner. */
export interface AskedPart {
  readonly part: CohortPart;
  readonly warnings: readonly Issue[];
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
  const { part, warnings } = askPart(model, request, surroundings);
  const question = questionOf({ parts: [part], named: false, nearest: null }, request);
  const lines = learnerAnswererOf(question, surroundings.isolate);
  const answer = async (learner: string, held: readonly string[]): Promise<CohortLineDocument> => {
    return itemAt(await lines(learner, held), 0);
  };
  return { question, warnings, knows: knowsFor(question), answer };
}

/** Reads what is asked of every learner towards one qualification. */
export function askPart(model: Model, request: RequestText, surroundings: Surroundings): AskedPart {
  const version = valueOrThrow(chooseVersion(model, request, surroundings.today));
  const prepared = prepare(version.specification, surroundings, request);
  if (!prepared.ok) throw new InputError(prepared.issues);
  const versions = versionsOf(model, request, surroundings);
  const part = { id: model.specification.id, problem: prepared.value.problem };
  return { part: versions.length === 0 ? part : { ...part, versions }, warnings: prepared.warnings };
}

/** The question of a cohort. */
export function questionOf(aim: CohortAim, { learnerLimit = DEFAULT_LEARNER_LIMIT }: CohortRequest): CohortQuestion {
  return { aim, millisecondsALearner: learnerLimit * MILLISECONDS_A_SECOND };
}

/** Whether a reference is of use in one of the qualifications. */
export function knowsFor({ aim }: CohortQuestion): AskedCohort['knows'] {
  const problems = aim.parts.flatMap(({ problem, versions = [] }) => [problem, ...versions.map((it) => it.problem)]);
  return (reference) => problems.some((it) => isOfUse(it.qualification, reference));
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
  { aim, millisecondsALearner }: CohortQuestion,
  pause: () => Promise<void>,
  isolate?: Isolate,
): AnswerBlock {
  return createBlockAnswerer(aim, methodsOf(millisecondsALearner, isolate), pause);
}

/** The lines of one learner. The diagrams are built when the first one comes. */
export function learnerAnswererOf(
  { aim, millisecondsALearner }: CohortQuestion,
  isolate?: Isolate,
): (learner: string, achieved: readonly string[]) => Promise<readonly CohortLineDocument[]> {
  let desks: Desks | null = null;
  return async (learner, held) => {
    desks ??= desksOf(aim, methodsOf(millisecondsALearner, isolate));
    const asked = { kind: 'learner', learner, held, line: 1 } as const;
    const desk = desks(asked);
    if ('kind' in desk) throw new Error('a learner without a day has a version');
    const { text } = await desk.answer(asked);
    return text
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as CohortLineDocument);
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
