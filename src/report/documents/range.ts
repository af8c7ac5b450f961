import type { UnansweredDocument } from './pathway.js';
import type { Published } from '../../domain/specification.js';
import { withoutResidue } from '../../domain/scale.js';
import { HOURS_PER_CREDIT, tqtOf } from '../../domain/totals.js';
import type { Figure, Range } from '../../questions/range.js';

/** A printed figure beside the computed one. */
export interface PublishedFigureDocument {
  readonly figure: string;
  readonly printed: number;
  readonly computed: number;
  readonly agrees: boolean;
}

/** A pathway behind a figure: the references of its units, and who vouches for it. */
export interface WitnessDocument {
  readonly units: readonly string[];
  readonly by: string;
  readonly confirmedBy: readonly string[];
}

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
  /** By figure, such as `glh.min`. */
  readonly witnesses: { readonly [figure: string]: WitnessDocument };
}

/** The answer to `range`, or why there is none. */
export type RangeAnswerDocument = RangeDocument | UnansweredDocument;

/** One line of a range: a figure in hours, credits or units, and what the awarding organisation prints for it. */
export interface RangeLine {
  readonly name: string;
  readonly field: string;
  readonly figure: Figure;
  readonly value: number;
  readonly printed: number | null;
}

/** Every figure of a range that can be said, in the order in which it is read. */
export function rangeLines({ glh, credits, units }: Range, published: Published): readonly RangeLine[] {
  const row = (
    name: string,
    field: string,
    figure: Figure | null,
    printed: number | null = null,
    factor = 1,
  ): RangeLine[] =>
    figure === null ? [] : [{ name, field, figure, value: withoutResidue(figure.value * factor), printed }];
  return [
    row('lowest GLH', 'glh.min', glh.min, published.minimumGlh),
    row('highest GLH at the minimum credit', 'glh.maxAtMinimumCredit', glh.maxAtMinimumCredit, published.maximumGlh),
    row('highest GLH', 'glh.max', glh.max),
    row('lowest TQT', 'tqt.min', credits.min, published.minimumTqt, HOURS_PER_CREDIT),
    row('highest TQT', 'tqt.max', credits.max, null, HOURS_PER_CREDIT),
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

/** The figures of a range, those that are printed beside them, and a pathway behind each. */
export function rangeDocument(qualification: string, range: Range, published: Published): RangeDocument {
  const lines = rangeLines(range, published);
  const { glh, credits, units } = range;
  return {
    qualification,
    status: 'answered',
    glh: { min: said(glh.min), max: said(glh.max), maxAtMinimumCredit: said(glh.maxAtMinimumCredit) },
    credits: { min: said(credits.min), max: said(credits.max) },
    units: { min: units.min.value, max: units.max.value },
    tqt: { min: tqt(credits.min), max: tqt(credits.max) },
    pathways: range.pathways === null ? null : String(range.pathways),
    distinct: range.distinct,
    published: lines.flatMap(({ field, value, printed }) =>
      printed === null ? [] : [{ figure: field, printed, computed: value, agrees: printed === value }],
    ),
    witnesses: Object.fromEntries(
      lines.map(({ field, figure: { witness, by, confirmedBy } }) => [
        field,
        { units: witness.entries.map(({ ref }) => ref), by, confirmedBy },
      ]),
    ),
  };
}
