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
import { answerCertified, answerPathway, BOUNDED, byItself, withoutCertificate } from './answers/certified.js';
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
  readonly show: () => Answer<ShowDocument>;
  readonly check: (question?: CheckQuestion) => Promise<Answer<CheckDocument>>;
  readonly pathway: (question?: Question) => Promise<Answer<SolveDocument>>;
  /** As `pathway`, with the certificate of the answer, or why there is none. */
  readonly certified: (question?: Question) => Promise<CertifiedAnswer<SolveDocument>>;
  readonly certifiedRange: (question?: Question, shown?: RangeWanted) => Promise<CertifiedAnswer<RangeAnswerDocument>>;
  /** Whether the text of a certificate proves its claim, and whether it is about this question as it stands now. */
  readonly verify: (text: string, question?: Question, file?: string) => Answer<VerifyDocument>;
  readonly range: (question?: Question, shown?: RangeWanted) => Promise<Answer<RangeAnswerDocument>>;
  readonly certifiedAlternatives: (
    question?: AlternativesQuestion,
  ) => Promise<CertifiedAnswer<AlternativesAnswerDocument>>;
  readonly certifiedUnits: (question?: Question, shown?: UnitsWanted) => Promise<CertifiedAnswer<UnitsAnswerDocument>>;
  readonly titlesRange: (question?: Omit<Question, 'title'>) => Promise<Answer<TitlesRangeDocument>>;
  readonly sweep: (question: SweepQuestion) => Promise<AnswerWithRows<SweepDocument>>;
  readonly tune: (question: TuneQuestion) => Promise<Answer<TuneDocument>>;
  readonly explain: (question?: Question) => Promise<Answer<ExplainAnswerDocument>>;
  readonly alternatives: (question?: AlternativesQuestion) => Promise<Answer<AlternativesAnswerDocument>>;
  readonly units: (question?: Question, shown?: UnitsWanted) => Promise<Answer<UnitsAnswerDocument>>;
  readonly audit: (question?: Question) => Promise<Answer<AuditDocument>>;
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
  /** What the model says. */
  readonly show: () => ShowDocument;
  /** Everything that is wrong or odd about the model, with proofs. */
  readonly check: (question?: CheckQuestion) => Promise<CheckDocument>;
  /** The best pathway: with least new hours unless told otherwise. */
  readonly pathway: (question?: Question) => Promise<SolveDocument>;
  /** Lowest and highest hours, credits, units and TQT over all pathways, and their number; how they spread if wanted. */
  readonly range: (question?: Question, shown?: RangeWanted) => Promise<RangeAnswerDocument>;
  /** The same figures for the qualification and for each of its titles. */
  readonly titlesRange: (question?: Omit<Question, 'title'>) => Promise<TitlesRangeDocument>;
  /** What every value of one or two open figures or thresholds makes of the rule. */
  readonly sweep: (question: SweepQuestion) => Promise<SweepDocument>;
  /** At which values of what is open, or may be changed, the rule comes to what is aimed at. */
  readonly tune: (question: TuneQuestion) => Promise<TuneDocument>;
  /** Why the least hours are what they are: what binds, and what small changes would do. */
  readonly explain: (question?: Question) => Promise<ExplainAnswerDocument>;
  /** The best pathways, ties included. */
  readonly alternatives: (question?: AlternativesQuestion) => Promise<AlternativesAnswerDocument>;
  /** What each unit costs: the best figure with it and without it. */
  readonly units: (question?: Question) => Promise<UnitsAnswerDocument>;
  /** Whether what a learner holds is complete, and the cheapest completion. */
  readonly audit: (question?: Question) => Promise<AuditDocument>;
  /** The question of `pathway` as an integer program; `way`, from 1, where what is held can be used in several. */
  readonly export: (question?: Question, way?: number) => Promise<ProgramDocument>;
  /** The same question for any number of learners. */
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
  const solve = async (question: Question): Promise<Answer<SolveDocument>> => {
    const bounds = readBounds(model, question, surroundings);
    if (bounds === null) return answerPathway(read(question));
    const least = read(bounds.least);
    return withBounds(await answerAtBounds(bounds, { least, most: { ...read(bounds.most), means: least.means } }));
  };
  const answers: Answers = {
    show: () => answerShow(model, warnings),
    check: async (question = {}) => answerCheck(model, question, surroundings, warnings),
    pathway: async (question = {}) => solve(question),
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
