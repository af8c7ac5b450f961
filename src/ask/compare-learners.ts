import type { Issue } from '../domain/issue.js';
import type { Model } from '../read/model/model-file.js';
import { readEnrolments } from '../read/units/enrolments.js';
import type { CohortLineDocument } from '../report/documents/cohort-line.js';
import type { ComparedLearnerDocument } from '../report/documents/compare.js';
import { askCohort } from './answers/cohort.js';
import type { NamedText } from './delivery/delivery-question.js';
import { valueOrThrow } from './input-error.js';
import type { CohortRequest } from './question.js';
import type { Surroundings } from './surroundings.js';

/** What the change means for every learner of a file, in its order. */
export async function compareLearners(
  { file, text }: NamedText,
  models: readonly [Model, Model],
  requests: readonly [CohortRequest, CohortRequest],
  surroundings: Surroundings,
): Promise<{ readonly lines: readonly ComparedLearnerDocument[]; readonly issues: readonly Issue[] }> {
  const before = askCohort(models[0], requests[0], surroundings);
  const after = askCohort(models[1], requests[1], surroundings);
  const read = readEnrolments(text, file, (ref) => before.knows(ref) || after.knows(ref));
  const lines: ComparedLearnerDocument[] = [];
  for (const { learner, held } of valueOrThrow(read)) {
    lines.push(compareLines(await before.answer(learner, held), await after.answer(learner, held)));
  }
  return { lines, issues: read.ok ? read.warnings : [] };
}

function compareLines(before: CohortLineDocument, after: CohortLineDocument): ComparedLearnerDocument {
  const { learner } = before;
  return { learner, before: before.newGlh, after: after.newGlh, change: changeOf(before, after) };
}

/** No pathway at all is worse than any. */
function changeOf(before: CohortLineDocument, after: CohortLineDocument): ComparedLearnerDocument['change'] {
  const isProved = ({ status }: CohortLineDocument): boolean => status === 'optimal' || status === 'infeasible';
  if (!isProved(before) || !isProved(after)) return 'unknown';
  const [old, young] = [before.newGlh ?? Infinity, after.newGlh ?? Infinity];
  if (old === young) return 'same';
  return young < old ? 'better' : 'worse';
}
