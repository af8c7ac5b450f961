import { findAlternatives, type AnsweredAlternatives } from '../../questions/alternatives.js';
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
  const { problem, objectives, means } = asked;
  const found = await findAlternatives(problem, objectives, { count, within }, means.forMany);
  return found.status === 'answered' ? alternativesAnswer(asked, found, within) : explainUnanswered(asked, found);
}

/** The answer of alternatives that were found. */
export function alternativesAnswer(
  { specification, warnings }: Asked,
  found: AnsweredAlternatives,
  within: number | null,
): Answer<AlternativesAnswerDocument> {
  return {
    document: alternativesDocument(specification.id, found, within),
    outcome: found.limit === null ? 'answered' : 'limit',
    issues: warnings,
    sheet: () => alternativesSheet(specification.title, found, within),
  };
}
