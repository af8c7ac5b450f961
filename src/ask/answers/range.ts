import { comparePrinted } from '../../questions/published.js';
import { findDistributions, type DistributionsAnswer } from '../../questions/distribution.js';
import type { Problem } from '../../domain/problem.js';
import type { Statement } from '../../domain/statement.js';
import { findRange, type Range } from '../../questions/range.js';
import { rangeDocument, type RangeAnswerDocument } from '../../report/documents/range.js';
import { titlesRangeDocument, type TitleRange, type TitlesRangeDocument } from '../../report/documents/titles-range.js';
import { rangeSheet } from '../../report/sheets/range.js';
import { titlesRangeSheet } from '../../report/sheets/titles-range.js';
import { outcomeOf, worstOutcome, type Answer, type Outcome } from '../answer.js';
import type { Asked, AskedTitle } from '../asked.js';
import { explainUnanswered } from './unanswered.js';

/** What is wanted of a range besides its figures. */
export interface RangeWanted {
  /** A pathway behind each figure. */
  readonly witness?: boolean;
  /** How all pathways spread over hours, credits and units. */
  readonly distribution?: boolean;
}

/**
 * Lowest and highest hours, credits, units and TQT over all pathways, with what is wanted besides. What is printed is
 * that of the qualification, and not of one of its titles.
 */
export async function answerRange(
  asked: Asked,
  wanted: RangeWanted,
  ofTitle: boolean,
): Promise<Answer<RangeAnswerDocument>> {
  const range = await findRange(asked.problem, asked.means.forMany);
  return range.status === 'answered' ? rangeAnswer(asked, range, wanted, ofTitle) : explainUnanswered(asked, range);
}

/** The answer of a range that was found. */
export async function rangeAnswer(
  asked: Asked,
  range: Range,
  { witness = false, distribution = false }: RangeWanted,
  ofTitle: boolean,
): Promise<Answer<RangeAnswerDocument>> {
  const { id, title, published } = asked.specification;
  const besides = askedBesides(asked.problem);
  const printed =
    ofTitle || besides.length > 0 ? [] : await comparePrinted(asked.problem, range, published, asked.means.forMany);
  const distributions = distribution
    ? findDistributions(asked.problem, asked.means.forMany.store, asked.means.forMany.deadline)
    : null;
  return {
    document: rangeDocument(id, range, asked.problem, printed, distributions),
    outcome: distributions !== null && isCutShort(distributions) ? 'limit' : 'answered',
    issues: asked.warnings,
    sheet: () => rangeSheet(title, range, asked.problem, printed, { witness, distributions, besides }),
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

/** The conditions that were asked for besides the rule; a day of starting is no such condition. */
function askedBesides({ conditions, qualification }: Problem): readonly Statement[] {
  const further = conditions.filter((statement) => !qualification.rule.includes(statement));
  return further.filter((it) => it.kind !== 'not-counted' || it.filter.unstartable === null);
}

/** Whether a limit kept a distribution from being told. */
function isCutShort(found: DistributionsAnswer): boolean {
  if (found.status !== 'answered') return found.status === 'too-large';
  const told: readonly unknown[] = Object.values(found);
  return told.includes('too-large') || told.includes('out-of-time');
}

const OPEN = { status: 'open' } as const;

function outcomeOfTitle(it: TitleRange): Outcome {
  if (it.status === 'answered' || it.status === 'open') return 'answered';
  return it.status === 'infeasible' && it.title !== null ? 'answered' : outcomeOf(it);
}
