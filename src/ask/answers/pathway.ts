import { findPathway } from '../../questions/pathway.js';
import { pathwayDocument, type PathwayDocument } from '../../report/documents/pathway.js';
import { pathwaySheet } from '../../report/sheets/pathway.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** Which pathway is best under the objectives. */
export async function answerPathway(asked: Asked): Promise<Answer<PathwayDocument>> {
  const { problem, objectives, means, specification, warnings } = asked;
  const found = await findPathway(problem, objectives, means.forOne);
  if (found.status !== 'optimal') return explainUnanswered(asked, found);
  return {
    document: pathwayDocument(specification.id, found, null),
    outcome: 'answered',
    issues: warnings,
    sheet: () => pathwaySheet(specification.title, found, null),
  };
}
