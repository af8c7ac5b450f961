import { comparePrinted } from '../../questions/published.js';
import { findRange } from '../../questions/range.js';
import { rangeDocument, type RangeAnswerDocument } from '../../report/documents/range.js';
import { titlesRangeDocument, type TitleRange, type TitlesRangeDocument } from '../../report/documents/titles-range.js';
import { rangeSheet } from '../../report/sheets/range.js';
import { titlesRangeSheet } from '../../report/sheets/titles-range.js';
import { outcomeOf, worstOutcome, type Answer, type Outcome } from '../answer.js';
import type { Asked, AskedTitle } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/**
 * Lowest and highest hours, credits, units and TQT over all pathways; `witness` shows a pathway behind each figure. What
 * is printed is that of the qualification, and not of one of its titles.
 */
export async function answerRange(
  asked: Asked,
  witness: boolean,
  ofTitle: boolean,
): Promise<Answer<RangeAnswerDocument>> {
  const range = await findRange(asked.problem, asked.means.forMany);
  if (range.status !== 'answered') return explainUnanswered(asked, range);
  const { id, title, published } = asked.specification;
  const printed = ofTitle ? [] : await comparePrinted(asked.problem, range, published, asked.means.forMany);
  return {
    document: rangeDocument(id, range, asked.problem, printed),
    outcome: 'answered',
    issues: asked.warnings,
    sheet: () => rangeSheet(title, range, asked.problem, printed, witness),
  };
}

/** The figures of the qualification and of each of its titles. A title that no pathway earns is an answer. */
export async function answerTitlesRange(
  asked: Asked,
  titles: readonly AskedTitle[],
): Promise<Answer<TitlesRangeDocument>> {
  const { specification, problem, means, warnings } = asked;
  const ranges: TitleRange[] = [{ title: null, problem, ...(await findRange(problem, means.forMany)) }];
  for (const { title, asked: further } of titles) {
    const range = further === null ? OPEN : await findRange(further.problem, means.forMany);
    ranges.push({ title, problem: (further ?? asked).problem, ...range });
  }
  return {
    document: titlesRangeDocument(specification.id, ranges),
    outcome: worstOutcome(ranges.map(outcomeOfTitle)),
    issues: [...warnings, ...titles.flatMap(({ issues }) => issues)],
    sheet: () => titlesRangeSheet(specification.title, ranges),
  };
}

const OPEN = { status: 'open' } as const;

function outcomeOfTitle(it: TitleRange): Outcome {
  if (it.status === 'answered' || it.status === 'open') return 'answered';
  return it.status === 'infeasible' && it.title !== null ? 'answered' : outcomeOf(it);
}
