import { mapThresholds } from './fold.js';
import { identify, identityOf, type Equivalence, type Identities } from './identity.js';
import { LEVELS } from './level.js';
import { isNoFigure } from './quantity.js';
import { referenceKey } from './reference.js';
import { conclude, type Result } from './result.js';
import { checkSettings, valueIn, type Settings } from './settings.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import type { Entry, Figure, UnitRow } from './unit.js';

/**
 * A qualification to compute with: its entries, whose figures are known or null, and its rule, whose thresholds are all
 * known. Plain data, that can be cloned.
 */
export interface Qualification {
  readonly specification: Specification;
  readonly entries: readonly Entry[];
  readonly rule: readonly Statement[];
  readonly identities: Identities;
}

/**
 * A qualification without a request: figures are set as far as there are settings for them, thresholds all. Errors: a
 * parameter that the rule uses and that is not set, a setting for no open name, a value that its name may not have.
 *
 * @example
 * ```ts
 * import { settle, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const { rule, entries } = valueOrThrow(settle(specification));
 * console.log(rule.length, entries.length); // 6 17
 * ```
 */
export function settle(
  specification: Specification,
  settings: Settings = new Map(),
  equivalences: readonly Equivalence[] = [],
): Result<Qualification> {
  const issues = checkSettings(specification, settings, specification.rule);
  return conclude(() => {
    const rule = specification.rule.map((statement) => setParameters(statement, settings));
    return { ...takeUnits(specification, settings, equivalences), rule };
  }, issues);
}

/** The units of a qualification, each with what is set of it, and which of them are one piece of learning. */
export function takeUnits(
  specification: Specification,
  settings: Settings,
  equivalences: readonly Equivalence[],
): Omit<Qualification, 'rule'> {
  const identities = identify(specification.rows, equivalences);
  const keyed = keysOf(settings);
  const entries = specification.rows.map((row, index): Entry => {
    return { ...setFigures(row, keyed), index, identity: identityOf(identities, row.ref) };
  });
  return { specification, entries, identities };
}

function setFigures(row: UnitRow<Figure>, keyed: Settings): UnitRow<number | null> {
  const given = (name: string): number | undefined => keyed.get(referenceKey(name));
  const known = (figure: Figure): number | null => (typeof figure === 'number' ? figure : (given(figure.open) ?? null));
  const level = row.level === 'open' ? given(`${row.ref}.level`) : undefined;
  return {
    ...row,
    level: LEVELS.find((it) => it === level) ?? row.level,
    credit: known(row.credit),
    glh: known(row.glh),
    figures: new Map([...row.figures].map(([column, it]) => [column, isNoFigure(it) ? it : known(it)])),
  };
}

/** Settings by names without white space and case. */
function keysOf(settings: Settings): Settings {
  return new Map([...settings].map(([name, value]) => [referenceKey(name), value]));
}

/** The statement with every named threshold replaced by its value. Throws for one that is not set. */
export function setParameters(statement: Statement<Threshold>, settings: Settings): Statement {
  const resolve = (bound: Threshold): number =>
    typeof bound === 'number' ? bound : valueIn(settings, bound.parameter);
  return mapThresholds(statement, resolve);
}
