import type { NamedUnit } from '../../domain/identity.js';
import { error, type Issue } from '../../domain/issue.js';
import { referenceKey } from '../../domain/reference.js';
import type { Place } from '../../domain/source.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import type { Cell } from '../table/cells.js';
import { quote } from '../../domain/quote.js';
import type { UnitRowReading } from './unit-row.js';

/** The most units that one qualification may list. */
export const MOST_UNITS = 5_000;

/** The units of a qualification as far as they could be read, whether listed in a table or in the model itself. */
export interface UnitListing {
  readonly rows: readonly UnitRow<Figure>[];
  /** Names of further columns, as written. */
  readonly columns: readonly string[];
  /** The units that statements may name, those of bad rows included; null when nothing could be read. */
  readonly names: readonly NamedUnit[] | null;
  readonly issues: readonly Issue[];
}

/** A listing of which nothing could be read. */
export function unreadable(issues: readonly Issue[]): UnitListing {
  return { rows: [], columns: [], names: null, issues };
}

/**
 * Puts units together; `further` holds the further columns with the places of their names, `told` what is known to be
 * wrong already. Errors: a reference twice in one group, more than {@link MOST_UNITS} units, a column named like a
 * measure.
 */
export function listUnits(
  units: readonly UnitRowReading[],
  further: ReadonlyMap<string, Place>,
  told: readonly Issue[],
): UnitListing {
  const untold = [...further].filter(([, place]) => told.every(({ source }) => source !== place));
  const names = units.flatMap(({ ref, urn }) => (ref === null ? [] : [{ ref: ref.text, urn }]));
  return {
    rows: units.flatMap(({ row }) => row ?? []),
    columns: [...further.keys()],
    names: names.length === 0 ? null : names,
    issues: [
      ...told,
      ...untold.flatMap(([name, place]) => checkColumnName(name, place)),
      ...units.flatMap(({ issues }) => issues),
      ...findRepeated(units),
      ...checkCount(units),
    ],
  };
}

function findRepeated(units: readonly UnitRowReading[]): Issue[] {
  const first = new Map<string, Cell>();
  return units.flatMap(({ group, ref }) => {
    if (group === null || ref === null) return [];
    const key = JSON.stringify([group, referenceKey(ref.text)]);
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, ref);
    return earlier === undefined ? [] : [repeated(ref, group, earlier)];
  });
}

function repeated(ref: Cell, group: string, earlier: Cell): Issue {
  const spelling = ref.text === earlier.text ? '' : ` as ${quote(earlier.text)}`;
  const message = `The unit ${ref.text} is listed twice in group ${group}; it stands in line ${earlier.place.line} already${spelling}.`;
  return error('repeated-unit', message, ref.place);
}

function checkCount(units: readonly UnitRowReading[]): Issue[] {
  if (units.length <= MOST_UNITS) return [];
  const place = units[MOST_UNITS]?.ref?.place ?? null;
  return [error('too-many-units', `${units.length} units are listed; at most ${MOST_UNITS} are read.`, place)];
}

/** A column that shared its name with a measure would change what objectives of that name mean. */
function checkColumnName(name: string, place: Place): Issue[] {
  if (!/^(?:(?:new|overlap)-)?(?:glh|credits|units)$/i.test(name)) return [];
  const message = `A column may not be called ${quote(name)}, as that is the name of a measure; give it another name.`;
  return [error('reserved-column', message, place)];
}
