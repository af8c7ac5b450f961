import type { JointGoal, JointUnit } from '../../delivery/joint.js';
import type { StaffMember, Terms } from '../../delivery/terms/terms.js';
import { identityOf, type Identities } from '../../domain/identity.js';
import { error, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import type { Source } from '../../domain/source.js';
import { cutLike } from '../../domain/like-issues.js';
import { didYouMean } from '../../domain/suggest.js';
import { readStaff, type StaffRow } from '../../read/units/staff.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { DeliveryQuestion } from './delivery-question.js';

/** The periods and the staff that a question asks for; null where it asks for neither. */
export function termsOf(
  question: DeliveryQuestion,
  units: readonly JointUnit[],
  identities: Identities,
  hours: JointGoal | null,
): Omit<Terms, 'kept'> | null {
  const { periods, staff, withoutStaff = [], maxLoad } = question;
  if (periods === undefined && staff === undefined && maxLoad === undefined && withoutStaff.length === 0) return null;
  if (hours === null) throw new Error('periods in hours that are not known were not refused');
  const count = Math.max(1, periods ?? 1);
  const rows = staff === undefined ? [] : valueOrThrow(readStaff(staff.text, staff.file));
  const people = [...new Set(rows.map(({ person }) => person))];
  const issues = faultsOf(question, rows, count, units, identities);
  if (issues.length > 0) throw new InputError(cutLike(issues));
  const index = new Map(units.map((unit) => [unit.identity, unit.index]));
  const teaching = people.filter((person) => !withoutStaff.includes(person));
  return {
    periods: count,
    staff: staff === undefined ? [] : teaching.map((person) => memberOf(person, rows, count, index, identities)),
    maxLoad: maxLoad ?? null,
    hours: hours.weights,
  };
}

/** Where a staff file says the hours of each person. */
export function placesOf({ staff }: Pick<DeliveryQuestion, 'staff'>): (person: string) => Source {
  const rows = staff === undefined ? [] : valueOrThrow(readStaff(staff.text, staff.file));
  const places = new Map(rows.toReversed().map(({ person, place }) => [person, place]));
  return (person) => places.get(person) ?? { option: '--staff' };
}

function faultsOf(
  { staff, withoutStaff = [] }: DeliveryQuestion,
  rows: readonly StaffRow[],
  periods: number,
  units: readonly JointUnit[],
  identities: Identities,
): readonly Issue[] {
  if (staff === undefined) return withoutStaff.length > 0 ? [noStaffFile()] : [];
  if (rows.length === 0) return [nobody(staff.file)];
  const people = [...new Set(rows.map(({ person }) => person))];
  const left = people.some((person) => !withoutStaff.includes(person));
  return [
    ...unknownPeople(withoutStaff, people),
    ...wrongRows(rows, periods, units, identities),
    ...(left ? [] : [nobodyLeft()]),
  ];
}

/** Rows for one period go before a row for each; units are those of any row. */
function memberOf(
  person: string,
  rows: readonly StaffRow[],
  periods: number,
  index: ReadonlyMap<string, number>,
  identities: Identities,
): StaffMember {
  const own = rows.filter((row) => row.person === person);
  const hours = Array.from({ length: periods }, (_, at) => {
    const row = own.find(({ period }) => period === at + 1) ?? own.find(({ period }) => period === null);
    return row === undefined ? 0 : row.hours;
  });
  if (own.some(({ units }) => units === null)) return { person, hours, units: null };
  const refs = own.flatMap(({ units }) => units ?? []);
  return { person, hours, units: new Set(refs.flatMap((ref) => index.get(identityOf(identities, ref)) ?? [])) };
}

function unknownPeople(wanted: readonly string[], people: readonly string[]): readonly Issue[] {
  return wanted
    .filter((person) => !people.includes(person))
    .map((person) => {
      const message = `Nobody of that name teaches${didYouMean(person, people)}; there are ${people.join(', ')}.`;
      return error('setting', message, { option: `--without-staff ${person}` });
    });
}

function wrongRows(
  rows: readonly StaffRow[],
  periods: number,
  units: readonly JointUnit[],
  identities: Identities,
): Issue[] {
  const known = new Set(units.map(({ identity }) => identity));
  const refs = units.map(({ ref }) => ref);
  return rows.flatMap(({ units: own, period, place }): Issue[] => [
    ...(own ?? [])
      .filter((ref) => !known.has(identityOf(identities, ref)))
      .map((ref) =>
        error('unknown-unit', `${quote(ref)} is in none of these qualifications${didYouMean(ref, refs)}.`, place),
      ),
    ...(period !== null && period > periods
      ? [error('setting-out-of-range', `There is no period ${period}; there are ${periods}.`, place)]
      : []),
  ]);
}

function nobodyLeft(): Issue {
  return error('setting', 'Nobody is left who teaches.', { option: '--without-staff' });
}

function noStaffFile(): Issue {
  return error('setting', 'Say with --staff who teaches.', { option: '--without-staff' });
}

function nobody(file: string): Issue {
  return error('empty-file', 'Nobody teaches according to this file.', { file, line: 1, column: 1 });
}
