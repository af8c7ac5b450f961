import { readDay } from '../as-of.js';
import type { ReportDocument } from '../../report/documents/report.js';
import { reportSheet } from '../../report/sheets/report.js';
import type { Isolate } from '../../solvers/hard-stop.js';
import { worstOutcome, type Answer } from '../answer.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { Library } from '../library.js';
import { deadlineOf } from '../means.js';
import { isOpenValue, leftOutAsOpen, loadOffered, settingsMeantFor } from '../offered.js';
import { gatherEvidence, type Evidence } from '../report/evidence.js';
import type { ReportQuestion } from '../report/report-question.js';
import type { Issue } from '../../domain/issue.js';
import type { Model } from '../../read/model/model-file.js';
import type { Surroundings } from '../surroundings.js';
import { chooseVersion } from '../version.js';
import { error } from '../../domain/issue.js';

/** The evidence for the figures of one qualification or of several. */
export async function answerReport(
  library: Library,
  question: ReportQuestion,
  isolate: Isolate | undefined,
): Promise<Answer<ReportDocument>> {
  const { qualifications, asOf, tools } = question;
  const date = question.date === undefined ? null : valueOrThrow(readDay(question.date, `--date ${question.date}`));
  const dated = asOf === undefined ? {} : { asOf };
  const surroundings: Surroundings = {
    equivalences: library.equivalences(),
    ...(isolate === undefined ? {} : { isolate }),
  };
  const loaded = loadOffered(library, qualifications, (file) => library.load(file));
  const all = loaded.models.map(({ specification }) => specification);
  const timeLimit = deadlineOf(question);
  const evidence: Evidence[] = [];
  const leftOut: Issue[] = [];
  for (const model of loaded.models) {
    const set = settingsMeantFor(model.specification, all, question.set ?? []);
    const own = {
      ...dated,
      set,
      timeLimit,
      confirm: true,
      ...(question.solver === undefined ? {} : { solver: question.solver }),
    };
    try {
      evidence.push(await gatherEvidence(versionOf(model, dated), own, surroundings, tools));
    } catch (thrown) {
      const open = thrown instanceof InputError && thrown.issues.every(isOpenValue);
      if (!open || qualifications !== 'all') throw thrown;
      leftOut.push(leftOutAsOpen(model.specification));
    }
  }
  if (evidence.length === 0) throw new InputError([...loaded.issues, ...leftOut, NOTHING]);
  const document: ReportDocument = {
    date,
    madeBy: tools?.madeBy ?? null,
    qualifications: evidence.map((it) => it.document),
  };
  return {
    document,
    outcome: loaded.broken ? 'bad-input' : worstOutcome(evidence.map(({ outcome }) => outcome)),
    issues: [...loaded.issues, ...leftOut, ...evidence.flatMap(({ warnings }) => warnings)],
    sheet: () => reportSheet(document, evidence),
  };
}

function versionOf(model: Model, days: { readonly asOf?: string }): Model {
  return valueOrThrow(chooseVersion(model, days));
}

const NOTHING = error('unknown-qualification', 'No qualification is left to report on.', { option: '--all' });
