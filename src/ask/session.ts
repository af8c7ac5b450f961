import type { Issue } from '../domain/issue.js';
import type { Specification } from '../domain/specification.js';
import type { AlternativesAnswerDocument } from '../report/documents/alternatives.js';
import type { AuditDocument } from '../report/documents/audit.js';
import type { CheckDocument } from '../report/documents/check.js';
import type { SolveDocument } from '../report/documents/bounded.js';
import type { ExplainAnswerDocument } from '../report/documents/explain.js';
import type { ProgramDocument } from '../report/documents/program.js';
import type { RangeAnswerDocument } from '../report/documents/range.js';
import type { TitlesRangeDocument } from '../report/documents/titles-range.js';
import type { ShowDocument } from '../report/documents/show.js';
import type { SweepDocument } from '../report/documents/sweep.js';
import type { UnitsAnswerDocument } from '../report/documents/units.js';
import type { Model } from '../read/model/model-file.js';
import { answerAlternatives } from './answers/alternatives.js';
import { answerAudit } from './answers/audit.js';
import {
  answerCertified,
  answerPathway,
  answerUncertified,
  BOUNDED,
  byItself,
  withoutCertificate,
} from './answers/certified.js';
import type { CertifiedAnswer } from './answers/certificates.js';
import { answerCertifiedAlternatives } from './answers/certified-alternatives.js';
import { answerCertifiedRange } from './answers/certified-range.js';
import { answerCertifiedUnits } from './answers/certified-units.js';
import { answerVerify } from './answers/verify.js';
import type { VerifyDocument } from '../report/documents/certificate.js';
import { answerCheck } from './answers/check.js';
import { askCohort, type AskedCohort } from './answers/cohort.js';
import { answerExplain } from './answers/explain.js';
import { answerExport, type ExportAnswer } from './answers/export.js';
import { answerAtBounds } from './answers/pathway.js';
import { answerRange, answerTitlesRange, type RangeWanted } from './answers/range.js';
import { answerShow } from './answers/show.js';
import { answerSweep } from './answers/sweep.js';
import { answerTune } from './answers/tune.js';
import type { TuneQuestion } from './tune/tune-question.js';
import type { TuneDocument } from '../report/documents/tune.js';
import { answerUnits, type UnitsWanted } from './answers/units.js';
import type { AnswerWithRows } from './answers/overlap.js';
import type { Answer } from './answer.js';
import { readBounds, readQuestion, readTitleQuestions, type Asked, type AskedTitle } from './asked.js';
import type { Aims } from './prepare.js';
import type { AlternativesQuestion, CheckQuestion, CohortRequest, Question } from './question.js';
import type { SweepQuestion } from './sweep-question.js';
import type { Surroundings } from './surroundings.js';

/**
 * Every question about one qualification, answered in full: the document for programs, the sheet for people, how it
 * came out, and what is worth knowing about the input. All of them throw an InputError for input that cannot be read.
 */
export interface Answers {
  /** As `show` of a {@link Session}. */
  readonly show: () => Answer<ShowDocument>;
  /** As `check` of a session. */
  readonly check: (question?: CheckQuestion) => Promise<Answer<CheckDocument>>;
  /** As `pathway` of a session. */
  readonly pathway: (question?: Question) => Promise<Answer<SolveDocument>>;
  /** As `pathway`, but small questions are not proved anew either: for whoever asks at every keystroke. */
  readonly uncertified: (question?: Question) => Promise<Answer<SolveDocument>>;
  /** As `pathway`, with the certificate of the answer, or why there is none. */
  readonly certified: (question?: Question) => Promise<CertifiedAnswer<SolveDocument>>;
  /** As `range`, with the certificate of every figure, or why there is none. */
  readonly certifiedRange: (question?: Question, shown?: RangeWanted) => Promise<CertifiedAnswer<RangeAnswerDocument>>;
  /** Whether the text of a certificate proves its claim, and whether it is about this question as it stands now. */
  readonly verify: (text: string, question?: Question, file?: string) => Answer<VerifyDocument>;
  /** As `range` of a session. */
  readonly range: (question?: Question, shown?: RangeWanted) => Promise<Answer<RangeAnswerDocument>>;
  /** As `alternatives`, with a certificate that no better pathway is left out, or why there is none. */
  readonly certifiedAlternatives: (
    question?: AlternativesQuestion,
  ) => Promise<CertifiedAnswer<AlternativesAnswerDocument>>;
  /** As `units`, with a certificate of what each unit costs, or why there is none. */
  readonly certifiedUnits: (question?: Question, shown?: UnitsWanted) => Promise<CertifiedAnswer<UnitsAnswerDocument>>;
  /** As `titlesRange` of a session. */
  readonly titlesRange: (question?: Omit<Question, 'title'>) => Promise<Answer<TitlesRangeDocument>>;
  /** As `sweep` of a session, with rows for a table. */
  readonly sweep: (question: SweepQuestion) => Promise<AnswerWithRows<SweepDocument>>;
  /** As `tune` of a session. */
  readonly tune: (question: TuneQuestion) => Promise<Answer<TuneDocument>>;
  /** As `explain` of a session. */
  readonly explain: (question?: Question) => Promise<Answer<ExplainAnswerDocument>>;
  /** As `alternatives` of a session. */
  readonly alternatives: (question?: AlternativesQuestion) => Promise<Answer<AlternativesAnswerDocument>>;
  /** As `units` of a session. */
  readonly units: (question?: Question, shown?: UnitsWanted) => Promise<Answer<UnitsAnswerDocument>>;
  /** As `audit` of a session. */
  readonly audit: (question?: Question) => Promise<Answer<AuditDocument>>;
  /** As `export` of a session, in every format that other solvers read. */
  readonly export: (question?: Question, way?: number) => Promise<ExportAnswer>;
}

