import { formatValidity, isWithin, parseDate, today, type IsoDate } from '../domain/date.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { RequestText } from './question.js';
import { noDay } from '../read/units/validity.js';

/** The day of a request, where one makes a difference; undefined where none does. */
export type AsOf = IsoDate | undefined;

/**
 * The day as of which a qualification is looked at: the one that is asked for, or today (`now`) where the model or its
 * units have dates, with a note that says so. Warning: a day on which the qualification cannot be started.
 */
export function readAsOf(
  specification: Specification,
  { asOf: given, registeredOn }: Pick<RequestText, 'asOf' | 'registeredOn'>,
  now: IsoDate | undefined,
): Result<AsOf> {
  // Whoever registered in time goes on, whatever day it is.
  const check = (date: IsoDate): Issue[] => (registeredOn === undefined ? checkDay(specification, date) : []);
  if (given === undefined) {
    if (!hasDates(specification)) return success(undefined);
    const date = now ?? today();
    return success(date, [noteToday(date), ...check(date)]);
  }
  const date = readDay(given, `--as-of ${given}`);
  return date.ok ? success(date.value, check(date.value)) : date;
}

/** Reads a day that somebody typed; `option` names where. */
export function readDay(text: string, option: string): Result<IsoDate> {
  const date = parseDate(text);
  if (date !== null) return success(date);
  return failure([error('not-a-date', noDay(text), { option })]);
}

/** Whether a day makes a difference to what a model says. */
function hasDates({ valid, rows }: Specification): boolean {
  return valid !== undefined || rows.some((row) => row.valid !== undefined);
}

function noteToday(date: IsoDate): Issue {
  const message = `Dates are looked at as of ${date}, which is today; --as-of gives another day.`;
  return { code: 'as-of-today', severity: 'note', message, source: { option: '--as-of' } };
}

function checkDay({ title, valid }: Specification, date: IsoDate): Issue[] {
  if (valid === undefined || isWithin(valid, date)) return [];
  const message = `${title} can be started ${formatValidity(valid)}, and not on ${date}.`;
  return [warning('not-valid-then', message, { option: `--as-of ${date}` })];
}
