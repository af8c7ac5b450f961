import type { Issue } from '../../domain/issue.js';
import { printStatement } from '../../notation/print-statement.js';
import { findDistributions } from '../../questions/distribution.js';
import { comparePrinted } from '../../questions/published.js';
import { findRange } from '../../questions/range.js';
import type { Model } from '../../read/model/model-file.js';
import type { ExplainAnswerDocument } from '../../report/documents/explain.js';
import { rangeDocument, type RangeAnswerDocument } from '../../report/documents/range.js';
import type { QualificationReportDocument, ReportCertificateDocument } from '../../report/documents/report.js';
import type { SolveDocument } from '../../report/documents/bounded.js';
import type { Evident, EvidentRange } from '../../report/sheets/report.js';
import { worstOutcome, type Answer, type Outcome } from '../answer.js';
import { answerCertified, type CertifiedPathway } from '../answers/certified.js';
import { proveModel } from '../answers/check.js';
import { answerExplain } from '../answers/explain.js';
import { answerShow } from '../answers/show.js';
import { explainUnanswered } from '../answers/unanswered.js';
import { checkDocument } from '../../report/documents/check.js';
import { readQuestion, type Asked } from '../asked.js';
import { InputError, valueOrThrow } from '../input-error.js';
import { isOpenValue } from '../offered.js';
import type { Question } from '../question.js';
import { readSettings, settingTexts } from '../settings.js';
import type { Surroundings } from '../surroundings.js';
import { notCheckedOf } from './not-checked.js';
import { objectiveWords, obtainedOf } from './obtained.js';
import { inputsOf, shortFile, type ReportTools } from './report-tools.js';

/** The evidence for one qualification, and how it came out. */
export interface Evidence extends Evident {
  readonly outcome: Outcome;
  readonly warnings: readonly Issue[];
}

/** Asks one qualification everything that its report says, within one time limit. */
export async function gatherEvidence(
  model: Model,
  question: Question,
  surroundings: Surroundings,
  tools: ReportTools | undefined,
): Promise<Evidence> {
  const asked = readQuestion(model, question, surroundings, 'own');
  const ranged = await rangeOf(asked);
  const { best, explained } = await leastOf(askedForHours(model, question, surroundings, asked));
  const issues = await checked(model, question, surroundings);
  const { specification, problem } = asked;
  const [solved, explanation] = [best?.document ?? null, explained?.document ?? null];
  const document: QualificationReportDocument = {
    qualification: answerShow({ ...model, specification }, []).document,
    set: settingTexts(question.set ?? []),
    asOf: question.asOf ?? null,
    rule: problem.qualification.rule.map((it, at) => ({ number: at + 1, statement: printStatement(it) })),
    best: solved,
    certificate: certificateOf(specification.id, best, tools),
    range: ranged.document,
    explain: explanation,
    check: checkDocument(issues),
    obtained: obtainedOf(ranged.range, solved, explanation),
    notChecked: notCheckedOf(asked, ranged.range, best, explained),
    inputs: inputsOf(filesOf(model, surroundings), tools),
  };
  return {
    document,
    problem,
    range: ranged.range,
    best: best === null ? null : best.sheet(),
    issues,
    outcome: worstOutcome([ranged.outcome, ...outcomesOf(best), ...(explained === null ? [] : [explained.outcome])]),
    warnings: asked.warnings,
  };
}

interface Least {
  readonly best: CertifiedPathway | null;
  readonly explained: Answer<ExplainAnswerDocument> | null;
}

/** The pathway of least hours, and what small changes would do where there is one; null where hours are not known. */
async function leastOf(asked: Asked | null): Promise<Least> {
  if (asked === null) return { best: null, explained: null };
  const best = await answerCertified(asked);
  return { best, explained: best.document.status === 'optimal' ? await answerExplain(asked) : null };
}

/** That there is no certificate is said among what was not checked. */
function outcomesOf(best: CertifiedPathway | null): readonly Outcome[] {
  return best === null || best.document.status === 'optimal' ? [] : [best.outcome];
}

/** The question for the least hours, with the deadline of the others; null where hours are not known. */
function askedForHours(model: Model, question: Question, surroundings: Surroundings, own: Asked): Asked | null {
  try {
    return { ...readQuestion(model, { ...question, objectives: [] }, surroundings), means: own.means };
  } catch (thrown) {
    if (thrown instanceof InputError && thrown.issues.every(isOpenValue)) return null;
    throw thrown;
  }
}

async function rangeOf(
  asked: Asked,
): Promise<{ readonly document: RangeAnswerDocument; readonly range: EvidentRange | null; readonly outcome: Outcome }> {
  const { problem, means, specification } = asked;
  const range = await findRange(problem, means.forMany);
  if (range.status !== 'answered') {
    const { document, outcome } = await explainUnanswered(asked, range);
    return { document, outcome, range: null };
  }
  const printed = await comparePrinted(problem, range, specification.published, means.forMany);
  const distributions = findDistributions(problem, means.forMany.store);
  const document = rangeDocument(specification.id, range, problem, printed, distributions);
  return { document, outcome: 'answered', range: { range, printed, distributions } };
}

/** What is odd about the model, with places that are the same on every machine. */
async function checked(model: Model, question: Question, surroundings: Surroundings): Promise<readonly Issue[]> {
  const settings = valueOrThrow(readSettings(question.set ?? []));
  const issues = await proveModel(model, settings, question, surroundings, []);
  return issues.map((issue) => {
    const { source } = issue;
    if (source === null || !('file' in source)) return issue;
    return { ...issue, source: { ...source, file: shortFile(source.file) } };
  });
}

function certificateOf(
  id: string,
  best: CertifiedPathway | null,
  tools: ReportTools | undefined,
): QualificationReportDocument['certificate'] {
  if (best === null) return { certified: false, why: 'hours are not known' };
  const { certificate } = best.document;
  if (best.certificate === null || certificate === undefined || !certificate.certified) {
    return certificate !== undefined && !certificate.certified
      ? certificate
      : { certified: false, why: 'none was made' };
  }
  const made: ReportCertificateDocument = {
    claim: claimOf(best.document),
    leaves: certificate.leaves,
    file: `${id}.certificate.json`,
    sha256: tools?.digest(best.certificate) ?? null,
    text: best.certificate,
  };
  return made;
}

function claimOf(document: SolveDocument): string {
  if (document.status !== 'optimal') return 'No pathway exists.';
  const words = document.objectives.map((it) => `${objectiveWords(it)} ${it.value}`);
  return `No pathway does better than this: ${words.join(', then ')}.`;
}

function filesOf({ specification, versions }: Model, { equivalences }: Surroundings): readonly string[] {
  const all = [specification, ...versions.map((it) => it.specification)];
  const tables = all.flatMap(({ file, rows }) => [file, ...rows.map(({ place }) => place.file)]);
  return [...tables, ...(equivalences.ok ? equivalences.value.map(({ place }) => place.file) : [])];
}