/**
 * A qualification to ask questions about. Each method gives the document that the command prints with `--json`; the
 * same answers with their sheets and warnings are under `answers`. Hours are guided learning hours, credit is in
 * credits. All of them throw an InputError, with every issue in `.issues`, for input that cannot be read.
 */
export interface Session {
  readonly id: string;
  readonly title: string;
  readonly specification: Specification;
  /** What is odd about the model, although it can be worked with. */
  readonly warnings: readonly Issue[];
  readonly answers: Answers;
  /**
   * What the model says.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * console.log(level1.show().groups.length); // 3
   * ```
   */
  readonly show: () => ShowDocument;
  /**
   * Everything that is wrong or odd about the model, with proofs.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * console.log((await level1.check()).map(({ code }) => code)); // [ 'never-binds', 'never-binds' ]
   * ```
   */
  readonly check: (question?: CheckQuestion) => Promise<CheckDocument>;
  /**
   * The best pathway: with least new hours unless told otherwise.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const best = await level1.pathway({ exclude: ['CS 3'] });
   * if (best.status === 'optimal') console.log(best.totals.glh); // 120
   * ```
   */
  readonly pathway: (question?: Question) => Promise<SolveDocument>;
  /**
   * Lowest and highest hours, credits, units and TQT over all pathways, and their number; how they spread if wanted.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const range = await level1.range();
   * if (range.status === 'answered') console.log(range.glh?.min, range.glh?.max, range.pathways); // 120 216 871
   * ```
   */
  readonly range: (question?: Question, shown?: RangeWanted) => Promise<RangeAnswerDocument>;
  /**
   * The same figures for the qualification and for each of its titles.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * console.log(Object.keys(await level1.titlesRange())); // [ 'qualification', 'titles' ]
   * ```
   */
  readonly titlesRange: (question?: Omit<Question, 'title'>) => Promise<TitlesRangeDocument>;
  /**
   * What every value of one or two open figures or thresholds makes of the rule.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const points = await level1.sweep({ statements: ['3=19..21'] });
   * console.log(points.map(({ glh }) => glh?.min)); // [ 120, 130, 134 ]
   * ```
   */
  readonly sweep: (question: SweepQuestion) => Promise<SweepDocument>;
  /**
   * At which values of what is open, or may be changed, the rule comes to what is aimed at.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const tuned = await level1.tune({ aims: ['least GLH >= 130'], mayChange: ['3'] });
   * if (tuned.status === 'found') console.log(tuned.found[0].set); // { 'statement 3': 20 }
   * ```
   */
  readonly tune: (question: TuneQuestion) => Promise<TuneDocument>;
  /**
   * Why the least hours are what they are: what binds, and what small changes would do.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const why = await level1.explain();
   * if (why.status === 'answered') console.log(why.least); // 120
   * ```
   */
  readonly explain: (question?: Question) => Promise<ExplainAnswerDocument>;
  /**
   * The best pathways, ties included.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const found = await level1.alternatives({ count: 3 });
   * if ('pathways' in found) console.log(found.pathways.map(({ totals }) => totals.glh)); // [ 120, 120, 120 ]
   * ```
   */
  readonly alternatives: (question?: AlternativesQuestion) => Promise<AlternativesAnswerDocument>;
  /**
   * What each unit costs: the best figure with it and without it.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const prices = await level1.units();
   * if ('units' in prices) console.log(prices.units[0].ref, prices.units[0].status); // CS 1 forced
   * ```
   */
  readonly units: (question?: Question) => Promise<UnitsAnswerDocument>;
  /**
   * Whether what a learner holds is complete, and the cheapest completion.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const { complete, completion } = await level1.audit({ achieved: ['CS 1', 'CS 2'] });
   * console.log(complete, completion?.status); // false optimal
   * ```
   */
  readonly audit: (question?: Question) => Promise<AuditDocument>;
  /**
   * The question of `pathway` as an integer program; `way`, from 1, where what is held can be used in several.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const program = await level1.export();
   * console.log(program.columns.length, program.rows.length); // 17 4
   * ```
   */
  readonly export: (question?: Question, way?: number) => Promise<ProgramDocument>;
  /**
   * The same question for any number of learners.
   *
   * @example
   * ```ts
   * import { openShipped } from 'qualpath/node';
   *
   * const level1 = openShipped('level-1-certificate-customer-service');
   * const { answer } = level1.cohort();
   * console.log((await answer('Ann', ['CS 1'])).newGlh); // 100
   * ```
   */
  readonly cohort: (request?: CohortRequest) => AskedCohort;
}

