import type { Selection } from '../domain/problem.js';
import type { Column, LinearExpression, Row } from '../program/linear-program.js';
import { Extent } from './extent.js';
import { add, atMostOf, expression, inLeastSteps, scale, sumOf, type Formula } from './formula.js';
import { mergeRows, type Origin, type Traced } from './merge-rows.js';

/** Columns and rows, with where they come from. */
export interface Linearised {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** For each indicator, in the order of the columns behind the entries, what it was made for. */
  readonly indicatorOrigins: readonly Origin[];
  /** For each row everything that it says something of: rows over the same terms are one. */
  readonly rowOrigins: readonly (readonly Origin[])[];
}

/**
 * Turns formulas that must all hold into columns and rows. The first `size` columns are the entries; those that follow
 * are indicators, 0 or 1, each of which may be 1 only when the formula it stands for holds. A selection meets every
 * formula exactly when the rows can be met with its entries fixed.
 */
export function linearise(size: number, cliques: readonly Selection[], formulas: readonly Formula[]): Linearised {
  const extent = new Extent(size, cliques);
  const once = cliques.map((clique) => atMostOf(sumOf(clique), 1));
  const all = [...once, ...formulas];
  while (all.some((formula) => fixForced(formula, extent)));
  const rows = new Linearisation(extent);
  for (const [index, formula] of once.entries()) rows.of({ kind: 'clique', index }).requireAsIs(formula);
  for (const [index, formula] of formulas.entries()) rows.of({ kind: 'formula', index }).require(formula);
  const merged = mergeRows(rows.rows);
  return {
    columns: extent.columns,
    rows: merged.map(({ row }) => row),
    indicatorOrigins: rows.indicatorOrigins,
    rowOrigins: merged.map(({ origins }) => origins),
  };
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
  readonly rows: Traced[] = [];
  readonly indicatorOrigins: Origin[] = [];
  readonly #extent: Extent;
  #origin: Origin = { kind: 'formula', index: 0 };

  constructor(extent: Extent) {
    this.#extent = extent;
  }

  /** What is required from now on comes from there. */
  of(origin: Origin): this {
    this.#origin = origin;
    return this;
  }

  #add(row: LinearExpression): void {
    this.rows.push({ expression: row, origin: this.#origin });
  }

  /** Adds the row of a clique, which the extents take for granted and would find superfluous. */
  requireAsIs(formula: Formula): void {
    if (formula.kind === 'non-negative') this.#add(formula.expression);
  }

  /** The formula must hold. */
  require(formula: Formula): void {
    const verdict = this.#judge(formula);
    if (verdict === 'always') return;
    if (verdict === 'never') this.#refuse();
    else if (formula.kind === 'non-negative') this.#add(formula.expression);
    else if (formula.min === formula.parts.length) for (const part of formula.parts) this.require(part);
    else this.#requireSome(formula.parts, formula.min);
  }

  /** Adds a row that nothing meets. */
  #refuse(): void {
    this.#add({ terms: [], constant: -1 });
  }

  #requireSome(parts: readonly Formula[], min: number): void {
    const open = this.#openParts(parts, min);
    const [first, second] = [...open.parts].sort((a, b) => Number(isLiteral(b)) - Number(isLiteral(a)));
    if (open.min === 1 && open.parts.length === 2 && first !== undefined && second !== undefined) {
      this.#imply(complement(this.#indicate(first)), second);
      return;
    }
    const count = open.parts.map((part) => this.#indicate(part)).reduce(add, expression(new Map()));
    this.#add(scale(count, 1, -open.min));
  }

  /** Wherever `indicator` is 1 the formula must hold. */
  #imply(indicator: LinearExpression, formula: Formula): void {
    const verdict = this.#judge(formula);
    if (verdict === 'always') return;
    if (verdict === 'never') this.#add(scale(indicator, -1));
    else if (formula.kind === 'non-negative') this.#implyRow(indicator, inLeastSteps(formula.expression));
    else if (formula.min === formula.parts.length) for (const part of formula.parts) this.#imply(indicator, part);
    else this.#implySome(indicator, formula.parts, formula.min);
  }

  /** `e >= L (1 - z)` with L the least that e can be: no larger factor than the data imply, `e` in its smallest form. */
  #implyRow(indicator: LinearExpression, it: LinearExpression): void {
    const forced = this.#extent.forcedBy(it);
    for (const { column, value } of forced) {
      const literal = value === 1 ? sumOf([column]) : complement(sumOf([column]));
      this.#add(add(literal, scale(indicator, -1)));
    }
    if (forced.length > 0) return;
    this.#add(add(it, scale(complement(indicator), -this.#extent.least(it))));
  }

  #implySome(indicator: LinearExpression, parts: readonly Formula[], min: number): void {
    const open = this.#openParts(parts, min);
    const count = open.parts.map((part) => this.#indicate(part)).reduce(add, expression(new Map()));
    this.#add(add(count, scale(indicator, -open.min)));
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
    this.indicatorOrigins.push(this.#origin);
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
