import { findPathway, type PathwayAnswer } from '../../questions/pathway.js';
import { boundedPathwayDocument, type BoundedPathway, type SolveDocument } from '../../report/documents/bounded.js';
import { pathwayDocument } from '../../report/documents/pathway.js';
import { boundedPathwaySheet } from '../../report/sheets/bounded.js';
import { pathwaySheet } from '../../report/sheets/pathway.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import type { AtBounds } from '../bounds.js';
import { explainUnanswered } from './unanswered.js';

/** The answer of a best pathway that was found. */
export function bestPathwayAnswer(
  { specification, warnings }: Asked,
  found: Extract<PathwayAnswer, { status: 'optimal' }>,
): Answer<SolveDocument> {
  return {
    document: pathwayDocument(specification.id, found, null),
    outcome: 'answered',
    issues: warnings,
    sheet: () => pathwaySheet(specification.title, found, null),
  };
}

/**
 * Between which values the best lies, where an objective adds up figures that are known within bounds: the answers with
 * all of them at their `least` and at their `most`, or the first of the two that has no proved best pathway.
 */
export async function answerAtBounds(
  bounds: AtBounds,
  asked: { readonly least: Asked; readonly most: Asked },
): Promise<Answer<SolveDocument>> {
  const { id, title } = asked.least.specification;
  const [least, most] = [await findEnd(asked.least, bounds), await findEnd(asked.most, bounds)];
  if (least.status !== 'optimal') return explainUnanswered(asked.least, least);
  if (most.status !== 'optimal') return explainUnanswered(asked.most, most);
  const found: BoundedPathway = { least, most, open: bounds.open, known: bounds.known };
  return {
    document: boundedPathwayDocument(id, found),
    outcome: 'answered',
    issues: asked.least.warnings,
    sheet: () => boundedPathwaySheet(title, found),
  };
}

/** The objectives up to the one that is blurred; nothing can be said of what comes after it. */
function findEnd({ problem, objectives, means }: Asked, { known }: AtBounds): ReturnType<typeof findPathway> {
  return findPathway(problem, objectives.slice(0, known + 1), means.forOne);
}
