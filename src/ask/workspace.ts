import { checkIdentities, suggestForUnknown } from '../check/identities.js';
import { error, type Issue } from '../domain/issue.js';
import { success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { AllMeans } from '../methods/means.js';
import { proposeMatches, type MatchProposal } from '../questions/match-units.js';
import { isUnsettled, nearestFirst, progressTowards, type Progress } from '../questions/progress.js';
import type { Model } from '../read/model/model-file.js';
import type { CheckDocument } from '../report/documents/check.js';
import type { CompareDocument } from '../report/documents/compare.js';
import type { DeliverDocument } from '../report/documents/deliver.js';
import type { OverlapDocument } from '../report/documents/overlap.js';
import { listDocument, type ListDocument } from '../report/documents/list.js';
import { matchDocument, type MatchListDocument } from '../report/documents/match.js';
import { progressDocument, type ProgressListDocument } from '../report/documents/progress.js';
import { matchCsv } from '../report/match.js';
import { listSheet } from '../report/sheets/list.js';
import { matchSheet } from '../report/sheets/match.js';
import { progressSheet } from '../report/sheets/progress.js';
import type { Isolate } from '../solvers/hard-stop.js';
import type { Answer, Outcome } from './answer.js';
import { answerExportPlan, type PlanExportQuestion } from './answers/export-plan.js';
import type { ExportAnswer } from './answers/export.js';
import { answerCheckOfAll } from './answers/check-all.js';
import {
  askCohortOfSeveral,
  type AskedCohortOfSeveral,
  type CohortOfSeveralRequest,
} from './answers/cohort-of-several.js';
import { readHeld } from './held.js';
import { answerCompare } from './answers/compare.js';
import { answerCertifiedPlan, type CertifiedPlan } from './answers/certified-plan.js';
import { answerDeliver } from './answers/deliver.js';
import { answerOverlap, type AnswerWithRows } from './answers/overlap.js';
import { answerReport } from './answers/report.js';
import type { Offered } from './offered.js';
import { basisOf, type Basis } from './report/basis.js';
import type { ReportQuestion } from './report/report-question.js';
import type { ReportDocument } from '../report/documents/report.js';
import type { CompareQuestion } from './compare-question.js';
import type { DeliveryQuestion, OverlapQuestion } from './delivery/delivery-question.js';
import { InputError, valueOrThrow } from './input-error.js';
import type { Library } from './library.js';
import { readAsOf } from './as-of.js';
import { meansFor } from './means.js';
import type { CheckQuestion, RequestText, SearchText } from './question.js';
import { openSession, type Session } from './session.js';
import { chooseVersion } from './version.js';

/** What a learner holds, and who answers. */
export type ProgressQuestion = Pick<RequestText, 'achieved' | 'asOf' | 'registeredOn'> & SearchText;

/** An answer that also has rows to be appended to a table. */
export interface MatchAnswer extends Answer<MatchListDocument> {
  /** Rows for the equivalences table. */
  readonly csv: () => string;
}

/**
 * Several qualifications to ask questions about. A model that cannot be read is told in the issues of an answer and
 * left out of it; everything else that cannot be read throws an {@link InputError}.
 */
export interface Workspace {
  /**
   * The qualification of an id or path.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * console.log(all.open('level-1-certificate-customer-service').title); // Level 1 Certificate in Customer Service
   * ```
   */
  readonly open: (idOrPath: string) => Session;
  /**
   * Every qualification at hand.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * console.log(all.list().document.map(({ level }) => level)); // [ '1', '2', '3', '4', '3' ]
   * ```
   */
  readonly list: () => Answer<ListDocument>;
  /**
   * How near a learner is to each, nearest first.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = await all.progress({ achieved: ['CS 1'] });
   * console.log(document[0].id); // level-1-certificate-customer-service
   * ```
   */
  readonly progress: (question: ProgressQuestion) => Promise<Answer<ProgressListDocument>>;
  /**
   * Units of two qualifications that may be one piece of learning.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = all.match('level-4-diploma-customer-service', 'ocr-level-3-diploma-customer-service');
   * console.log(document[0].unit, document[0].other); // CS 41 Y/506/2183
   * ```
   */
  readonly match: (one: string, other: string) => MatchAnswer;
  /**
   * Two versions of a qualification side by side: what changed, and what that did.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = await all.compare('level-1-certificate-customer-service', 'ocr-level-3-diploma-customer-service');
   * console.log(document.pathways.kept); // 0
   * ```
   */
  readonly compare: (old: string, young: string, question?: CompareQuestion) => Promise<Answer<CompareDocument>>;
  /**
   * Everything that is wrong or odd about models, by id or path, and about tables by themselves.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = await all.check(['data/samples/none.csv']);
   * console.log(document[0].code); // file-missing
   * ```
   */
  readonly check: (files: readonly string[], question?: CheckQuestion) => Promise<Answer<CheckDocument>>;
  /**
   * What each of many learners still has to do towards each of several qualifications, or towards those that are nearest.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { answer } = all.cohort({ qualifications: 'all', nearest: 1 });
   * console.log((await answer('Ann', ['CS 1'])).map(({ qualification }) => qualification)); // [ 'level-1-certificate-customer-service' ]
   * ```
   */
  readonly cohort: (request: CohortOfSeveralRequest) => AskedCohortOfSeveral;
  /**
   * Which units qualifications share, and what planning them together saves.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const qualifications = ['level-1-certificate-customer-service', 'ocr-level-3-diploma-customer-service'];
   * const { document } = await all.overlap({ qualifications });
   * console.log(document.all.jointGlh, document.all.savingGlh); // 403 6
   * ```
   */
  readonly overlap: (question: OverlapQuestion) => Promise<AnswerWithRows<OverlapDocument>>;
  /**
   * Which units to deliver so that every qualification on offer has a pathway inside them.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = await all.deliver({ qualifications: ['level-1-certificate-customer-service'] });
   * if (document.status === 'optimal') console.log(document.deliveredGlh); // 120
   * ```
   */
  readonly deliver: (question: DeliveryQuestion) => Promise<AnswerWithRows<DeliverDocument>>;
  /**
   * The evidence for the figures that are published: everything that is known of them, and how.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = await all.report({ qualifications: ['level-1-certificate-customer-service'], timeLimit: 60 });
   * console.log(document.qualifications.length); // 1
   * ```
   */
  readonly report: (question: ReportQuestion) => Promise<Answer<ReportDocument>>;
  /**
   * As `deliver`, with the certificate of the plan, or why there is none.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { certificate } = await all.certifiedDeliver({ qualifications: ['level-1-certificate-customer-service'] });
   * console.log(certificate !== null); // true
   * ```
   */
  readonly certifiedDeliver: (question: DeliveryQuestion) => Promise<CertifiedPlan>;
  /**
   * The files that qualifications are read from, and their rules in words: what a report of an answer names.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { files } = all.basis(['level-1-certificate-customer-service']);
   * console.log(files.length > 0); // true
   * ```
   */
  readonly basis: (qualifications: Offered) => Basis;
  /**
   * The question of `deliver` without learners, as an integer program.
   *
   * @example
   * ```ts
   * import { openModels } from 'qualpath/node';
   *
   * const all = openModels({ userModels: null });
   * const { document } = all.exportPlan({ qualifications: 'all' });
   * console.log(document.sense); // minimise
   * ```
   */
  readonly exportPlan: (question: PlanExportQuestion) => ExportAnswer;
}

/**
 * A workspace over a library; `isolate` runs solvers where they can be killed.
 *
 * @example
 * ```ts
 * import { openWorkspace } from 'qualpath';
 * import { openLibrary } from 'qualpath/node';
 *
 * // Any library will do, such as one that keeps its models in a database.
 * const all = openWorkspace(openLibrary({ userModels: null }));
 * console.log(all.list().document.length); // 5
 * ```
 */
export function openWorkspace(library: Library, isolate?: Isolate): Workspace {
  const around = isolate === undefined ? {} : { isolate };
  return {
    open: (idOrPath) => {
      const loaded = library.load(idOrPath);
      const model = valueOrThrow(loaded);
      return openSession(model, { equivalences: library.equivalences(), ...around }, warningsOf(loaded));
    },
    list: () => answerList(library),
    progress: (question) => answerProgress(library, question, meansFor(question, isolate)),
    match: (one, other) => answerMatch(library, one, other),
    compare: (old, young, question = {}) => answerCompare(library, [old, young], question, isolate),
    check: (files, question = {}) => answerCheckOfAll(library, files, question, around),
    cohort: (request) => askCohortOfSeveral(library, request, isolate),
    overlap: (question) => answerOverlap(library, question, isolate),
    deliver: (question) => answerDeliver(library, question, isolate),
    report: (question) => answerReport(library, question, isolate),
    certifiedDeliver: (question) => answerCertifiedPlan(library, question, isolate),
    basis: (qualifications) => basisOf(library, qualifications),
    exportPlan: (question) => answerExportPlan(library, question),
  };
}

function warningsOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? result.warnings : result.issues;
}

