import { auditLearner } from '../../questions/audit.js';
import { auditDocument, type AuditDocument } from '../../report/documents/audit.js';
import { auditSheet } from '../../report/sheets/audit.js';
import { outcomeOf, type Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { conflictOf } from './unanswered.js';

/** Where a learner stands. One who is not complete is an answer. */
export async function answerAudit(asked: Asked): Promise<Answer<AuditDocument>> {
  const { problem, held, means, specification, warnings } = asked;
  const audit = await auditLearner(problem, held, means.forMany);
  const { completion } = audit;
  const conflict = await conflictOf(asked, completion);
  return {
    document: auditDocument(specification.id, audit, problem, conflict),
    outcome: completion.status === 'optimal' ? 'answered' : outcomeOf(completion),
    issues: warnings,
    sheet: () => auditSheet(specification.title, audit, problem, conflict),
  };
}
