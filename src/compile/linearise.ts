import type { Selection } from '../domain/problem.js';
import type { Column, LinearExpression, Row } from '../program/linear-program.js';
import { Extent } from './extent.js';
import { add, atMostOf, expression, inLeastSteps, scale, sumOf, type Formula } from './formula.js';
import { mergeRows } from './merge-rows.js';

/**
 * Turns formulas that must all hold into columns and rows. The first `size` columns are the entries; those that follow
 * are indicators, 0 or 1, each of which may be 1 only when the formula it stands for holds. A selection meets every
 * formula exactly when the rows can be met with its entries fixed.
 */
export function linearise(
  size: number,
  cliques: readonly Selection[],
  formulas: readonly Formula[],
): { readonly columns: readonly Column[]; readonly rows: readonly Row[] } {
  const extent = new Extent(size, cliques);
  const once = cliques.map((clique) => atMostOf(sumOf(clique), 1));
  const all = [...once, ...formulas];
  while (all.some((formula) => fixForced(formula, extent)));
  const rows = new Linearisation(extent);
  for (const formula of once) rows.requireAsIs(formula);
  for (const formula of formulas) rows.require(formula);
  return { columns: extent.columns, rows: mergeRows(rows.rows) };
}

/** Fixes the columns that a required formula leaves no choice; true when one was fixed that was not before. */
function fixForced(formula: Formula, extent: Extent): boolean {
  if (formula.kind === 'at-least') {
    if (formula.min !== formula.parts.length) return false;
    return formula.parts.reduce((news, part) => fixForced(part, extent) || news, false);
  }
  const forced = extent.forcedBy(formula.expression);
  for (const { column, value } of forced) extent.fix(column, value);
  return forced.length > 0;
}

/** What holds whatever is selected, what never does, and everything between. */
type Verdict = 'always' | 'never' | 'open';

class Linearisation {
  readonly rows: LinearExpression[] = [];
  readonly #extent: Extent;

  constructor(extent: Extent) {
    this.#extent = extent;
  }

  /** Adds the row of a clique, which the extents take for granted and would find superfluous. */
  requireAsIs(formula: Formula): void {
    if (formula.kind === 'non-negative') this.rows.push(formula.expression);
  }

  /** The formula must hold. */
  require(formula: Formula): void {
    const verdict = this.#judge(formula);
    if (verdict === 'always') return;
    if (verdict === 'never') this.#refuse();
    else if (formula.kind === 'non-negative') this.rows.push(formula.expression);
    else if (formula.min === formula.parts.length) for (const part of formula.parts) this.require(part);
    else this.#requireSome(formula.parts, formula.min);
  }

  /** Adds a row that nothing meets. */
  #refuse(): void {
    this.rows.push({ terms: [], constant: -1 });
  }

  #requireSome(parts: readonly Formula[], min: number): void {
    const open = this.#openParts(parts, min);
    const [first, second] = [...open.parts].sort((a, b) => Number(isLiteral(b)) - Number(isLiteral(a)));
    if (open.min === 1 && open.parts.length === 2 && first !== undefined && second !== undefined) {
      this.#imply(complement(this.#indicate(first)), second);
      return;
    }
    const count = open.parts.map((part) => this.#indicate(part)).reduce(add, expression(new Map()));
    this.rows.push(scale(count, 1, -open.min));
  }

  /** Wherever `indicator` is 1 the formula must hold. */
  #imply(indicator: LinearExpression, formula: Formula): void {
    const verdict = this.#judge(formula);
    if (verdict === 'always') return;
    if (verdict === 'never') this.rows.push(scale(indicator, -1));
    else if (formula.kind === 'non-negative') this.#implyRow(indicator, inLeastSteps(formula.expression));
    else if (formula.min === formula.parts.length) for (const part of formula.parts) this.#imply(indicator, part);
    else this.#implySome(indicator, formula.parts, formula.min);
  }

  /** `e >= L (1 - z)` with L the least that e can be: no larger factor than the data imply, `e` in its smallest form. */
  #implyRow(indicator: LinearExpression, it: LinearExpression): void {
    const forced = this.#extent.forcedBy(it);
    for (const { column, value } of forced) {
      const literal = value === 1 ? sumOf([column]) : complement(sumOf([column]));
      this.rows.push(add(literal, scale(indicator, -1)));
    }
    if (forced.length > 0) return;
    this.rows.push(add(it, scale(complement(indicator), -this.#extent.least(it))));
  }

  #implySome(indicator: LinearExpression, parts: readonly Formula[], min: number): void {
    const open = this.#openParts(parts, min);
    const count = open.parts.map((part) => this.#indicate(part)).reduce(add, expression(new Map()));
    this.rows.push(add(count, scale(indicator, -open.min)));
  }

  /** The parts that are not settled, and how many of them must still hold. */
  #openParts(parts: readonly Formula[], min: number): { parts: readonly Formula[]; min: number } {
    const judged = parts.map((part) => ({ part, verdict: this.#judge(part) }));
    const settled = judged.filter(({ verdict }) => verdict === 'always').length;
    return { parts: judged.filter(({ verdict }) => verdict === 'open').map(({ part }) => part), min: min - settled };
  }

  /** An expression that is 0 or 1, and 1 only where the formula holds. */
  #indicate(formula: Formula): LinearExpression {
    const literal = literalOf(formula);
    if (literal !== null) return literal;
    const indicator = sumOf([this.#extent.addColumn()]);
    this.#imply(indicator, formula);
    return indicator;
  }

  #judge(formula: Formula): Verdict {
    if (formula.kind === 'non-negative') {
      if (this.#extent.least(formula.expression) >= 0) return 'always';
      return this.#extent.greatest(formula.expression) < 0 ? 'never' : 'open';
    }
    const verdicts = formula.parts.map((part) => this.#judge(part));
    const holding = verdicts.filter((verdict) => verdict === 'always').length;
    if (holding >= formula.min) return 'always';
    return verdicts.filter((verdict) => verdict !== 'never').length < formula.min ? 'never' : 'open';
  }
}

function complement(literal: LinearExpression): LinearExpression {
  return scale(literal, -1, 1);
}

function isLiteral(formula: Formula): boolean {
  return literalOf(formula) !== null;
}

/** `x >= 1` is x itself and `x <= 0` is `1 - x`: such a formula is its own indicator. */
function literalOf(formula: Formula): LinearExpression | null {
  if (formula.kind === 'at-least') {
    const [only] = formula.parts;
    return formula.parts.length === 1 && formula.min === 1 && only !== undefined ? literalOf(only) : null;
  }
  const { terms, constant } = formula.expression;
  const [term] = terms;
  if (terms.length !== 1 || term === undefined) return null;
  const holdsAt = (value: number): boolean => term.factor * value + constant >= 0;
  if (holdsAt(1) && !holdsAt(0)) return sumOf([term.column]);
  return holdsAt(0) && !holdsAt(1) ? complement(sumOf([term.column])) : null;
}