interface Loaded {
  readonly specifications: readonly Specification[];
  readonly issues: readonly Issue[];
  /** Whether a model had to be left out. */
  readonly broken: boolean;
}

function loadAll(library: Library): Loaded {
  const results: readonly Result<Model>[] = valueOrThrow(library.list()).map(({ file }) => library.load(file));
  return {
    specifications: results.flatMap((result) => (result.ok ? [result.value.specification] : [])),
    issues: results.flatMap(warningsOf),
    broken: results.some(({ ok }) => !ok),
  };
}

function answerList(library: Library): Answer<ListDocument> {
  const { specifications, issues, broken } = loadAll(library);
  const document = listDocument(specifications);
  return { document, outcome: broken ? 'bad-input' : 'answered', issues, sheet: () => listSheet(document) };
}

async function answerProgress(
  library: Library,
  question: ProgressQuestion,
  means: AllMeans,
): Promise<Answer<ProgressListDocument>> {
  // A learner may hold nothing, but somebody has to say so.
  if (question.achieved === undefined) {
    throw new InputError([
      error('no-achieved', 'Say what the learner holds, with --achieved.', { option: '--achieved' }),
    ]);
  }
  const equivalences = valueOrThrow(library.equivalences());
  const all = valueOrThrow(library.list()).map(({ id, file }) => ({
    id,
    loaded: versionOf(library.load(file), question),
  }));
  const models = all.filter(({ loaded }) => !hasNoVersion(loaded));
  const specifications = models.flatMap(({ loaded }) => (loaded.ok ? [loaded.value.specification] : []));
  const reading = readHeld(question, specifications, equivalences);
  const held = valueOrThrow(reading);
  const progress: Progress[] = [];
  const dates: Issue[] = [];
  for (const { id, loaded } of models) {
    const model = loaded.ok ? success(loaded.value.specification) : loaded;
    const day = model.ok ? readAsOf(model.value, question, undefined) : success(undefined);
    const date = valueOrThrow(day);
    dates.push(...warningsOf(day));
    const dated = date === undefined ? {} : { asOf: date };
    progress.push(await progressTowards({ id, model, ...dated }, held, equivalences, means.forMany));
  }
  const sorted = nearestFirst(progress);
  return {
    document: progressDocument(sorted),
    outcome: progressOutcome(progress),
    issues: [
      ...warningsOf(reading),
      ...all.flatMap(({ loaded }) => (hasNoVersion(loaded) ? asWarnings(loaded) : warningsOf(loaded))),
      ...eachOnce(dates),
      ...progress.flatMap((it) => (it.status === 'broken' && it.title !== null ? it.issues : [])),
      ...checkIdentities(specifications, equivalences, held),
      ...suggestForUnknown(specifications, equivalences, held),
    ],
    sheet: () => progressSheet(sorted),
  };
}

