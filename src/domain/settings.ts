import { error, type Issue } from './issue.js';
import { referenceKey } from './reference.js';
import { openNames, type OpenName, type Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';

/** Values for open names, by name (white space and case aside): credits, hours or thresholds, as the name says. */
export type Settings = ReadonlyMap<string, number>;

/** The value that a name is set to; undefined when it is not set. */
export function settingOf(settings: Settings, name: string): number | undefined {
  const exact = settings.get(name);
  if (exact !== undefined) return exact;
  const key = referenceKey(name);
  for (const [given, value] of settings) if (referenceKey(given) === key) return value;
  return undefined;
}

/** The value of a name that must be set by now; throws when it is not. */
export function valueIn(settings: Settings, name: string): number {
  const value = settingOf(settings, name);
  if (value === undefined) throw new Error(`${name} is needed and not set`);
  return value;
}

/** What is wrong with the settings for a specification and further statements; see `settle`. */
export function checkSettings(
  specification: Specification,
  settings: Settings,
  also: readonly Statement<Threshold>[],
): Issue[] {
  const open = openNames(specification, also);
  const known = [...new Set([...open.map((name) => name.name), ...specification.parameters.keys()])];
  const named = new Map([...settings].map(([name, value]) => [referenceKey(name), value]));
  return [
    ...unknownSettings(settings, known),
    ...open.flatMap((name) => checkSetting(name, named.get(referenceKey(name.name)))),
  ];
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
