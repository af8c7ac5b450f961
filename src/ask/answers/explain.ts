import { explain } from '../../questions/explain/explain.js';
import { explainDocument, isComplete, type ExplainAnswerDocument } from '../../report/documents/explain.js';
import { explainSheet } from '../../report/sheets/explain.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** Why the least hours are what they are: what binds, and what small changes would do. */
export async function answerExplain(asked: Asked): Promise<Answer<ExplainAnswerDocument>> {
  const { problem, means, specification, warnings } = asked;
  const found = await explain(problem, means.forMany);
  if (found.status !== 'answered') return explainUnanswered(asked, found);
  const document = explainDocument(specification.id, found);
  return {
    document,
    outcome: isComplete(found) ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => explainSheet(specification.title, document),
  };
}
