import { error, type Issue } from './issue.js';
import { LEVELS, parseLevel } from './level.js';
import { openFigure, openLevel, type OpenFigure } from './needed.js';
import type { OpenName } from './open-names.js';
import { LARGEST_WHOLE_NUMBER, mayHaveDecimals, parseFigure } from './quantity.js';
import { referenceKey } from './reference.js';
import { foldStatement, parametersOf } from './fold.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';

/**
 * Values for open names, by name (white space and case aside): credits, hours, thresholds or figures of a column, as
 * the name says; levels as their ordinals.
 */
export type Settings = ReadonlyMap<string, number>;

/** Reads the value of a setting: a level where the name is that of a level, otherwise a figure; null for other text. */
export function parseSettingValue(name: string, text: string): number | null {
  return /\.level$/i.test(name) ? parseLevel(text) : parseFigure(text);
}

/** The value that a name is set to; undefined when it is not set. */
export function settingOf(settings: Settings, name: string): number | undefined {
  const exact = settings.get(name);
  if (exact !== undefined || settings.size === 0) return exact;
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

/**
 * What is wrong with settings: a parameter that `statements` use and that is not set, a setting for no open name, a
 * value outside the bounds of its declaration, of a kind that the name cannot have, or one that leaves nothing between
 * two bounds of a statement.
 */
export function checkSettings(
  specification: Specification,
  settings: Settings,
  statements: readonly Statement<Threshold>[],
): Issue[] {
  const used = [...new Set(statements.flatMap(parametersOf))].flatMap(
    (name) => specification.parameters.get(name) ?? [],
  );
  const unset = used.filter(({ name }) => settingOf(settings, name) === undefined).map(openParameter);
  if (settings.size === 0) return unset;
  const figures = specification.rows.flatMap(everyOpenFigure);
  const known = new Map<string, OpenName>(
    [...specification.parameters.values(), ...figures].map((name) => [referenceKey(name.name), name]),
  );
  const whole = new Set(statements.flatMap(wholeParameters));
  const given = [...settings].flatMap(([name, value]) => {
    const open = known.get(referenceKey(name));
    return open === undefined ? [unknownSetting(name, [...known.values()])] : checkSetting(open, value, whole);
  });
  return [...given, ...unset, ...statements.flatMap((statement) => checkBounds(statement, settings))];
}

function checkBounds(statement: Statement<Threshold>, settings: Settings): readonly Issue[] {
  return foldStatement(statement, ({ thresholds: [min, max] }) => {
    if (min === undefined || max === undefined) return [];
    const [lower, upper] = [min, max].map((bound) =>
      typeof bound === 'number' ? bound : settingOf(settings, bound.parameter),
    );
    if (lower === undefined || upper === undefined || lower <= upper) return [];
    const set = [min, max].flatMap((bound) => (typeof bound === 'number' ? [] : [bound.parameter]));
    const named = set.map((name) => `${name} is set to ${settingOf(settings, name)}`).join(' and ');
    const message = `${named}, and so the lower bound ${lower} of a statement is above its upper bound ${upper}.`;
    return [
      error('setting-out-of-range', message, {
        option: set.map((name) => `--set ${name}=${settingOf(settings, name)}`).join(' '),
      }),
    ];
  });
}

function everyOpenFigure(row: Specification['rows'][number]): OpenFigure[] {
  const columns = [...row.figures.keys()].flatMap((column) => openFigure(row, { column }));
  const level = row.level === 'open' ? [openLevel(row)] : [];
  return [...openFigure(row, 'credits'), ...openFigure(row, 'glh'), ...level, ...columns];
}

const MOST_NAMED = 20;

function unknownSetting(name: string, known: readonly OpenName[]): Issue {
  const names = known.map((open) => open.name);
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  const rest =
    names.length === 0
      ? 'this qualification has no open values'
      : `open: ${names.slice(0, MOST_NAMED).join(', ')}${more}`;
  const message = `There is no open value ${name}${didYouMean(name, names)}; ${rest}.`;
  return error('unknown-setting', message, { option: `--set ${name}` });
}

/** Parameters that bound what is counted in whole numbers only: units, hours, groups, per cents. */
function wholeParameters(statement: Statement<Threshold>): readonly string[] {
  return foldStatement(statement, ({ thresholds }, it) => {
    const decimals = (it.kind === 'amount' || it.kind === 'of-each') && mayHaveDecimals(it.quantity);
    return decimals ? [] : thresholds.flatMap((bound) => (typeof bound === 'object' ? [bound.parameter] : []));
  });
}

function checkSetting(open: OpenName | OpenFigure, value: number, whole: ReadonlySet<string>): Issue[] {
  const source = { option: `--set ${open.name}=${value}` };
  const quantity = 'quantity' in open ? open.quantity : null;
  if (quantity === 'level') {
    if (LEVELS.some((level) => level === value)) return [];
    return [error('setting', `${open.name} must be a level.`, source)];
  }
  const mustBeWhole = quantity === null ? whole.has(open.name) : !mayHaveDecimals(quantity);
  if (parseFigure(String(value)) === null || (mustBeWhole && !Number.isInteger(value))) {
    const kind = mustBeWhole ? 'a whole number' : 'a number of up to three places';
    return [error('setting', `${open.name} must be ${kind} from 0 to ${LARGEST_WHOLE_NUMBER}.`, source)];
  }
  if ((open.min !== null && value < open.min) || (open.max !== null && value > open.max)) {
    const message = `${open.name} is set to ${value}, outside the range its declaration gives${describe(open)}.`;
    return [error('setting-out-of-range', message, source)];
  }
  return [];
}

function openParameter(open: OpenName): Issue {
  return error('open-value', `${open.name} is open and must be set${describe(open)}.`, open.place);
}

function describe(open: OpenName): string {
  const range = [
    ...(open.min === null ? [] : [`at least ${open.min}`]),
    ...(open.max === null ? [] : [`at most ${open.max}`]),
  ];
  const parts = [...(range.length === 0 ? [] : [range.join(', ')]), ...(open.note === null ? [] : [open.note])];
  return parts.length === 0 ? '' : ` (${parts.join('; ')})`;
}
