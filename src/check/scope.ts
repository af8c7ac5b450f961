import type { Settings } from '../domain/qualification.js';
import type { Quantity } from '../domain/quantity.js';
import { referenceKey } from '../domain/reference.js';
import { openNames, parametersOf, type Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';
import type { OpenValue, UnitRow } from '../domain/unit.js';
import { matches, type UnitFilter } from '../domain/unit-filter.js';

/**
 * What can be proved about a specification before every value is known and whoever the learner is: `specification`
 * without the statements `leftOut`, which depend on the open names or on what a learner holds. Whatever cannot be
 * without those cannot be with them, so that proofs of impossibility stay good.
 */
export interface CheckScope {
  readonly specification: Specification;
  /** The settings given, and a stand-in for each open value that no remaining statement looks at. */
  readonly settings: Settings;
  /** Names that are needed and not set. */
  readonly open: readonly string[];
  /** Statements that depend on an open name. */
  readonly leftOut: readonly Statement<Threshold>[];
  /** Statements that depend on what a learner holds, and on no open name. */
  readonly aboutLearner: readonly Statement<Threshold>[];
}

/** The scope of a check under the given settings. */
export function scopeOf(specification: Specification, settings: Settings): CheckScope {
  const given = new Set([...settings.keys()].map(referenceKey));
  const open = openNames(specification)
    .map(({ name }) => name)
    .filter((name) => !given.has(referenceKey(name)));
  const isOpen = new Set(open);
  const rows = specification.rows;
  const leftOut = specification.rule.filter((statement) => dependsOn(statement, isOpen, rows));
  const settled = specification.rule.filter((statement) => !leftOut.includes(statement));
  const aboutLearner = settled.filter(looksAtLearner);
  const rule = settled.filter((statement) => !aboutLearner.includes(statement));
  const parameters = new Set(specification.rule.flatMap(parametersOf));
  const standIns = open.filter((name) => !parameters.has(name)).map((name): [string, number] => [name, 0]);
  return {
    specification: { ...specification, rule },
    settings: new Map([...settings, ...standIns]),
    open,
    leftOut,
    aboutLearner,
  };
}

type Rows = Specification['rows'];

/** Whether what a statement asks depends on one of the open names. */
export function dependsOn(statement: Statement<Threshold>, open: ReadonlySet<string>, rows: Rows): boolean {
  if (parametersOf(statement).some((name) => open.has(name))) return true;
  const looksAt = (quantity: Quantity, filter: UnitFilter): boolean =>
    rows.some((row) => matches(filter, row, true) && isOpenFor(row, quantity, open));
  switch (statement.kind) {
    case 'amount':
      return looksAt(statement.quantity, statement.filter);
    case 'share':
      return looksAt(statement.quantity, statement.whole);
    case 'needs':
      return dependsOn(statement.requirement, open, rows);
    case 'combination':
      return statement.parts.some((part) => dependsOn(part, open, rows));
    case 'all-units':
    case 'barred':
    case 'linked':
    case 'groups-used':
    case 'not-counted':
      return false;
  }
}

function isOpenFor(row: UnitRow<number | OpenValue>, quantity: Quantity, open: ReadonlySet<string>): boolean {
  if (quantity !== 'credits' && quantity !== 'glh') return false;
  const value = quantity === 'credits' ? row.credit : row.glh;
  return typeof value === 'object' && open.has(value.open);
}

/** Whether a statement asks what the learner holds already. */
function looksAtLearner(statement: Statement<Threshold>): boolean {
  switch (statement.kind) {
    case 'amount':
      return statement.filter.achieved;
    case 'share':
      return statement.part.achieved;
    case 'needs':
      return looksAtLearner(statement.requirement);
    case 'combination':
      return statement.parts.some(looksAtLearner);
    case 'all-units':
    case 'barred':
    case 'linked':
    case 'groups-used':
    case 'not-counted':
      return false;
  }
}
