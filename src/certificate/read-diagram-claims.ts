import type { Diagram } from './check-diagram.js';
import { objectOf, textOf, wholeOf } from './shape.js';

/** How many pathways there are, counted along a diagram. */
export interface CountClaim {
  readonly kind: 'count';
  readonly diagram: Diagram;
  readonly of: 'units' | 'placements';
  readonly number: bigint;
}

/** Reads the claim that there are so many pathways. */
export function readCount(value: unknown, place: string, diagrams: readonly Diagram[]): CountClaim {
  const { of, number, diagram } = objectOf(value, place, ['kind', 'way', 'diagram', 'of', 'number']);
  if (of !== 'units' && of !== 'placements') throw new SyntaxError(`${place}.of is neither units nor placements`);
  return {
    kind: 'count',
    diagram: pick(diagrams, diagram, `${place}.diagram`),
    of,
    number: countOf(number, `${place}.number`),
  };
}

function pick(diagrams: readonly Diagram[], value: unknown, place: string): Diagram {
  const diagram = diagrams[wholeOf(value, place, diagrams.length - 1)];
  if (diagram === undefined) throw new SyntaxError(`${place} is no diagram`);
  return diagram;
}

/** A whole number in a text, as it outgrows what JSON numbers are read as. */
function countOf(value: unknown, place: string): bigint {
  const text = textOf(value, place);
  if (!/^\d{1,2000}$/.test(text)) throw new SyntaxError(`${place} is no whole number in a text`);
  return BigInt(text);
}
