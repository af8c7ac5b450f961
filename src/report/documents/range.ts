import type { UnansweredDocument } from './pathway.js';
import type { Published } from '../../domain/specification.js';
import { HOURS_PER_CREDIT } from '../../domain/totals.js';
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
  readonly glh: { readonly min: number; readonly max: number; readonly maxAtMinimumCredit: number };
  readonly credits: { readonly min: number; readonly max: number };
  readonly units: { readonly min: number; readonly max: number };
  readonly tqt: { readonly min: number; readonly max: number };
  /** How many pathways there are, as a string, because it outgrows a double; null where they could not be counted. */
  readonly pathways: string | null;
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

/** Every figure of a range, in the order in which it is read. */
export function rangeLines({ glh, credits, units }: Range, published: Published): readonly RangeLine[] {
  const row = (name: string, field: string, figure: Figure, printed: number | null = null, factor = 1): RangeLine => ({
    name,
    field,
    figure,
    value: figure.value * factor,
    printed,
  });
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
  ];
}

/** The figures of a range, those that are printed beside them, and a pathway behind each. */
export function rangeDocument(qualification: string, range: Range, published: Published): RangeDocument {
  const lines = rangeLines(range, published);
  const { glh, credits, units } = range;
  return {
    qualification,
    status: 'answered',
    glh: { min: glh.min.value, max: glh.max.value, maxAtMinimumCredit: glh.maxAtMinimumCredit.value },
    credits: { min: credits.min.value, max: credits.max.value },
    units: { min: units.min.value, max: units.max.value },
    tqt: { min: credits.min.value * HOURS_PER_CREDIT, max: credits.max.value * HOURS_PER_CREDIT },
    pathways: range.pathways === null ? null : String(range.pathways),
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
