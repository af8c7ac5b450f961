import { formatValidity, isWithin, today, type IsoDate } from '../domain/date.js';
import { error, type Issue } from '../domain/issue.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { Model } from '../read/model/model-file.js';
import { readDay } from './as-of.js';
import type { RequestText } from './question.js';

/** The days of a request that choose a version. */
type Days = Pick<RequestText, 'asOf' | 'registeredOn'>;

/**
 * The version of a model that a request is about: the one that could be started on the day on which the learner
 * registered, or else on the day of the request, or today; of several the one that began last. A model without versions
 * is itself that. Errors: a day on which no version could be started, a text that is no day. A note says which it is.
 */
export function chooseVersion(model: Model, days: Days, now: IsoDate = today()): Result<Model> {
  const { asOf, registeredOn } = days;
  const registered = registeredOn === undefined ? null : readDay(registeredOn, `--registered-on ${registeredOn}`);
  if (registered !== null && !registered.ok) return registered;
  if (model.versions.length === 0) return success(model);
  const option = registeredOn === undefined ? `--as-of ${asOf ?? now}` : `--registered-on ${registeredOn}`;
  const given = registered ?? (asOf === undefined ? success(now) : readDay(asOf, option));
  if (!given.ok) return given;
  const version = versionOn(model.versions, given.value);
  return version === null
    ? failure([noVersion(model.versions, given.value, option)])
    : success(version, [noteVersion(version.specification, option)]);
}

/** The version that could be started on a day, of several the one that began last; null where there is none. */
export function versionOn(versions: readonly Model[], date: IsoDate): Model | null {
  return versions.findLast(({ specification: { valid } }) => valid === undefined || isWithin(valid, date)) ?? null;
}

/** The days of a version in words, by which answers name it. */
export function versionName({ valid }: Specification): string {
  return formatValidity(valid ?? { from: null, to: null });
}

function noVersion(versions: readonly Model[], date: IsoDate, option: string): Issue {
  const days = versions.map(({ specification }) => versionName(specification)).join('; ');
  const message = `No version of this qualification could be started on ${date}; there are versions ${days}.`;
  return error('no-version', message, { option });
}

function noteVersion(specification: Specification, option: string): Issue {
  const message = `${specification.title}: the version that may be started ${versionName(specification)} is looked at.`;
  return { code: 'version-chosen', severity: 'note', message, source: { option } };
}
