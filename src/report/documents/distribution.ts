import type { Distribution, DistributionsAnswer, Untold } from '../../questions/distribution.js';
import type { NotSaidDocument } from './not-said.js';

/** A figure with how many pathways come to it, as a string, because that outgrows a double. */
export type DistributionPointDocument = readonly [value: number, pathways: string];

/** Of the pathways with just so many credits, the least and the most guided learning hours. */
export interface CreditPointDocument {
  readonly credits: number;
  readonly minGlh: number;
  readonly maxGlh: number;
}

/** What `range --distribution` adds: all pathways by what they come to. Null where it cannot be said. */
export interface DistributionDocument {
  /** By figure, ascending; figures that no pathway comes to are left out. Each list adds up to the number of pathways. */
  readonly distribution: {
    readonly glh: readonly DistributionPointDocument[] | null;
    readonly credits: readonly DistributionPointDocument[] | null;
    readonly units: readonly DistributionPointDocument[] | null;
  };
  /** By credits, ascending. */
  readonly frontier: readonly CreditPointDocument[] | null;
  /** How many of all pathways count each unit, from 0 to 1, in table order. */
  readonly shares: readonly { readonly ref: string; readonly title: string; readonly share: number }[] | null;
}

/** The distributions as lists of numbers. */
export function distributionDocument(found: DistributionsAnswer): DistributionDocument {
  if (found.status !== 'answered') {
    return { distribution: { glh: null, credits: null, units: null }, frontier: null, shares: null };
  }
  const { glh, credits, units, frontier, shares } = found;
  return {
    distribution: { glh: points(glh), credits: points(credits), units: points(units) },
    frontier:
      typeof frontier === 'string'
        ? null
        : frontier.map(({ at, least, most }) => ({ credits: at, minGlh: least, maxGlh: most })),
    shares: shares.map(({ unit, share }) => ({ ref: unit.ref, title: unit.title, share })),
  };
}

function points(distribution: Distribution | Untold): readonly DistributionPointDocument[] | null {
  if (typeof distribution === 'string') return null;
  return distribution.map(([value, pathways]) => [value, String(pathways)]);
}

const WHY: Readonly<Record<Untold, string>> = {
  'unknown-figures': 'some units have figures that are not known',
  'differs-by-group': 'a unit that is listed twice has another figure in each group',
  'too-large': 'counting every value takes more room than there is',
  'out-of-time': 'the time limit came before every value was counted',
};

/** What of the distributions is not said, and why. */
export function notSaidOfDistribution(found: DistributionsAnswer): readonly NotSaidDocument[] {
  if (found.status === 'too-large') return [{ figure: 'distribution', why: 'The pathways are too many to be counted' }];
  if (found.status === 'several-ways') {
    return [{ figure: 'distribution', why: 'What is held can be used in several ways, each with pathways of its own' }];
  }
  const { glh, credits, units, frontier } = found;
  return Object.entries({ glh, credits, units })
    .flatMap(([figure, told]): NotSaidDocument[] =>
      typeof told === 'string'
        ? [{ figure: `distribution.${figure}`, why: `No distribution of ${WORDS[figure] ?? figure}: ${WHY[told]}` }]
        : [],
    )
    .concat(
      typeof frontier === 'string' ? [{ figure: 'frontier', why: `No hours against credits: ${WHY[frontier]}` }] : [],
    );
}

const WORDS: Readonly<Record<string, string>> = { glh: 'hours' };
