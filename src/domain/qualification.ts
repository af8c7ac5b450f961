import { mapThresholds } from './fold.js';
import { identify, identityOf, type Equivalence, type Identities } from './identity.js';
import { conclude, type Result } from './result.js';
import { checkSettings, valueIn, type Settings } from './settings.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import type { Entry, OpenValue } from './unit.js';

/** A qualification whose every value is known: its entries, and its rule as conditions on whole numbers. */
export interface Qualification {
  readonly specification: Specification;
  readonly entries: readonly Entry[];
  readonly rule: readonly Statement[];
  readonly identities: Identities;
}

/**
 * Sets every open value and parameter, those of `also` included. Errors: a name that is needed and not set, a setting
 * for no open name, a value outside the bounds that its parameter declares.
 */
export function settle(
  specification: Specification,
  settings: Settings = new Map(),
  equivalences: readonly Equivalence[] = [],
  also: readonly Statement<Threshold>[] = [],
): Result<Qualification> {
  const issues = checkSettings(specification, settings, also);
  return conclude(() => {
    const identities = identify(specification.rows, equivalences);
    const numberOf = (value: number | OpenValue): number =>
      typeof value === 'number' ? value : valueIn(settings, value.open);
    const entries = specification.rows.map((row, index): Entry => ({
      ...row,
      index,
      credit: numberOf(row.credit),
      glh: numberOf(row.glh),
      identity: identityOf(identities, row.ref),
    }));
    const rule = specification.rule.map((statement) => setParameters(statement, settings));
    return { specification, entries, rule, identities };
  }, issues);
}

/** The statement with every named threshold replaced by its value. Throws for one that is not set. */
export function setParameters(statement: Statement<Threshold>, settings: Settings): Statement {
  const resolve = (bound: Threshold): number =>
    typeof bound === 'number' ? bound : valueIn(settings, bound.parameter);
  return mapThresholds(statement, resolve);
}