/** The version that is asked for. */
function versionOf(loaded: Result<Model>, question: ProgressQuestion): Result<Model> {
  if (!loaded.ok) return loaded;
  const version = chooseVersion(loaded.value, question);
  return version.ok ? success(version.value, [...loaded.warnings, ...version.warnings]) : version;
}

/** A qualification that could not be started then is nothing to make progress towards. */
function hasNoVersion(loaded: Result<Model>): boolean {
  return !loaded.ok && loaded.issues.some(({ code }) => code === 'no-version');
}

function asWarnings(result: Result<unknown>): readonly Issue[] {
  return warningsOf(result).map((issue) => ({ ...issue, severity: 'warning' }));
}

/** What is said of today is the same for all. */
function eachOnce(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.message, issue])).values()];
}

function progressOutcome(progress: readonly Progress[]): Outcome {
  const has = (status: Progress['status']): boolean => progress.some((it) => it.status === status);
  if (has('disputed')) return 'disputed';
  if (has('broken')) return 'bad-input';
  return progress.some(isUnsettled) ? 'limit' : 'answered';
}

function answerMatch(library: Library, one: string, other: string): MatchAnswer {
  const loaded = [library.load(one), library.load(other)];
  const broken = loaded.filter(({ ok }) => !ok);
  if (broken.length > 0) throw new InputError(broken.flatMap(warningsOf));
  const [first, second] = loaded.map((result) => valueOrThrow(result).specification);
  if (first === undefined || second === undefined) throw new Error('two qualifications were loaded');
  const equivalences = valueOrThrow(library.equivalences());
  const proposals: readonly MatchProposal[] = proposeMatches(first, second, equivalences);
  return {
    document: matchDocument(proposals),
    outcome: 'answered',
    issues: [...loaded.flatMap(warningsOf), ...checkIdentities([first, second], equivalences)],
    sheet: () => matchSheet(first.title, second.title, proposals),
    csv: () => matchCsv(proposals),
  };
}
