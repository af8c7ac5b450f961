import { formatValidity, isWithin } from '../domain/date.js';
import { identify, identityOf, type Equivalence } from '../domain/identity.js';
import { warning, type Issue } from '../domain/issue.js';
import { success, type Result } from '../domain/result.js';
import type { Specification } from '../domain/specification.js';
import type { AchievedUnit } from '../read/units/achieved.js';
import type { KnowsUnit } from '../read/units/markbook.js';
import type { RequestText } from './question.js';

/**
 * The references that a learner holds, each once. Warnings: a unit that is recorded with another credit than these
 * qualifications give it, and a day of registration on which they could not be started, where the request has none.
 */
export function readHeld(
  { achieved = [], registeredOn }: Pick<RequestText, 'achieved' | 'registeredOn'>,
  specifications: readonly Specification[],
  equivalences: readonly Equivalence[],
): Result<readonly string[]> {
  const read = typeof achieved === 'function' ? achieved(knowing(specifications, equivalences)) : asResult(achieved);
  if (!read.ok) return read;
  const refs = read.value.map((unit) => (typeof unit === 'string' ? unit : unit.ref));
  const recorded = read.value.filter((unit) => typeof unit === 'object');
  const differing = specifications.flatMap((it) => checkCredits(recorded, it, equivalences));
  const others = registeredOn === undefined ? specifications.flatMap((it) => checkRegistration(recorded, it)) : [];
  return success([...new Set(refs)], [...read.warnings, ...differing, ...others]);
}

function asResult<T>(achieved: readonly string[] | Result<readonly T[]>): Result<readonly (string | T)[]> {
  return 'ok' in achieved ? achieved : success(achieved);
}

/** Knows the units of qualifications, and those that the equivalences table sets beside others. */
function knowing(specifications: readonly Specification[], equivalences: readonly Equivalence[]): KnowsUnit {
  const rows = specifications.flatMap((specification) => specification.rows);
  const identities = identify(rows, equivalences);
  const refs = [...rows.map(({ ref }) => ref), ...equivalences.flatMap(({ unit, other }) => [unit, other])];
  const known = new Set(refs.map((ref) => identityOf(identities, ref)));
  return (reference) => known.has(identityOf(identities, reference));
}

function checkCredits(
  units: readonly AchievedUnit[],
  { rows, title }: Specification,
  equivalences: readonly Equivalence[],
): Issue[] {
  const recorded = units.filter(({ credit }) => credit !== undefined);
  if (recorded.length === 0) return [];
  const identities = identify(rows, equivalences);
  return recorded.flatMap(({ ref, credit, place }) => {
    const own = rows.filter((row) => identityOf(identities, row.ref) === identityOf(identities, ref));
    const [listed] = own.map((row) => row.credit).filter((it) => typeof it === 'number');
    if (listed === undefined || own.some((row) => row.credit === credit)) return [];
    const message = `${ref} is held with ${credit} credits; ${title} gives it ${listed}, and that is counted.`;
    return [warning('held-credit-differs', message, place)];
  });
}

/** The version was chosen before the file was read, so that whoever asks has to be told of a day that chooses another. */
function checkRegistration(units: readonly AchievedUnit[], { title, valid }: Specification): Issue[] {
  const unit = units.find(({ registeredOn }) => registeredOn !== undefined);
  const day = unit?.registeredOn;
  if (unit === undefined || day === undefined || valid === undefined || isWithin(valid, day)) return [];
  const message = `The learner registered on ${day}, when ${title} could not be started as it is looked at here (${formatValidity(valid)}); --registered-on ${day} looks at the version of that day.`;
  return [warning('not-valid-then', message, unit.place)];
}
