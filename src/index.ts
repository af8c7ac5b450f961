/**
 * qualpath as a library, without files and threads: it runs in a browser too. Most programs need only a session:
 * {@link openText} reads a model and its unit table from texts, and the session answers every question. What sessions
 * are made of is here as well, from reading and the three readings of a rule to solvers and single questions.
 * `qualpath/node` has all of this and opens files, folders and the qualifications that ship with the package.
 */

export { openText, openTexts, type ModelText, type ModelTexts } from './ask/open-text.js';
export { openWorkspace, type MatchAnswer, type ProgressQuestion, type Workspace } from './ask/workspace.js';
export type { Answers, Session } from './ask/session.js';
export type { Answer, Outcome } from './ask/answer.js';
export type { ExportAnswer } from './ask/answers/export.js';
export { PROGRAM_FORMATS, type ProgramFormat } from './program/formats/named-program.js';
export { InputError, isWrongUsage, valueOrThrow } from './ask/input-error.js';
export type {
  AlternativesQuestion,
  CheckQuestion,
  CohortRequest,
  ObjectiveText,
  Question,
  RequestText,
  SearchText,
} from './ask/question.js';
export type { AlternativesAnswerDocument, AlternativesDocument } from './report/documents/alternatives.js';
export type { AuditDocument } from './report/documents/audit.js';
export type { BenchDocument } from './report/documents/bench.js';
export { checkDocument, type CheckDocument, type IssueDocument } from './report/documents/check.js';
export type { CohortLineDocument } from './report/documents/cohort-line.js';
export type {
  DeliveredUnitDocument,
  DeliverDocument,
  FrontierPointDocument,
  NoPlanDocument,
  PlanDocument,
  PlannedQualificationDocument,
} from './report/documents/deliver.js';
export type { OverlapDocument, OverlapPairDocument } from './report/documents/overlap.js';
export type { DeliveryProgress, DeliveryQuestion, OverlapQuestion } from './ask/delivery/delivery-question.js';
export type { ImportDocument, ImportedDocument, NotUnderstoodDocument } from './report/documents/import.js';
export type { ListDocument, ListedDocument } from './report/documents/list.js';
export type { MatchDocument, MatchListDocument } from './report/documents/match.js';
export type { BoundedPathwayDocument, SolveDocument } from './report/documents/bounded.js';
export type { CertificateDocument, VerifyDocument } from './report/documents/certificate.js';
export type { PathwayDocument, UnansweredDocument } from './report/documents/pathway.js';
export type { ProgressDocument, ProgressListDocument } from './report/documents/progress.js';
export type { ProgramDocument, TermDocument } from './report/documents/program.js';
export type { RangeAnswerDocument, RangeDocument } from './report/documents/range.js';
export type { RangeDistributionDocument } from './report/documents/range.js';
export type { CompareDocument, ComparedLearnerDocument } from './report/documents/compare.js';
export type { ReportDocument, QualificationReportDocument } from './report/documents/report.js';
export type { ReportQuestion } from './ask/report/report-question.js';
export type { CompareQuestion } from './ask/compare-question.js';
export type { ExplainAnswerDocument, ExplainDocument } from './report/documents/explain.js';
export type { SweepDocument, SweepPointDocument } from './report/documents/sweep.js';
export type { TuneDocument } from './report/documents/tune.js';
export { PREFERENCES, type Preference, type TuneQuestion } from './ask/tune/tune-question.js';
export type { SweepQuestion } from './ask/sweep-question.js';
export type { TitlesRangeDocument } from './report/documents/titles-range.js';
export type { ShowDocument } from './report/documents/show.js';
export type { UnitsAnswerDocument, UnitsDocument } from './report/documents/units.js';
export type { Cell, Sheet, SheetPart, TableColumn, Tone } from './report/sheet.js';
export type { Picture } from './report/pictures/picture.js';

export type { Column, LinearExpression, LinearProgram, Row, Term } from './program/linear-program.js';
export type { Conflict, ConflictMember } from './questions/conflict.js';
export { deadlineIn, type Deadline } from './methods/deadline.js';
export { createMeans, type AllMeans, type Means, type MeansOptions } from './methods/means.js';
export type { Claim, Method } from './methods/method.js';
export type { Diagram, TooLarge } from './diagram/diagram.js';
export type { Entry, OpenValue, UnitRow } from './domain/unit.js';
export type { Equivalence, Identities } from './domain/identity.js';
export type { Evaluation } from './evaluate/evaluate.js';
export type { Goal } from './diagram/query/goal.js';
export type { Interval } from './domain/interval.js';
export type { Issue, Severity } from './domain/issue.js';
export { ISSUE_CODES, type IssueCode } from './domain/issue-code.js';
export type { Level } from './domain/level.js';
export type { Limits, Solver, SolverOutcome } from './solvers/solver.js';
export type { Measure, Objective } from './domain/measure.js';
export type { ObjectiveValue, PathwayAnswer } from './questions/pathway.js';
export type { OpenName } from './domain/open-names.js';
export type { OpenFigure } from './domain/needed.js';
export type { GroupFigures, Published, PublishedFigure } from './domain/published.js';
export type { ParameterDeclaration, Specification } from './domain/specification.js';
export type { Pathway } from './evaluate/certify.js';
export type { Place, Source } from './domain/source.js';
export type { Placement } from './evaluate/place.js';
export type { Problem, Selection } from './domain/problem.js';
export type { Request } from './domain/pose.js';
export type { Qualification } from './domain/qualification.js';
export type { Settings } from './domain/settings.js';
export type { Quantity } from './domain/quantity.js';
export type { Result } from './domain/result.js';
export type { Standing } from './evaluate/standing.js';
export type { Statement, StatementKind, Threshold } from './domain/statement.js';
export type { Totals } from './domain/totals.js';
export type { From, UnitFilter } from './domain/unit-filter.js';
export type { UnitKey } from './domain/unit-key.js';
export type { PublishedFigures } from './notation/published-figures.js';

