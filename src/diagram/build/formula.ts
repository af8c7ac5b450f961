import { atLeast, atMost, type Interval } from '../../domain/interval.js';

/** A weighted sum over the counted entries that must lie in an interval; `weights[i]` is what entry `i` adds. */
export interface Sum {
  readonly kind: 'sum';
  readonly weights: readonly number[];
  readonly interval: Interval;
}

/**
 * What a condition asks of a selection: that a weighted sum over the counted entries lies in an interval, that all of
 * several formulas hold, or that one does not. `weights[i]` is what entry `i` adds, a whole number of either sign.
 * Every statement comes down to these three, and a formula may occur several times within another.
 */
export type Formula =
  Sum | { readonly kind: 'all'; readonly parts: readonly Formula[] } | { readonly kind: 'not'; readonly part: Formula };

/** The sum of the counted entries' weights lies in the interval. */
export function sum(weights: readonly number[], interval: Interval): Formula {
  return { kind: 'sum', weights, interval };
}

/** All of the formulas hold; an empty list always does. */
export function all(parts: readonly Formula[]): Formula {
  const flat = parts.flatMap((part) => (part.kind === 'all' ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only !== undefined ? only : { kind: 'all', parts: flat };
}

/** The formula does not hold. */
export function not(part: Formula): Formula {
  if (part.kind === 'not') return part.part;
  if (part.kind === 'sum') return outside(part.weights, part.interval) ?? { kind: 'not', part };
  return { kind: 'not', part };
}

/** At least one of the formulas holds; an empty list never does. */
export function any(parts: readonly Formula[]): Formula {
  return not(all(parts.map(not)));
}

/** How many of the formulas hold lies in the interval. */
export function countWithin(parts: readonly Formula[], { min, max }: Interval): Formula {
  const atLeastOf = counter(parts);
  return all([...(min === null ? [] : [atLeastOf(min)]), ...(max === null ? [] : [not(atLeastOf(max + 1))])]);
}

/** Over whole numbers the opposite of a one-sided interval is one-sided too; null for any other interval. */
function outside(weights: readonly number[], { min, max }: Interval): Formula | null {
  if (min !== null && max === null) return sum(weights, atMost(min - 1));
  if (max !== null && min === null) return sum(weights, atLeast(max + 1));
  return null;
}

/**
 * "At least `min` hold", for any `min`: either the first holds and at least `min - 1` of the others do, or at least
 * `min` of the others do. Each pair of a rest and a number is made once, however many formulas contain it.
 */
function counter(parts: readonly Formula[]): (min: number) => Formula {
  const made = new Map<string, Formula>();
  const ofRest = (start: number, min: number): Formula => {
    const part = parts[start];
    const rest = parts.length - start;
    if (min <= 0) return all([]);
    if (min > rest || part === undefined) return not(all([]));
    if (min === rest) return all(parts.slice(start));
    if (min === 1) return any(parts.slice(start));
    const key = `${start} ${min}`;
    const known = made.get(key);
    const formula = known ?? any([all([part, ofRest(start + 1, min - 1)]), ofRest(start + 1, min)]);
    made.set(key, formula);
    return formula;
  };
  return (min) => ofRest(0, min);
}

/** The weights of every sum within the formulas, each list once however often it occurs. */
export function weightsWithin(formulas: readonly Formula[]): ReadonlySet<readonly number[]> {
  const weights = new Set<readonly number[]>();
  const seen = new Set<Formula>();
  const visit = (formula: Formula): void => {
    if (seen.has(formula)) return;
    seen.add(formula);
    if (formula.kind === 'sum') weights.add(formula.weights);
    else for (const part of formula.kind === 'not' ? [formula.part] : formula.parts) visit(part);
  };
  formulas.forEach(visit);
  return weights;
}
