import { mapThresholds } from './fold.js';
import { identify, type Equivalence, type Identities } from './identity.js';
import { error, type Issue } from './issue.js';
import { referenceKey } from './reference.js';
import { conclude, type Result } from './result.js';
import { openNames, type OpenName, type Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';
import type { Entry, OpenValue } from './unit.js';

/** Values for open names, by name (white space and case aside): credits, hours or thresholds, as the name says. */
export type Settings = ReadonlyMap<string, number>;

/** A qualification whose every value is known: its entries, and its rule as conditions on whole numbers. */
export interface Qualification {
  readonly specification: Specification;
  readonly entries: readonly Entry[];
  readonly rule: readonly Statement[];
  readonly identities: Identities;
  /** The value of a named threshold; NaN for a name that was not needed and not set. */
  readonly valueOf: (name: string) => number;
}

/**
 * Sets every open value and parameter. Errors: a name that is needed and not set, a setting for no open name, a value
 * outside the bounds that its parameter declares.
 */
export function settle(
  specification: Specification,
  settings: Settings,
  equivalences: readonly Equivalence[] = [],
  also: readonly Statement<Threshold>[] = [],
): Result<Qualification> {
  const open = openNames(specification, also);
  const known = [...new Set([...open.map((name) => name.name), ...specification.parameters.keys()])];
  const named = new Map([...settings].map(([name, value]) => [referenceKey(name), value]));
  const issues = [
    ...unknownSettings(settings, known),
    ...open.flatMap((name) => checkSetting(name, named.get(referenceKey(name.name)))),
  ];
  const valueOf = (name: string): number => named.get(referenceKey(name)) ?? Number.NaN;
  return conclude(() => {
    const identities = identify(specification.rows, equivalences);
    const numberOf = (value: number | OpenValue): number => (typeof value === 'number' ? value : valueOf(value.open));
    const entries = specification.rows.map((row, index): Entry => ({
      ...row,
      index,
      credit: numberOf(row.credit),
      glh: numberOf(row.glh),
      identity: identities.of(row.ref),
    }));
    const rule = specification.rule.map((statement) => setParameters(statement, valueOf));
    return { specification, entries, rule, identities, valueOf };
  }, issues);
}

/** The statement with every named threshold replaced by its value. */
export function setParameters(statement: Statement<Threshold>, valueOf: (name: string) => number): Statement {
  const resolve = (bound: Threshold): number => (typeof bound === 'number' ? bound : valueOf(bound.parameter));
  return mapThresholds(statement, resolve);
}

function unknownSettings(settings: Settings, known: readonly string[]): Issue[] {
  const keys = new Set(known.map(referenceKey));
  return [...settings.keys()]
    .filter((name) => !keys.has(referenceKey(name)))
    .map((name) => {
      const rest = known.length === 0 ? 'this qualification has no open values' : `open: ${known.join(', ')}`;
      return error('unknown-setting', `There is no open value ${name}${didYouMean(name, known)}; ${rest}.`, {
        option: `--set ${name}`,
      });
    });
}

function checkSetting(open: OpenName, value: number | undefined): Issue[] {
  if (value === undefined) {
    return [error('open-value', `${open.name} is open and must be set${describe(open)}.`, open.place)];
  }
  if ((open.min !== null && value < open.min) || (open.max !== null && value > open.max)) {
    const message = `${open.name} is set to ${value}, outside the range its declaration gives${describe(open)}.`;
    return [error('setting-out-of-range', message, { option: `--set ${open.name}=${value}` })];
  }
  return [];
}

function describe(open: OpenName): string {
  const range = [
    ...(open.min === null ? [] : [`at least ${open.min}`]),
    ...(open.max === null ? [] : [`at most ${open.max}`]),
  ];
  const parts = [...(range.length === 0 ? [] : [range.join(', ')]), ...(open.note === null ? [] : [open.note])];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
