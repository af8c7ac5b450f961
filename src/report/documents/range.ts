import type { Problem } from '../../domain/problem.js';
import { withoutResidue } from '../../domain/scale.js';
import { HOURS_PER_CREDIT, tqtOf } from '../../domain/totals.js';
import type { PrintedFigure } from '../../questions/published.js';
import type { DistributionsAnswer } from '../../questions/distribution.js';
import type { Figure, Range } from '../../questions/range.js';
import { formatWhole } from '../sheets/number-words.js';
import { distributionDocument, notSaidOfDistribution, type DistributionDocument } from './distribution.js';
import { notSaid, type NotSaidDocument } from './not-said.js';
import type { CertificateDocument } from './certificate.js';
import type { UnansweredDocument } from './pathway.js';

/** A printed figure beside the computed one, which is null, with `agrees`, where it could not be checked. */
export interface PublishedFigureDocument {
  readonly figure: string;
  /** How many pathways there are is a string, because it outgrows a double. */
  readonly printed: number | string;
  readonly computed: number | string | null;
  readonly agrees: boolean | null;
}

/** A pathway behind a figure: the references of its units, and who vouches for it. */
export interface WitnessDocument {
  readonly units: readonly string[];
  readonly by: string;
  readonly confirmedBy: readonly string[];
}

/** The answer to `range --distribution`: the figures, and how all pathways spread over them. */
export interface RangeDistributionDocument extends RangeDocument, DistributionDocument {}

/** The answer to `range`: hours, credits, units and TQT (hours) over all pathways. */
export interface RangeDocument {
  readonly qualification: string;
  readonly status: 'answered';
  /** Null where a figure of some unit is not known, as with credits and TQT. */
  readonly glh: {
    readonly min: number | null;
    readonly max: number | null;
    readonly maxAtMinimumCredit: number | null;
  };
  readonly credits: { readonly min: number | null; readonly max: number | null };
  readonly units: { readonly min: number; readonly max: number };
  readonly tqt: { readonly min: number | null; readonly max: number | null };
  /** How many pathways there are, as a string, because it outgrows a double; null where they could not be counted. */
  readonly pathways: string | null;
  /** What is counted: sets of units, or placements of units where telling sets apart was too much. */
  readonly distinct: 'units' | 'placements';
  readonly published: readonly PublishedFigureDocument[];
  /** What could not be said, or not be checked, and why; left out where there is nothing of that kind. */
  readonly notSaid?: readonly NotSaidDocument[];
  /** By figure, such as `glh.min`. */
  readonly witnesses: { readonly [figure: string]: WitnessDocument };
}

/** The answer to `range`, or why there is none. */
export type RangeAnswerDocument = (RangeDocument | RangeDistributionDocument | UnansweredDocument) & {
  /** Where a certificate was asked for, whether there is one. */
  readonly certificate?: CertificateDocument;
};

/** One line of a range: a figure in hours, credits or units. */
export interface RangeLine {
  readonly name: string;
  readonly field: string;
  readonly figure: Figure;
  readonly value: number;
}

/** Every figure of a range that can be said, in the order in which it is read. */
export function rangeLines({ glh, credits, units }: Range): readonly RangeLine[] {
  const row = (name: string, field: string, figure: Figure | null, factor = 1): RangeLine[] =>
    figure === null ? [] : [{ name, field, figure, value: withoutResidue(figure.value * factor) }];
  return [
    row('lowest GLH', 'glh.min', glh.min),
    row('highest GLH at the minimum credit', 'glh.maxAtMinimumCredit', glh.maxAtMinimumCredit),
    row('highest GLH', 'glh.max', glh.max),
    row('lowest TQT', 'tqt.min', credits.min, HOURS_PER_CREDIT),
    row('highest TQT', 'tqt.max', credits.max, HOURS_PER_CREDIT),
    row('lowest credits', 'credits.min', credits.min),
    row('highest credits', 'credits.max', credits.max),
    row('fewest units', 'units.min', units.min),
    row('most units', 'units.max', units.max),
  ].flat();
}

function said(figure: Figure | null): number | null {
  return figure === null ? null : figure.value;
}

function tqt(credits: Figure | null): number | null {
  return credits === null ? null : tqtOf(credits.value);
}

/** The figures of a range, those that are printed beside them, a pathway behind each, and the distributions if asked for. */
export function rangeDocument(
  qualification: string,
  range: Range,
  problem: Problem,
  printed: readonly PrintedFigure[],
  distributions: DistributionsAnswer | null = null,
): RangeDocument | RangeDistributionDocument {
  const { glh, credits, units } = range;
  const silent = [
    ...notSaidOfRange(problem, range, printed),
    ...(distributions === null ? [] : notSaidOfDistribution(distributions)),
  ];
  return {
    qualification,
    status: 'answered',
    glh: { min: said(glh.min), max: said(glh.max), maxAtMinimumCredit: said(glh.maxAtMinimumCredit) },
    credits: { min: said(credits.min), max: said(credits.max) },
    units: { min: units.min.value, max: units.max.value },
    tqt: { min: tqt(credits.min), max: tqt(credits.max) },
    pathways: range.pathways === null ? null : String(range.pathways),
    distinct: range.distinct,
    published: printed.map(publishedFigureDocument),
    ...(silent.length === 0 ? {} : { notSaid: silent }),
    witnesses: Object.fromEntries(
      rangeLines(range).map(({ field, figure: { witness, by, confirmedBy } }) => [
        field,
        { units: witness.entries.map(({ ref }) => ref), by, confirmedBy },
      ]),
    ),
    ...(distributions === null ? {} : distributionDocument(distributions)),
  };
}

function publishedFigureDocument({ figure, printed, computed }: PrintedFigure): PublishedFigureDocument {
  const plain = (value: number | bigint): number | string => (typeof value === 'bigint' ? String(value) : value);
  return {
    figure,
    printed: plain(printed),
    computed: computed === null ? null : plain(computed),
    agrees: computed === null ? null : printed === computed,
  };
}

/** Hours, credits and TQT that some unit keeps from being said, then printed figures that could not be checked. */
export function notSaidOfRange(
  problem: Problem,
  { glh, credits }: Range,
  printed: readonly PrintedFigure[],
): readonly NotSaidDocument[] {
  const unchecked = printed.flatMap(({ figure, words, printed: value, why }): NotSaidDocument[] =>
    why === null ? [] : [{ figure, why: `${why}: the printed ${words}, ${formatWhole(value)}, was not checked` }],
  );
  return [
    ...(glh.min === null ? notSaid(problem, problem.entries, 'glh', 'glh') : []),
    ...(credits.min === null
      ? [
          ...notSaid(problem, problem.entries, 'credits', 'credits'),
          ...notSaid(problem, problem.entries, 'tqt', 'credits'),
        ]
      : []),
    ...unchecked,
  ];
}
