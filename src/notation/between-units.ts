import type { Source } from '../domain/source.js';
import type { Statement, Threshold } from '../domain/statement.js';
import { fromUnits } from '../domain/unit-filter.js';
import { sourceAt, type Cursor } from './cursor.js';
import { readEveryUnit, seesUnit } from './name-list.js';
import type { Names } from './names.js';
import { phrase } from './words.js';

const TOGETHER = phrase('(?:must|have\\s+to)\\s+be\\s+(?:taken|chosen|selected|combined|completed)\\s+together');
const CANNOT = "(?:cannot|can\\s*not|can['’]t|may\\s+not|must\\s+not)";
const NOT_TOGETHER = phrase(`${CANNOT}\\s+be\\s+(?:taken|chosen|selected|combined|counted)\\s+together`);
const NOT_WITH = phrase(
  `${CANNOT}\\s+be\\s+(?:taken|chosen|selected|combined|counted)\\s+(?:together\\s+with|alongside|with|as\\s+well\\s+as)`,
);
const EXCLUSIVE = phrase('are\\s+mutually\\s+exclusive');
const BARRED = phrase('are\\s+(?:a\\s+)?barred(?:\\s+(?:combinations?|units?))?|form\\s+a\\s+barred\\s+combination');
const ONLY_WITH = phrase(
  '(?:can|may|must)\\s+only\\s+be\\s+(?:taken|chosen|selected|counted)\\s+(?:(?:together\\s+|in\\s+combination\\s+)?with|alongside|by\\s+(?:learners|candidates|students)\\s+(?:who|that)\\s+(?:also\\s+)?(?:take|are\\s+taking|have\\s+taken|complete|have\\s+completed|hold))',
);
const ONLY_IF = phrase('(?:can|may|must)\\s+only\\s+be\\s+(?:taken|chosen|selected|counted)\\s+if');
const IS_TAKEN = phrase(
  '(?:is|are|has\\s+been|have\\s+been)\\s+(?:also\\s+)?(?:taken|chosen|selected|counted|completed)',
);

/**
 * Reads what a handbook says of a list of units, behind the list, where it ties them to each other or to further units.
 * Null, and no movement, for anything else, and where it is open which units of several exclude each other.
 */
export function readBetweenUnits(
  cursor: Cursor,
  source: Source,
  names: Names,
  units: readonly string[],
): Statement<Threshold> | null {
  return (
    readTogether(cursor, source, units) ??
    readExclusive(cursor, source, units) ??
    readNotWith(cursor, source, names, units) ??
    readOnlyWith(cursor, source, names, units)
  );
}

function readTogether(cursor: Cursor, source: Source, units: readonly string[]): Statement<Threshold> | null {
  if (units.length < 2 || cursor.match(TOGETHER) === null) return null;
  return { kind: 'linked', units, source };
}

/** Of three units that cannot be taken together, two may perhaps; of two there is no question. */
function readExclusive(cursor: Cursor, source: Source, units: readonly string[]): Statement<Threshold> | null {
  if (units.length < 2) return null;
  const exclusive = cursor.match(EXCLUSIVE) !== null;
  if (!exclusive && units.length > 2) return null;
  if (!exclusive && cursor.match(NOT_TOGETHER) === null && cursor.match(BARRED) === null) return null;
  return { kind: 'barred', units, source };
}

function readNotWith(
  cursor: Cursor,
  source: Source,
  names: Names,
  units: readonly string[],
): Statement<Threshold> | null {
  if (units.length !== 1) return null;
  return cursor.attempt(() => {
    if (cursor.match(NOT_WITH) === null) return null;
    const others = readUnitsHere(cursor, names);
    const all = [...new Set([...units, ...others])];
    return others.length === 1 && all.length === 2 ? { kind: 'barred', units: all, source } : null;
  });
}

function readOnlyWith(
  cursor: Cursor,
  source: Source,
  names: Names,
  units: readonly string[],
): Statement<Threshold> | null {
  return cursor.attempt(() => {
    const conditional = cursor.match(ONLY_IF) !== null;
    if (!conditional && cursor.match(ONLY_WITH) === null) return null;
    const here = sourceAt(source, cursor.offset);
    const filter = fromUnits(...readUnitsHere(cursor, names));
    if (conditional && cursor.match(IS_TAKEN) === null) return null;
    const requirement = { kind: 'all-units', filter, source: here } as const;
    return { kind: 'needs', dependants: fromUnits(...units), requirement, source };
  });
}

function readUnitsHere(cursor: Cursor, names: Names): string[] {
  if (!cursor.accept('units') && !cursor.accept('unit') && !seesUnit(cursor, names)) cursor.fail("'unit'");
  return readEveryUnit(cursor, names);
}
