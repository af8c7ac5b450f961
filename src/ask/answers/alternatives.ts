import { findAlternatives } from '../../questions/alternatives.js';
import { alternativesDocument, type AlternativesAnswerDocument } from '../../report/documents/alternatives.js';
import { alternativesSheet } from '../../report/sheets/alternatives.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** How many of the best pathways are listed, when nobody says otherwise. */
export const DEFAULT_COUNT = 10;

/** The best pathways under the objectives, ties included. */
export async function answerAlternatives(
  asked: Asked,
  { count = DEFAULT_COUNT, within = null }: { readonly count?: number; readonly within?: number | null },
): Promise<Answer<AlternativesAnswerDocument>> {
  const { problem, objectives, means, specification, warnings } = asked;
  const wanted = { count, within };
  const found = await findAlternatives(problem, objectives, wanted, means.forMany);
  if (found.status !== 'answered') return explainUnanswered(asked, found);
  return {
    document: alternativesDocument(specification.id, found, within),
    outcome: found.limit === null ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => alternativesSheet(specification.title, found, within),
  };
}
