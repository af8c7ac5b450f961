import type { Interval } from '../domain/interval.js';
import { greatestCommonDivisor } from '../program/greatest-common-divisor.js';
import type { LinearExpression, Term } from '../program/linear-program.js';

/**
 * What a condition asks, in two words only: a linear expression over the entries (1 when counted, 0 when not) that is
 * at least 0, or at least `min` of several formulas. Every statement form comes down to these, and so does its
 * opposite, which is what makes nested and negated conditions exact.
 */
export type Formula =
  | { readonly kind: 'non-negative'; readonly expression: LinearExpression }
  | { readonly kind: 'at-least'; readonly min: number; readonly parts: readonly Formula[] };

/** An expression from factors by column; zero factors are dropped and terms are in column order. */
export function expression(factors: ReadonlyMap<number, number>, constant = 0): LinearExpression {
  const terms = [...factors].filter(([, factor]) => factor !== 0).map(([column, factor]): Term => ({ column, factor }));
  return { terms: terms.sort((a, b) => a.column - b.column), constant };
}

/** The sum of the columns, each once. */
export function sumOf(columns: readonly number[]): LinearExpression {
  return expression(new Map(columns.map((column) => [column, 1])));
}

/** `factor` times the expression plus `constant`. */
export function scale({ terms, constant }: LinearExpression, factor: number, plus = 0): LinearExpression {
  return {
    terms: terms.map((term) => ({ column: term.column, factor: term.factor * factor })),
    constant: constant * factor + plus,
  };
}

/** The sum of two expressions. */
export function add(a: LinearExpression, b: LinearExpression): LinearExpression {
  const factors = new Map(a.terms.map(({ column, factor }) => [column, factor]));
  for (const { column, factor } of b.terms) factors.set(column, (factors.get(column) ?? 0) + factor);
  return expression(factors, a.constant + b.constant);
}

/**
 * The expression divided by what its factors share, the constant rounded down: at least 0 exactly where the whole one
 * is, since the terms come to a multiple of that.
 */
export function inLeastSteps({ terms, constant }: LinearExpression): LinearExpression {
  const step = greatestCommonDivisor(terms.map(({ factor }) => factor));
  if (step <= 1) return { terms, constant };
  return {
    terms: terms.map(({ column, factor }) => ({ column, factor: factor / step })),
    constant: Math.floor(constant / step) + 0,
  };
}

/** The expression is at least `bound`. */
export function atLeastOf(it: LinearExpression, bound: number): Formula {
  return { kind: 'non-negative', expression: scale(it, 1, -bound) };
}

/** The expression is at most `bound`. */
export function atMostOf(it: LinearExpression, bound: number): Formula {
  return { kind: 'non-negative', expression: scale(it, -1, bound) };
}

/** The expression lies in the interval. */
export function within(it: LinearExpression, { min, max }: Interval): Formula {
  return every([...(min === null ? [] : [atLeastOf(it, min)]), ...(max === null ? [] : [atMostOf(it, max)])]);
}

/** All of the formulas hold. */
export function every(parts: readonly Formula[]): Formula {
  const [only] = parts;
  return parts.length === 1 && only !== undefined ? only : { kind: 'at-least', min: parts.length, parts };
}

/** At least one of the formulas holds. */
export function some(parts: readonly Formula[]): Formula {
  return { kind: 'at-least', min: 1, parts };
}

/** How many of the formulas hold lies in the interval. */
export function countWithin(parts: readonly Formula[], { min, max }: Interval): Formula {
  const enough: Formula[] = min === null ? [] : [{ kind: 'at-least', min, parts }];
  const opposites = parts.map(negate);
  const few: Formula[] = max === null ? [] : [{ kind: 'at-least', min: parts.length - max, parts: opposites }];
  return every([...enough, ...few]);
}

/**
 * The opposite. Over whole numbers `e >= 0` fails exactly when `-e - 1 >= 0`, and "at least m of k hold" fails exactly
 * when at least k - m + 1 of the opposites hold.
 */
export function negate(formula: Formula): Formula {
  if (formula.kind === 'non-negative') return { kind: 'non-negative', expression: scale(formula.expression, -1, -1) };
  const { min, parts } = formula;
  return { kind: 'at-least', min: parts.length - min + 1, parts: parts.map(negate) };
}
