import type { Problem } from '../../domain/problem.js';
import type { RangeAnswer } from '../../questions/range.js';
import { rangeDocument, type RangeDocument } from './range.js';

/** The figures of the qualification with one title, or how the search for them ended. */
export interface TitleRangeDocument {
  /** Null for the qualification without any title. */
  readonly title: string | null;
  /** `open` where something that the title asks for is still to be set; `infeasible` where no pathway earns it. */
  readonly status: 'answered' | 'open' | 'feasible' | 'infeasible' | 'unknown' | 'disputed';
  /** As `range --title` gives them; null without a proved answer. */
  readonly range: RangeDocument | null;
}

/** The answer to `range --titles`: the qualification itself first, then every title in the order of the model. */
export interface TitlesRangeDocument {
  readonly qualification: string;
  readonly titles: readonly TitleRangeDocument[];
}

/** What asking for the figures of one title came to. */
export type TitleRange = { readonly title: string | null; readonly problem: Problem } & (
  RangeAnswer | { readonly status: 'open' }
);

/** One entry a title, in the order given. */
export function titlesRangeDocument(qualification: string, titles: readonly TitleRange[]): TitlesRangeDocument {
  return {
    qualification,
    titles: titles.map((it) => {
      const range = it.status === 'answered' ? rangeDocument(qualification, it, it.problem, []) : null;
      return { title: it.title, status: it.status, range };
    }),
  };
}
