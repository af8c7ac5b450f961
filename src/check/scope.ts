import { dependsOnHoldings, parametersOf } from '../domain/fold.js';
import type { Settings } from '../domain/settings.js';
import { referenceKey } from '../domain/reference.js';
import { figuresNeeded } from '../domain/needed.js';
import { openNames } from '../domain/open-names.js';
import type { Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';

/**
 * What can be proved about a specification before every value is known and whoever the learner is: `specification`
 * without the statements `leftOut`, which depend on the open names or on what a learner holds. Whatever cannot be
 * without those cannot be with them, so that proofs of impossibility stay good.
 */
export interface CheckScope {
  readonly specification: Specification;
  /** The settings given. What is open besides, no remaining statement looks at. */
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
  const aboutLearner = settled.filter(dependsOnHoldings);
  const rule = settled.filter((statement) => !aboutLearner.includes(statement));
  return {
    specification: { ...specification, rule },
    settings,
    open,
    leftOut,
    aboutLearner,
  };
}

type Rows = Specification['rows'];

/** Whether what a statement asks depends on one of the open names. */
export function dependsOn(statement: Statement<Threshold>, open: ReadonlySet<string>, rows: Rows): boolean {
  if (parametersOf(statement).some((name) => open.has(name))) return true;
  return figuresNeeded({ rows }, [statement], (name) => !open.has(name)).length > 0;
}
