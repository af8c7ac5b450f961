import { figureWord, unknownFigures } from '../../domain/needed.js';
import type { Problem } from '../../domain/problem.js';
import type { Quantity } from '../../domain/quantity.js';
import type { Pathway } from '../../evaluate/certify.js';
import { sayUnknown } from '../../domain/unknown-figures.js';
import type { Entry } from '../../domain/unit.js';

/** A figure that is null in a document, or of which something is left open, by its field, and why in words. */
export interface NotSaidDocument {
  readonly figure: string;
  readonly why: string;
}

/** What is not given when a figure of these fields cannot be said. */
const WORDS: { readonly [figure: string]: string } = { glh: 'hours are', credits: 'credits are', tqt: 'TQT is' };

/** Why the sum of a quantity over `units` is not said; nothing where every figure of it is known. */
export function notSaid(
  problem: Problem,
  units: readonly Entry[],
  figure: 'glh' | 'credits' | 'tqt',
  quantity: Quantity,
): readonly NotSaidDocument[] {
  const why = whyUnknown(problem, units, quantity);
  return why === null ? [] : [{ figure, why: `${why}: no ${WORDS[figure]} given` }];
}

/** The totals of a pathway that cannot be said. */
export function notSaidOfPathway({ problem, entries }: Pathway): readonly NotSaidDocument[] {
  return [...notSaid(problem, entries, 'credits', 'credits'), ...notSaid(problem, entries, 'glh', 'glh')];
}

/** `GLH is not known for 2 of 4 units`; null where it is known for all of them. */
export function whyUnknown(problem: Problem, units: readonly Entry[], quantity: Quantity): string | null {
  const places = new Set(units.map(({ place }) => place));
  const open = unknownFigures(problem, quantity).filter(({ place }) => places.has(place));
  return open.length === 0 ? null : sayUnknown(figureWord(quantity), open, units);
}
