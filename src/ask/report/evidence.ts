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
import { certifyRange } from '../answers/certified-range.js';
import { certificateDocument, certifyUnanswered } from '../answers/certificates.js';
import { answerPathway } from '../answers/certified.js';
import type { CertificateDocument } from '../../report/documents/certificate.js';
import { proveModel } from '../answers/check.js';
import { answerExplain } from '../answers/explain.js';
import { answerShow } from '../answers/show.js';
import { checkDocument } from '../../report/documents/check.js';
import { readQuestion, type Asked } from '../asked.js';
import { InputError, valueOrThrow } from '../input-error.js';
import { isOpenValue } from '../offered.js';
import type { Question } from '../question.js';
import { readSettings, settingTexts } from '../settings.js';
import type { Surroundings } from '../surroundings.js';
import { notCheckedOf } from './not-checked.js';
import { obtainedOf } from './obtained.js';
import { filesOf, inputsOf, shortFile, type ReportTools } from './report-tools.js';

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
    certificate: certificateOf(specification.id, ranged.certified, ranged.document.status, tools),
    range: ranged.document,
    explain: explanation,
    check: checkDocument(issues),
    obtained: obtainedOf(ranged.range, solved, explanation),
    notChecked: notCheckedOf(asked, ranged.range, { best, explained, certificate: ranged.certified.document }),
    inputs: inputsOf(filesOf(model, surroundings), tools),
  };
  return {
    document,
    problem,
    range: ranged.range,
    best: best === null ? null : best.sheet(),
    issues,
    outcome: worstOutcome([ranged.outcome, ...[best, explained].flatMap((it) => (it === null ? [] : [it.outcome]))]),
    warnings: asked.warnings,
  };
}

interface Least {
  readonly best: Answer<SolveDocument> | null;
  readonly explained: Answer<ExplainAnswerDocument> | null;
}

/** The pathway of least hours, and what small changes would do where there is one; null where hours are not known. */
async function leastOf(asked: Asked | null): Promise<Least> {
  if (asked === null) return { best: null, explained: null };
  const best = await answerPathway(asked);
  return { best, explained: best.document.status === 'optimal' ? await answerExplain(asked) : null };
}

/** The question for the least hours, with the deadline of the others; null where hours are not known. */
function askedForHours(model: Model, question: Question, surroundings: Surroundings, own: Asked): Asked | null {
  try {
    // Of the solvers behind 'auto' the first that is done answers; the diagram is the same on every run.
    const { forMany } = own.means;
    return {
      ...readQuestion(model, { ...question, objectives: [] }, surroundings),
      means: { forMany, forOne: forMany },
    };
  } catch (thrown) {
    if (thrown instanceof InputError && thrown.issues.every(isOpenValue)) return null;
    throw thrown;
  }
}

interface Ranged {
  readonly document: RangeAnswerDocument;
  readonly range: EvidentRange | null;
  readonly outcome: Outcome;
  readonly certified: Certificates;
}

/** The certificate of the figures, or of there being no pathway; what became of it, and its text. */
interface Certificates {
  readonly document: CertificateDocument;
  readonly text: string | null;
}

async function rangeOf(asked: Asked): Promise<Ranged> {
  const { problem, means, specification } = asked;
  const range = await findRange(problem, means.forMany);
  if (range.status !== 'answered') {
    const { document, outcome, certificate: text } = await certifyUnanswered(asked, range);
    const { certificate, ...plain } = document;
    return { document: plain, outcome, range: null, certified: { document: certificate ?? NOT_MADE, text } };
  }
  const printed = await comparePrinted(problem, range, specification.published, means.forMany);
  const distributions = findDistributions(problem, means.forMany.store, means.forMany.deadline);
  const document = rangeDocument(specification.id, range, problem, printed, distributions);
  const certified = certifyRange(asked, range);
  return {
    document,
    outcome: 'answered',
    range: { range, printed, distributions },
    certified: { document: certificateDocument(certified), text: certified.certified ? certified.text : null },
  };
}

const NOT_MADE = { certified: false, why: 'none was made' } as const;

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
  { document, text }: Certificates,
  status: RangeAnswerDocument['status'],
  tools: ReportTools | undefined,
): QualificationReportDocument['certificate'] {
  if (!document.certified) return document;
  if (text === null) throw new Error('what is certified has a certificate');
  const made: ReportCertificateDocument = {
    claim: status === 'answered' ? OF_FIGURES : 'No pathway exists.',
    leaves: document.leaves,
    file: `${id}.certificate.json`,
    sha256: tools?.digest(text) ?? null,
    text,
  };
  return made;
}

const OF_FIGURES =
  'No pathway has less than the lowest figures or more than the highest, and there are as many as is said.';