/** Opens a model that has been read; `warnings` are what reading it said. */
export function openSession(model: Model, surroundings: Surroundings, warnings: readonly Issue[] = []): Session {
  const { specification } = model;
  // Whoever asks is told each time that the rule may lack a condition.
  const unreviewed = warnings.filter(({ code }) => code === 'unreviewed-sentence');
  const read = (question: Question, aims?: Aims): Asked => {
    const asked = readQuestion(model, question, surroundings, aims);
    return { ...asked, warnings: [...unreviewed, ...asked.warnings] };
  };
  const warned = <A extends Pick<Answer<unknown>, 'issues'>>(answer: A): A => {
    return { ...answer, issues: [...unreviewed, ...answer.issues] };
  };
  const titlesOf = (question: Question): readonly AskedTitle[] => readTitleQuestions(model, question, surroundings);
  const withBounds = (answer: Answer<SolveDocument>): Answer<SolveDocument> =>
    byItself(answer, { certified: false, why: BOUNDED });
  const solve = async (question: Question, answer = answerPathway): Promise<Answer<SolveDocument>> => {
    const bounds = readBounds(model, question, surroundings);
    if (bounds === null) return answer(read(question));
    const least = read(bounds.least);
    return withBounds(await answerAtBounds(bounds, { least, most: { ...read(bounds.most), means: least.means } }));
  };
  const answers: Answers = {
    show: () => answerShow(model, warnings),
    check: async (question = {}) => answerCheck(model, question, surroundings, warnings),
    pathway: async (question = {}) => solve(question),
    uncertified: async (question = {}) => solve(question, answerUncertified),
    certified: async (question = {}) => {
      const bounded = readBounds(model, question, surroundings) !== null;
      return bounded ? withoutCertificate(await solve(question), BOUNDED) : answerCertified(read(question));
    },
    verify: (text, question = {}, file = 'certificate') =>
      warned(answerVerify(text, read(question, 'own').problem, file)),
    range: async (question = {}, shown = {}) => answerRange(read(question, 'own'), shown, question.title !== undefined),
    certifiedRange: async (question = {}, shown = {}) =>
      answerCertifiedRange(read(question, 'own'), shown, question.title !== undefined),
    certifiedAlternatives: async (question = {}) => answerCertifiedAlternatives(read(question), question),
    certifiedUnits: async (question = {}, shown = {}) => answerCertifiedUnits(read(question), shown),
    titlesRange: async (question = {}) => answerTitlesRange(read(question, 'own'), titlesOf(question)),
    sweep: async (question) => warned(await answerSweep(model, question, surroundings)),
    tune: async (question) => warned(await answerTune(model, question, surroundings)),
    explain: async (question = {}) => answerExplain(read({ ...question, objectives: [] })),
    alternatives: async (question = {}) => answerAlternatives(read(question), question),
    units: async (question = {}, shown = {}) => answerUnits(read(question), shown),
    audit: async (question = {}) => answerAudit(read(question, 'own'), titlesOf(question)),
    export: async (question = {}, way) => answerExport(read(question), way),
  };
  return {
    id: specification.id,
    title: specification.title,
    specification,
    warnings,
    answers,
    show: () => answers.show().document,
    check: async (question) => (await answers.check(question)).document,
    pathway: async (question) => (await answers.pathway(question)).document,
    range: async (question, shown) => (await answers.range(question, shown)).document,
    titlesRange: async (question) => (await answers.titlesRange(question)).document,
    sweep: async (question) => (await answers.sweep(question)).document,
    tune: async (question) => (await answers.tune(question)).document,
    explain: async (question) => (await answers.explain(question)).document,
    alternatives: async (question) => (await answers.alternatives(question)).document,
    units: async (question) => (await answers.units(question)).document,
    audit: async (question) => (await answers.audit(question)).document,
    export: async (question, way) => (await answers.export(question, way)).document,
    cohort: (request = {}) => askCohort(model, request, surroundings),
  };
}
