import { auditLearner } from '../../questions/audit.js';
import { standTowards, type TitleStanding } from '../../questions/titles.js';
import { auditDocument, type AuditDocument } from '../../report/documents/audit.js';
import { auditSheet } from '../../report/sheets/audit.js';
import { outcomeOf, worstOutcome, type Answer, type Outcome } from '../answer.js';
import type { Asked, AskedTitle } from '../asked.js';
import { conflictOf } from './unanswered.js';

/** Where a learner stands. One who is not complete is an answer; `titles` are those that a learner may earn besides. */
export async function answerAudit(asked: Asked, titles: readonly AskedTitle[]): Promise<Answer<AuditDocument>> {
  const { problem, held, means, specification, warnings } = asked;
  const audit = await auditLearner(problem, held, means.forMany);
  const { completion } = audit;
  const conflict = await conflictOf(asked, completion);
  const standings: TitleStanding[] = [];
  for (const { title, asked: further } of titles) {
    standings.push(await standTowards(title, further?.problem ?? null, means.forMany));
  }
  return {
    document: auditDocument(specification.id, audit, problem, conflict, standings),
    outcome: worstOutcome([
      completion.status === 'optimal' ? 'answered' : outcomeOf(completion),
      ...standings.map(outcomeOfTitle),
    ]),
    issues: [...warnings, ...titles.flatMap(({ issues }) => issues)],
    sheet: () => auditSheet(specification.title, audit, problem, conflict, standings),
  };
}

/** A title that cannot be earned is an answer. */
function outcomeOfTitle({ status }: TitleStanding): Outcome {
  if (status === 'disputed') return 'disputed';
  return status === 'unknown' || status === 'feasible' ? 'limit' : 'answered';
}