export { DEFAULT_OBJECTIVES, formatMeasure, parseMeasure } from './domain/measure.js';
export { formatLevel, parseLevel } from './domain/level.js';
export { equivalentsOf, identify, identityOf } from './domain/identity.js';
export { namesToSet, openNames } from './domain/open-names.js';
export { knownObjectives, neededFigures, unknownFigures, unknownIn } from './domain/needed.js';
export { refuseUnknownFigures } from './domain/unknown-figures.js';
export { pose } from './domain/pose.js';
export { referenceKey } from './domain/reference.js';
export { settle } from './domain/qualification.js';
export { totalsOf } from './domain/totals.js';

export { namesOf, type Names } from './notation/names.js';
export { adviseSentence, type Advice } from './notation/perhaps.js';
export { parseStatement } from './notation/parse-statement.js';
export { printStatement } from './notation/print-statement.js';
export type { StatementText } from './notation/statement-text.js';

export type { Library, LibraryEntry } from './ask/library.js';
export { readAchieved, type AchievedUnit } from './read/units/achieved.js';
export { readEquivalences } from './read/units/equivalences.js';
export { readModel, type Model } from './read/model/model-file.js';
export { readUnitTable } from './read/units/unit-table.js';

export { importDocument, updateFromDocument, type ImportOptions } from './import/import-document.js';
export type { ModelChanges } from './import/update/changes.js';
export type { KnownModel } from './import/update/known-model.js';
export { updateFromLines } from './import/update/update-from-lines.js';
export { importLines, type Imported, type ImportedQualification } from './import/import-lines.js';
export { DOCUMENT_KINDS, kindOf, type DocumentKind } from './import/kind.js';
export { readDocument } from './import/read-document.js';
export { describePlace, type DocumentLine, type DocumentPlace, type SourceDocument } from './import/document.js';
export type { DraftStatement, DraftUnit, NotUnderstood, QualificationDraft } from './import/draft.js';
export type { ReviewLine } from './import/review.js';
export { formatIssue } from './report/text/format-issue.js';
export { reviewCsv } from './report/import/review-csv.js';
export { reviewHtml } from './report/import/review-html.js';

export { certify } from './evaluate/certify.js';
export { evaluate } from './evaluate/evaluate.js';
export { placeUnits } from './evaluate/place.js';

export { compile, selectionOf, type Goal as ProgramGoal } from './compile/compile.js';
export { writeLp } from './program/formats/lp.js';
export { createSolver } from './solvers/create-solver.js';
export { SOLVER_NAMES, type SolverName } from './solvers/solver-name.js';

export { buildDiagram } from './diagram/build/build.js';
export { contains, nodeCount } from './diagram/diagram.js';
export { count, countBest } from './diagram/query/count.js';
export { countWithin } from './diagram/query/count-within.js';
export { goalOf } from './diagram/query/goal.js';
export { bestPathways, kBest } from './diagram/query/k-best.js';
export { prices, type Price } from './diagram/query/prices.js';
export { samplerOf } from './diagram/query/sample.js';
export { optimiserOf, shortest, type Optimum } from './diagram/query/shortest.js';

export { checkRule } from './check/rule.js';
export { createDiagramMethod, createDiagramStore, type DiagramStore } from './methods/diagram-method.js';
export { createOracle, type Oracle } from './methods/oracle.js';
export { createProgramMethod } from './methods/program-method.js';
export { findAlternatives, type AlternativesAnswer } from './questions/alternatives.js';
export { findConflict } from './questions/conflict.js';
export { findPathway } from './questions/pathway.js';
export { findRange, type Range, type RangeAnswer } from './questions/range.js';
export { findUnitPrices, type PricesAnswer, type UnitPrice } from './questions/unit-prices.js';
export { firstThatSettles } from './methods/method.js';

export { renderHtml } from './report/html/render-html.js';
export { sheetsForWriter } from './report/workbook/for-writer.js';
export { workbookOf, type WorkbookCell, type WorkbookSheet } from './report/workbook/workbook.js';
