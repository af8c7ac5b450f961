import { figuresNeeded, openFigure, openLevel, quantitiesIn, type OpenFigure } from './needed.js';
import type { Place } from './source.js';
import { parametersOf } from './fold.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';

/** A name that `--set` may give a value to: a parameter, or an open figure of a unit. */
export interface OpenName {
  readonly name: string;
  readonly min: number | null;
  readonly max: number | null;
  readonly note: string | null;
  readonly place: Place;
}

/**
 * What must be set before the rule and `also` mean anything: every open figure that they read, then every parameter
 * that they use, each once.
 *
 * @example
 * ```ts
 * import { namesToSet } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-2-diploma-customer-service');
 * console.log(namesToSet(specification).map(({ name }) => name)); // [ 'B&A 38.credit', 'a-credits', 'c-minimum', 'd-maximum' ]
 * ```
 */
export function namesToSet(
  specification: Specification,
  also: readonly Statement<Threshold>[] = [],
): readonly OpenName[] {
  const statements = [...specification.rule, ...also];
  return [...figuresNeeded(specification, statements), ...usedParameters(specification, statements)];
}

/**
 * Every open credit, GLH and level of the units and every open figure of a column that a statement counts, needed or
 * not, then every parameter that the rule, a title or `also` uses, each once.
 *
 * @example
 * ```ts
 * import { openNames } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-2-diploma-customer-service');
 * console.log(openNames(specification).map(({ name }) => name)); // [ 'B&A 38.credit', 'B&A 38.glh', 'a-credits', 'c-minimum', 'd-maximum' ]
 * ```
 */
export function openNames(
  specification: Specification,
  also: readonly Statement<Threshold>[] = [],
): readonly (OpenName | OpenFigure)[] {
  const statements = [...specification.rule, ...[...specification.titles.values()].flat(), ...also];
  const columns = quantitiesIn(statements).filter((quantity) => typeof quantity === 'object');
  const figures = specification.rows.flatMap((row): OpenFigure[] => [
    ...openFigure(row, 'credits'),
    ...openFigure(row, 'glh'),
    ...(row.level === 'open' ? [openLevel(row)] : []),
    ...columns.flatMap((column) => openFigure(row, column)),
  ]);
  const all = [...figures, ...usedParameters(specification, statements)];
  return [...new Map(all.map((open) => [open.name, open])).values()];
}

function usedParameters(
  { parameters }: Specification,
  statements: readonly Statement<Threshold>[],
): readonly OpenName[] {
  return [...new Set(statements.flatMap(parametersOf))].flatMap((name) => parameters.get(name) ?? []);
}
