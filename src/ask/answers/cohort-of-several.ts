import { error, warning, type Issue } from '../../domain/issue.js';
import type { Model } from '../../read/model/model-file.js';
import type { CohortLineDocument } from '../../report/documents/cohort-line.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import { notForOne, splitForOne } from '../delivery/for-one.js';
import { InputError } from '../input-error.js';
import type { Library } from '../library.js';
import { isOpenValue, leftOutAsOpen, loadOffered, settingsMeantFor, type Offered } from '../offered.js';
import type { CohortRequest } from '../question.js';
import type { Surroundings } from '../surroundings.js';
import { askPart, knowsFor, learnerAnswererOf, questionOf, type AskedCohort, type AskedPart } from './cohort.js';

/** What is asked of every learner towards several qualifications. */
export interface CohortOfSeveralRequest extends CohortRequest {
  readonly qualifications: Offered;
  /** Of each learner only so many lines, those with the least new hours; a line for every qualification without. */
  readonly nearest?: number;
}

/** A cohort towards several qualifications that is ready to be answered. */
export interface AskedCohortOfSeveral extends Omit<AskedCohort, 'answer'> {
  /** Whether a model at hand could not be read and was left out. */
  readonly broken: boolean;
  /** The lines of one learner, by the references of the units that the learner holds. */
  readonly answer: (learner: string, achieved: readonly string[]) => Promise<readonly CohortLineDocument[]>;
}

/**
 * Reads what is asked of every learner towards several qualifications; throws an InputError with everything that is wrong
 * with it. Of all at hand those with open values, and those of which no version could be started, are left out and told.
 */
export function askCohortOfSeveral(
  library: Library,
  request: CohortOfSeveralRequest,
  isolate?: Isolate,
): AskedCohortOfSeveral {
  const { qualifications, nearest = null, ...rest } = request;
  refuseForOne(rest);
  const loaded = loadOffered(library, qualifications, (file) => library.load(file));
  const surroundings = { equivalences: library.equivalences(), ...(isolate === undefined ? {} : { isolate }) };
  const asked = loaded.models.map((model) => tryPart(model, loaded.models, rest, surroundings));
  const { parts, issues } = qualifications === 'all' ? leaveOut(loaded.models, asked) : all(asked);
  const told = eachOnce([...loaded.issues, ...issues]);
  if (parts.length === 0) throw new InputError([...told, nothingLeft()]);
  const question = questionOf({ parts: parts.map(({ part }) => part), named: true, nearest }, rest);
  const answer = learnerAnswererOf(question, isolate);
  return { question, warnings: told, knows: knowsFor(question), answer, broken: loaded.broken };
}

/** What is about the units or titles of one qualification cannot be asked of several. */
function refuseForOne({ require = [], exclude = [], title }: CohortRequest): void {
  const given = { require: require.length > 0, exclude: exclude.length > 0, title: title !== undefined };
  const options = Object.entries(given).flatMap(([name, isGiven]) => (isGiven ? [`--${name}`] : []));
  if (options.length === 0) return;
  throw new InputError(
    options.map((option) => {
      const message = `${option} is about the units or titles of one qualification; with several, say --also "ID: STATEMENT".`;
      return error('setting', message, { option });
    }),
  );
}

function tryPart(
  model: Model,
  models: readonly Model[],
  request: CohortRequest,
  surroundings: Surroundings,
): AskedPart | InputError {
  const specifications = models.map(({ specification }) => specification);
  const { set = [], also = [], ...rest } = request;
  try {
    const own = {
      ...rest,
      set: settingsMeantFor(model.specification, specifications, set),
      also: statementsFor(model, models, also),
    };
    return askPart(model, own, surroundings);
  } catch (thrown) {
    if (thrown instanceof InputError) return thrown;
    throw thrown;
  }
}

/** The statements that are meant for one qualification; the first also hears of those that are meant for none. */
function statementsFor(own: Model, models: readonly Model[], also: readonly string[]): readonly string[] {
  const ids = models.map(({ specification }) => specification.id);
  const wrong = also.filter((text) => splitForOne(text, ids).id === null);
  if (wrong.length > 0 && own === models[0]) {
    throw new InputError(wrong.map((text) => notForOne('--also', text, ids)));
  }
  return also.flatMap((text) => {
    const { id, text: statement } = splitForOne(text, ids);
    return id === own.specification.id ? [statement] : [];
  });
}

interface Parts {
  readonly parts: readonly AskedPart[];
  readonly issues: readonly Issue[];
}

function all(asked: readonly (AskedPart | InputError)[]): Parts {
  const wrong = asked.filter((it) => it instanceof InputError);
  if (wrong.length > 0) throw new InputError(eachOnce(wrong.flatMap(({ issues }) => issues)));
  const parts = asked.flatMap((it) => (it instanceof InputError ? [] : [it]));
  return { parts, issues: parts.flatMap(({ warnings }) => warnings) };
}

function leaveOut(models: readonly Model[], asked: readonly (AskedPart | InputError)[]): Parts {
  const wrong = asked.filter((it) => it instanceof InputError).filter(({ issues }) => !issues.every(isLeftOut));
  if (wrong.length > 0) throw new InputError(eachOnce(wrong.flatMap(({ issues }) => issues)));
  const told = models.flatMap(({ specification }, at): readonly Issue[] => {
    const one = asked[at];
    if (!(one instanceof InputError)) return one?.warnings ?? [];
    const noVersion = one.issues.find(({ code }) => code === 'no-version');
    if (noVersion === undefined) return [leftOutAsOpen(specification)];
    return [warning('no-version', `${specification.id} is left out. ${noVersion.message}`, noVersion.source)];
  });
  return { parts: asked.flatMap((it) => (it instanceof InputError ? [] : [it])), issues: told };
}

function isLeftOut(issue: Issue): boolean {
  return isOpenValue(issue) || issue.code === 'no-version';
}

/** What is said of a table that several qualifications share, or of today, is said once. */
function eachOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [JSON.stringify(issue), issue])).values()];
}

function nothingLeft(): Issue {
  return error('unknown-qualification', 'No qualification is left to be asked about.', { option: '--all' });
}
