/** Draws a whole number from 0 to below `most`; 0 where `most` is less than 1. */
export type Draw = (most: number) => number;

/** One value of a document, in its place. */
export interface Field {
  /** Where it is, positions left out: `claims[].prices[].with`; one name for all parts of a tree. */
  readonly pattern: string;
  readonly value: unknown;
  readonly put: (value: unknown) => void;
}

/** Every value of a document but the whole: texts, numbers, lists, and what has fields. */
export function fieldsOf(document: object): readonly Field[] {
  const found: Field[] = [];
  const visit = (holder: Record<string, unknown>, path: string): void => {
    for (const [key, value] of Object.entries(holder)) {
      const named = Array.isArray(holder) ? `${path}[]` : `${path}${path === '' ? '' : '.'}${key}`;
      const pattern = named.replaceAll(/(\.[01])+\b/g, '.side');
      found.push({ pattern, value, put: (other) => (holder[key] = other) });
      if (typeof value === 'object' && value !== null) visit(value as Record<string, unknown>, pattern);
    }
  };
  visit(document as Record<string, unknown>, '');
  return found;
}

/** Words that stand for one another in certificates. */
const WORDS: readonly (readonly string[])[] = [
  ['optimal', 'infeasible', 'complete', 'count', 'list', 'prices', 'shares'],
  ['better', 'as good', 'all'],
  ['units', 'placements'],
  ['minimise', 'maximise'],
  ['glh', 'new-glh', 'overlap-glh', 'units', 'new-units', 'overlap-credits', 'credits'],
];

/** Puts something else into a field, mostly of the same kind; `alike` are the fields of its pattern. */
export function mutate({ value, put }: Field, alike: readonly Field[], draw: Draw): void {
  if (draw(6) === 0) return put(structuredClone(alike[draw(alike.length)]?.value));
  if (typeof value === 'number') return put(otherNumber(value, draw));
  if (typeof value === 'string') return put(otherText(value, draw));
  if (typeof value === 'boolean') return put(!value);
  if (Array.isArray(value)) return put(otherList(value, draw));
  put(value === null ? [[], 0, [0], '2026-09-01'][draw(4)] : draw(8) === 0 ? null : structuredClone(value));
}

function otherNumber(value: number, draw: Draw): unknown {
  if (draw(10) === 0) return [-1, 0.5, 1e20, String(value), null, [value]][draw(6)];
  return Math.max(-1, value + ([-1, 1, draw(9) - 4, draw(60) - 30][draw(5)] ?? -value));
}

function otherText(value: string, draw: Draw): unknown {
  const words = WORDS.filter((it) => it.includes(value));
  const some = words[draw(words.length)];
  if (some !== undefined) return some[draw(some.length)];
  if (draw(12) === 0) return ['', `${value} `, `-${value}`, null, [value], 'length'][draw(6)];
  const figures = [...value.matchAll(/\d+/g)];
  const figure = figures[draw(figures.length)];
  if (figure !== undefined && draw(3) > 0) {
    const other = String(Math.max(0, Number(figure[0]) + draw(5) - 2));
    return value.slice(0, figure.index) + other + value.slice(figure.index + figure[0].length);
  }
  const bounds = ['at least', 'at most', 'exactly', 'more than', 'fewer than'];
  return value.replace(/at least|at most|exactly|more than|fewer than/, () => bounds[draw(bounds.length)] ?? '');
}

/** Less, more, or in another order; positions that are listed stay ascending. */
function otherList(list: readonly unknown[], draw: Draw): unknown[] {
  const at = draw(list.length);
  const copy = structuredClone([...list]);
  switch (draw(4)) {
    case 0:
      copy.splice(at, 1);
      return copy;
    case 1:
      copy.splice(draw(list.length + 1), 0, structuredClone(list[at] ?? 0));
      return copy;
    case 2: {
      const other = draw(list.length);
      [copy[at], copy[other]] = [copy[other], copy[at]];
      return copy;
    }
    default: {
      const item = draw(12);
      const isListed = (it: unknown): boolean => it === item;
      const others = copy.some(isListed) ? copy.filter((it) => !isListed(it)) : [...copy, item];
      return others.every((it) => typeof it === 'number') ? others.sort((a, b) => a - b) : others;
    }
  }
}
