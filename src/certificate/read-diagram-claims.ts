import type { Sum } from './check.js';
import type { Diagram } from './check-diagram.js';
import { thousandths } from './listed-entry.js';
import { readIndices, readObjective, sumOf, type Listed, type ObjectiveInWords } from './read-claim.js';
import { arrayOf, objectOf, textOf, wholeOf } from './shape.js';

/** What claims along a diagram have in common: objectives are sums that are 0 at their values, and in words. */
interface Along {
  readonly diagram: Diagram;
  readonly objectives: readonly ObjectiveInWords[];
  readonly sums: readonly Sum[];
}

/** How many pathways there are that come to the values of the objectives or better, taken in order. */
export interface CountClaim extends Along {
  readonly kind: 'count';
  readonly of: 'units' | 'placements';
  readonly number: bigint;
}

/**
 * These pathways come to the values or better, and count the units of all that are better (`better`), or as good or
 * better (`as good`); of `all` that there are.
 */
export interface ListClaim extends Along {
  readonly kind: 'list';
  readonly which: 'better' | 'as good' | 'all';
  readonly pathways: readonly (readonly number[])[];
}

/** The values of the best pathway that counts a unit, or that does not; null where there is none. */
export type Values = readonly number[] | null;

/** For each unit, by its first entry, the best values with it and without it. */
export interface PricesClaim extends Along {
  readonly kind: 'prices';
  readonly prices: readonly { readonly with: Values; readonly without: Values }[];
}

/** How many pathways there are, and for each unit how many of them count it. */
export interface SharesClaim extends Along {
  readonly kind: 'shares';
  readonly of: 'units' | 'placements';
  readonly number: bigint;
  readonly counted: readonly bigint[];
}

/** Any claim along a diagram. */
export type DiagramClaim = CountClaim | ListClaim | PricesClaim | SharesClaim;

/** The words of a claim along a diagram. */
export const DIAGRAM_KINDS: readonly DiagramClaim['kind'][] = ['count', 'list', 'prices', 'shares'];

/** Reads a claim along a diagram; `kind` is its word, which is known to be one. */
export function readDiagramClaim(
  kind: DiagramClaim['kind'],
  value: unknown,
  place: string,
  diagrams: readonly Diagram[],
  listed: Listed,
): DiagramClaim {
  const along = (fields: Record<'diagram' | 'objectives', unknown>): Along => {
    const objectives = arrayOf(fields.objectives, `${place}.objectives`, readObjective);
    const sums = objectives.map((objective) => sumOf(objective, listed.entries));
    return { diagram: pick(diagrams, fields.diagram, `${place}.diagram`), objectives, sums };
  };
  const size = listed.entries.length;
  switch (kind) {
    case 'count': {
      const fields = objectOf(value, place, ['kind', 'way', 'diagram', 'objectives', 'of', 'number']);
      const of = readOf(fields.of, place);
      return { kind, ...along(fields), of, number: readNumber(fields.number, `${place}.number`) };
    }
    case 'list': {
      const fields = objectOf(value, place, ['kind', 'way', 'diagram', 'objectives', 'which', 'pathways']);
      const pathways = arrayOf(fields.pathways, `${place}.pathways`, (it, at) => readIndices(it, at, size));
      return { kind, ...along(fields), which: readWhich(fields.which, place), pathways };
    }
    case 'prices': {
      const fields = objectOf(value, place, ['kind', 'way', 'diagram', 'objectives', 'prices']);
      return { kind, ...along(fields), prices: arrayOf(fields.prices, `${place}.prices`, readPrice) };
    }
    case 'shares': {
      const fields = objectOf(value, place, ['kind', 'way', 'diagram', 'of', 'number', 'counted']);
      const counted = arrayOf(fields.counted, `${place}.counted`, readNumber);
      const number = readNumber(fields.number, `${place}.number`);
      return { kind, ...along({ ...fields, objectives: [] }), of: readOf(fields.of, place), number, counted };
    }
  }
}

function pick(diagrams: readonly Diagram[], value: unknown, place: string): Diagram {
  const diagram = diagrams[wholeOf(value, place, diagrams.length - 1)];
  if (diagram === undefined) throw new SyntaxError(`${place} is no diagram`);
  return diagram;
}

function readOf(value: unknown, place: string): 'units' | 'placements' {
  if (value === 'units' || value === 'placements') return value;
  throw new SyntaxError(`${place}.of is neither units nor placements`);
}

function readWhich(value: unknown, place: string): ListClaim['which'] {
  if (value === 'better' || value === 'as good' || value === 'all') return value;
  throw new SyntaxError(`${place}.which is none of better, as good, all`);
}

/** A whole number in a text, as it outgrows what JSON numbers are read as. */
function readNumber(value: unknown, place: string): bigint {
  const text = textOf(value, place);
  if (!/^\d{1,2000}$/.test(text)) throw new SyntaxError(`${place} is no whole number in a text`);
  return BigInt(text);
}

function readPrice(value: unknown, place: string): PricesClaim['prices'][number] {
  const price = objectOf(value, place, ['with', 'without']);
  return { with: readValues(price.with, `${place}.with`), without: readValues(price.without, `${place}.without`) };
}

function readValues(value: unknown, place: string): Values {
  if (value === null) return null;
  return arrayOf(value, place, (figure, at) => {
    if (typeof figure !== 'number') throw new SyntaxError(`${at} is no number`);
    thousandths(String(figure));
    return figure;
  });
}
