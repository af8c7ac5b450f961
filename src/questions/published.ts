import { sayUnknown } from '../domain/unknown-figures.js';
import { figureWord, unknownFigures } from '../domain/needed.js';
import type { Problem } from '../domain/problem.js';
import type { GroupFigures, Published, PublishedFigure } from '../domain/published.js';
import type { Quantity } from '../domain/quantity.js';
import { tqtOf } from '../domain/totals.js';
import type { SearchMeans } from '../methods/means.js';
import type { Figure, Range } from './range.js';
import { findRequired } from './required.js';

/**
 * A printed figure beside the computed one. `key` is its key in the model (for a group `group-required`), `figure` the
 * field of the range that it is set beside, `words` what it is called. `computed` is null where it cannot be said, and
 * then `why` says for what reason.
 */
export interface PrintedFigure {
  readonly key: PublishedFigure | 'group-required';
  /** The group whose figure it is; null for the whole qualification. */
  readonly group: string | null;
  readonly figure: string;
  readonly words: string;
  readonly printed: number | bigint;
  readonly computed: number | bigint | null;
  readonly why: string | null;
}

/** What a printed figure is set beside. */
interface Counterpart {
  readonly figure: string;
  readonly words: string;
  /** What it adds up, which tells why it may not be known; null for what adds up nothing. */
  readonly quantity: Quantity | null;
  readonly computed: (range: Range) => number | bigint | null;
}

const COUNTERPARTS: { readonly [key in PublishedFigure]: Counterpart } = {
  'minimum-glh': {
    figure: 'glh.min',
    words: 'lowest GLH',
    quantity: 'glh',
    computed: ({ glh }) => said(glh.min),
  },
  'maximum-glh': {
    figure: 'glh.maxAtMinimumCredit',
    words: 'highest GLH at the minimum credit',
    quantity: 'glh',
    computed: ({ glh }) => said(glh.maxAtMinimumCredit),
  },
  'minimum-tqt': {
    figure: 'tqt.min',
    words: 'lowest TQT',
    quantity: 'credits',
    computed: ({ credits }) => hours(credits.min),
  },
  'maximum-tqt': {
    figure: 'tqt.max',
    words: 'highest TQT',
    quantity: 'credits',
    computed: ({ credits }) => hours(credits.max),
  },
  credits: {
    figure: 'credits.min',
    words: 'lowest credits',
    quantity: 'credits',
    computed: ({ credits }) => said(credits.min),
  },
  units: { figure: 'units.min', words: 'fewest units', quantity: null, computed: ({ units }) => said(units.min) },
  pathways: { figure: 'pathways', words: 'number of pathways', quantity: null, computed: ({ pathways }) => pathways },
};

/** Every printed figure of a qualification and its groups beside what the rule gives; group totals are no such figure. */
export async function comparePrinted(
  problem: Problem,
  range: Range,
  published: Published,
  means: SearchMeans,
): Promise<readonly PrintedFigure[]> {
  const whole = [...published.figures].map(([key, printed]): PrintedFigure => {
    const { figure, words, quantity, computed } = COUNTERPARTS[key];
    const value = computed(range);
    const why = value === null ? whyNot(problem, quantity) : null;
    return { key, group: null, figure, words, printed, computed: value, why };
  });
  const groups = [];
  for (const [group, figures] of published.groupRequired) {
    groups.push(...(await compareRequired(problem, group, figures, means)));
  }
  return [...whole, ...groups];
}

async function compareRequired(
  problem: Problem,
  group: string,
  figures: GroupFigures,
  means: SearchMeans,
): Promise<readonly PrintedFigure[]> {
  const compared: PrintedFigure[] = [];
  for (const quantity of ['credits', 'glh', 'units'] as const) {
    const printed = figures[quantity];
    if (printed === null) continue;
    const found = await findRequired(problem, group, quantity, means);
    const computed = typeof found === 'number' ? found : null;
    compared.push({
      key: 'group-required',
      group,
      figure: `required.${group}.${quantity}`,
      words: `${quantity === 'glh' ? 'GLH' : quantity} required from ${group}`,
      printed,
      computed,
      why: computed !== null ? null : found === null ? whyNot(problem, quantity) : NOT_PROVED,
    });
  }
  return compared;
}

const NOT_PROVED = 'a limit stopped the search';

function whyNot(problem: Problem, quantity: Quantity | null): string {
  if (quantity === null) return 'the pathways could not be counted';
  const open = unknownFigures(problem, quantity);
  if (open.length === 0)
    throw new Error(`a printed figure has no counterpart although every ${figureWord(quantity)} is known`);
  return sayUnknown(figureWord(quantity), open, problem.entries);
}

function said(figure: Figure | null): number | null {
  return figure === null ? null : figure.value;
}

function hours(credits: Figure | null): number | null {
  return credits === null ? null : tqtOf(credits.value);
}
