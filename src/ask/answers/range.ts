import { comparePrinted } from '../../questions/published.js';
import { findRange } from '../../questions/range.js';
import { rangeDocument, type RangeAnswerDocument } from '../../report/documents/range.js';
import { rangeSheet } from '../../report/sheets/range.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** Lowest and highest hours, credits, units and TQT over all pathways; `witness` shows a pathway behind each figure. */
export async function answerRange(asked: Asked, witness: boolean): Promise<Answer<RangeAnswerDocument>> {
  const range = await findRange(asked.problem, asked.means.forMany);
  if (range.status !== 'answered') return explainUnanswered(asked, range);
  const { id, title, published } = asked.specification;
  const printed = await comparePrinted(asked.problem, range, published, asked.means.forMany);
  return {
    document: rangeDocument(id, range, asked.problem, printed),
    outcome: 'answered',
    issues: asked.warnings,
    sheet: () => rangeSheet(title, range, asked.problem, printed, witness),
  };
}
