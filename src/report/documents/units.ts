import { itemAt } from '../../domain/item-at.js';
import type { CertificateDocument } from './certificate.js';
import { objectiveDocuments, type ObjectiveDocument, type UnansweredDocument } from './pathway.js';
import { formatMeasure, type Objective } from '../../domain/measure.js';
import { withoutResidue } from '../../domain/scale.js';
import type { PricesAnswer, UnitPrice, Values } from '../../questions/unit-prices.js';

type Answered = Extract<PricesAnswer, { status: 'answered' }>;

/** What one unit costs. Figures are in the objective's own unit, null where there is no such pathway. */
export interface UnitPriceDocument {
  readonly ref: string;
  readonly title: string;
  /** Every group that lists the unit. */
  readonly groups: readonly string[];
  /** Null where nobody knows it, as with the hours. */
  readonly credit: number | null;
  readonly glh: number | null;
  /** The best figure over the pathways that count the unit. */
  readonly with: number | null;
  /** The best figure over those that do not. */
  readonly without: number | null;
  /** The same for every objective, in their order: each at its best while those before it keep theirs. */
  readonly withValues: readonly number[] | null;
  readonly withoutValues: readonly number[] | null;
  /** What choosing it adds to, or takes from, the best figure. */
  readonly costs: number | null;
  /** Of all pathways, those that count it: from 0 to 1, null where they were not counted. */
  readonly share: number | null;
  /** Whether every pathway counts it, none does, or some do; `unknown` where a limit kept that from being told. */
  readonly status: 'forced' | 'impossible' | 'free' | 'unknown';
}

/** The answer to `units`. */
export interface UnitsDocument {
  readonly qualification: string;
  readonly status: 'answered';
  /** The first objective, which `optimum`, `with`, `without` and `costs` are figures of. */
  readonly objective: { readonly sense: 'minimise' | 'maximise'; readonly measure: string };
  /** The best figure over all pathways. */
  readonly optimum: number;
  /** Every objective in its order, with its best value over all pathways. */
  readonly objectives: readonly ObjectiveDocument[];
  /** What shares are of: sets of units, or placements of units where telling sets apart was too much. */
  readonly distinct: 'units' | 'placements';
  /** What kept a price from being told; null when all are. */
  readonly limit: 'time' | 'size' | null;
  readonly solver: string;
  /** The methods that came to the same prices independently. */
  readonly confirmedBy: readonly string[];
  readonly units: readonly UnitPriceDocument[];
}

/** The answer to `units`, or why there is none. */
export type UnitsAnswerDocument = (UnitsDocument | UnansweredDocument) & {
  /** Where a certificate was asked for, whether there is one. */
  readonly certificate?: CertificateDocument;
};

/** The orders in which units may be listed. */
export const UNIT_ORDERS = ['table', 'cost', 'share', 'glh'] as const;

/** One of the orders. */
export type UnitOrder = (typeof UNIT_ORDERS)[number];

/** How far the best figure with the unit is from the best of all; null when no pathway counts it. */
export function costOf(price: UnitPrice, optimum: readonly number[]): number | null {
  const figure = firstOf(price.with);
  return figure === null ? null : withoutResidue(Math.abs(figure - figureOf(optimum)));
}

/** The figure of the first objective; null where there is no pathway. */
export function firstOf(values: Values): number | null {
  return values === null ? null : figureOf(values);
}

function figureOf([first]: readonly number[]): number {
  if (first === undefined) throw new RangeError('prices came without an objective');
  return first;
}

/** The units in the order asked for; those without a figure come last. */
export function sortUnits({ units, optimum }: Answered, order: UnitOrder): readonly UnitPrice[] {
  const keys: Readonly<Record<UnitOrder, (price: UnitPrice) => number>> = {
    table: () => 0,
    cost: (price) => costOf(price, optimum) ?? Number.MAX_SAFE_INTEGER,
    share: (price) => (price.share === null ? Number.MAX_SAFE_INTEGER : -price.share),
    glh: (price) => (price.unit.glh === null ? Number.MAX_SAFE_INTEGER : price.unit.glh),
  };
  return units.toSorted((a, b) => keys[order](a) - keys[order](b));
}

/** What every unit costs, in the order asked for. */
export function unitsDocument(
  qualification: string,
  objectives: readonly Objective[],
  answer: Answered,
  order: UnitOrder,
): UnitsDocument {
  const objective = itemAt(objectives, 0);
  const valued = objectives.map((it, index) => ({ ...it, value: itemAt(answer.optimum, index) }));
  return {
    qualification,
    status: 'answered',
    objective: { sense: objective.sense, measure: formatMeasure(objective.measure) },
    optimum: figureOf(answer.optimum),
    objectives: objectiveDocuments(valued),
    distinct: answer.distinct,
    limit: answer.limit,
    solver: answer.by,
    confirmedBy: answer.confirmedBy,
    units: sortUnits(answer, order).map((price) => ({
      ref: price.unit.ref,
      title: price.unit.title,
      groups: price.groups,
      credit: price.unit.credit,
      glh: price.unit.glh,
      with: firstOf(price.with),
      without: firstOf(price.without),
      withValues: price.with,
      withoutValues: price.without,
      costs: costOf(price, answer.optimum),
      share: price.share,
      status: price.status,
    })),
  };
}
