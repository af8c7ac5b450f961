import { findConflict, type Conflict } from '../../questions/conflict.js';
import type { PathwayAnswer, Unanswered } from '../../questions/pathway.js';
import { unansweredDocument, type UnansweredDocument } from '../../report/documents/pathway.js';
import { unansweredSheet } from '../../report/sheets/pathway.js';
import { outcomeOf, type Answer } from '../answer.js';
import type { Asked } from '../asked.js';

/** Why no pathway exists, where that is the answer; null otherwise. */
export async function conflictOf(
  { problem, means }: Asked,
  { status }: Pick<PathwayAnswer, 'status'>,
): Promise<Conflict | null> {
  return status === 'infeasible' ? findConflict(problem, means.forOne.oracle) : null;
}

/** The answer to any question about pathways that has no proved best one. */
export async function explainUnanswered(asked: Asked, unanswered: Unanswered): Promise<Answer<UnansweredDocument>> {
  return unansweredAnswer(asked, unanswered, await conflictOf(asked, unanswered));
}

/** The same where the conflict is known already. */
export function unansweredAnswer(
  asked: Asked,
  unanswered: Unanswered,
  conflict: Conflict | null,
): Answer<UnansweredDocument> {
  const { id, title } = asked.specification;
  return {
    document: unansweredDocument(id, unanswered, conflict),
    outcome: outcomeOf(unanswered),
    issues: asked.warnings,
    sheet: () => unansweredSheet(title, unanswered, conflict),
  };
}
