import { mapThresholds, foldStatement } from '../domain/fold.js';
import { error, type Issue } from '../domain/issue.js';
import { openNames, type OpenName } from '../domain/open-names.js';
import { mayHaveDecimals, parseFigure, parseWholeNumber } from '../domain/quantity.js';
import { quote } from '../domain/quote.js';
import { referenceKey } from '../domain/reference.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { didYouMean } from '../domain/suggest.js';

/** One figure that is swept, with its values in ascending order. */
export interface SweepAxis {
  /** How lines and tables call it: the open name, or `statement 3`. */
  readonly name: string;
  /** The open name that is set; null where the threshold of a statement is. */
  readonly open: string | null;
  /** The place in the rule of the statement whose threshold is swept, from 0; null for an open name. */
  readonly statement: number | null;
  readonly values: readonly number[];
}

/** The most values along one axis. */
export const MOST_VALUES = 10_000;

const FINEST = 1000;

/** Reads `NAME=FROM..TO[:STEP]`. Errors: another form, no such open name, values outside its range, too many values. */
export function readParameterAxis(text: string, specification: Specification): Result<SweepAxis> {
  const source = { option: `--parameter ${text}` };
  const parts = readValues(text, source.option);
  if (!parts.ok) return parts;
  const { name, values } = parts.value;
  const known = openNames(specification);
  const open = known.find((it) => referenceKey(it.name) === referenceKey(name));
  if (open === undefined) {
    const names = known.map((it) => it.name);
    const rest = names.length === 0 ? 'this qualification has no open values' : `open: ${names.join(', ')}`;
    return failure([
      error('unknown-setting', `There is no open value ${name}${didYouMean(name, names)}; ${rest}.`, source),
    ]);
  }
  const outside = refuseOutside(open, values, source.option);
  return outside === null ? success({ name: open.name, open: open.name, statement: null, values }) : failure([outside]);
}

/** Reads `N=FROM..TO[:STEP]`, N being a statement of the rule, from 1, that has one threshold. */
export function readStatementAxis(text: string, { rule }: Specification): Result<SweepAxis> {
  const source = { option: `--statement ${text}` };
  const parts = readValues(text, source.option);
  if (!parts.ok) return parts;
  const { name, values } = parts.value;
  const number = parseWholeNumber(name);
  const statement = number === null ? undefined : rule[number - 1];
  if (number === null || statement === undefined) {
    return failure([error('sweep', `There is no statement ${name}; the rule has ${rule.length}, from 1.`, source)]);
  }
  if (!hasOneThreshold(statement)) {
    const message = `Statement ${number} has no threshold, or several: give the one that is meant a name under parameters, and sweep that.`;
    return failure([error('sweep', message, source)]);
  }
  if (!takesDecimals(statement) && values.some((value) => !Number.isInteger(value))) {
    return failure([error('sweep', `The threshold of statement ${number} is a whole number.`, source)]);
  }
  return success({ name: `statement ${number}`, open: null, statement: number - 1, values });
}

/** The rule with the threshold of one of its statements, from 0, at a value. */
export function withThreshold(specification: Specification, at: number, value: number): Specification {
  const rule = specification.rule.map((statement, index) =>
    index === at ? mapThresholds(statement, (): Threshold => value) : statement,
  );
  return { ...specification, rule };
}

/** Whether all thresholds of a statement are one: a single bound, or both bounds of `exactly`. */
export function hasOneThreshold(statement: Statement<Threshold>): boolean {
  const thresholds = foldStatement(statement, (makeup) => makeup.thresholds);
  const distinct = new Set(thresholds.map((bound) => (typeof bound === 'object' ? bound.parameter : bound)));
  return distinct.size === 1;
}

/** Whether the threshold of a statement may have decimals. */
export function takesDecimals(statement: Statement<Threshold>): boolean {
  return foldStatement(statement, ({ thresholds, counted }) =>
    thresholds.length === 0 ? [] : counted.map(({ quantity }) => mayHaveDecimals(quantity)),
  ).every(Boolean);
}

function readValues(
  text: string,
  option: string,
): Result<{ readonly name: string; readonly values: readonly number[] }> {
  const refuse = (message: string): Result<never> => failure([error('sweep', message, { option })]);
  const [, name = '', low = '', high = '', by = '1'] =
    /^(.*)=\s*([\d.]+?)\s*\.\.\s*([\d.]+?)\s*(?::\s*(\S+))?\s*$/.exec(text) ?? [];
  const [from, to, step] = [parseFigure(low), parseFigure(high), parseFigure(by)];
  if (name.trim() === '' || from === null || to === null || step === null) {
    return refuse('Write what to sweep as NAME=FROM..TO or NAME=FROM..TO:STEP, in numbers of up to three places.');
  }
  if (from > to || step === 0)
    return refuse(`${quote(text)} holds no values: FROM must not be above TO, nor STEP be 0.`);
  const steps = Math.floor((thousandths(to) - thousandths(from)) / thousandths(step));
  if (steps >= MOST_VALUES) return refuse(`${quote(text)} is ${steps + 1} values; ${MOST_VALUES} are swept at most.`);
  const values = Array.from({ length: steps + 1 }, (_, at) => (thousandths(from) + at * thousandths(step)) / FINEST);
  return success({ name: name.trim(), values });
}

function thousandths(value: number): number {
  return Math.round(value * FINEST);
}

function refuseOutside({ name, min, max }: OpenName, values: readonly number[], option: string): Issue | null {
  const outside = values.filter((value) => (min !== null && value < min) || (max !== null && value > max));
  if (outside.length === 0) return null;
  const range = max === null ? `${min} or more` : `from ${min ?? 0} to ${max}`;
  return error('setting-out-of-range', `${name} is ${range}, and ${outside[0]} is to be swept.`, { option });
}
