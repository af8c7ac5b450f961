import { identify, identityOf, type Equivalence, type Identities } from '../domain/identity.js';
import { warning, type Issue } from '../domain/issue.js';
import { formatLevel } from '../domain/level.js';
import { formatSource } from '../domain/source.js';
import type { Specification } from '../domain/specification.js';
import { didYouMean } from '../domain/suggest.js';
import type { OpenValue, UnitRow } from '../domain/unit.js';

type Row = UnitRow<number | OpenValue>;

/**
 * Warns where one piece of learning is given different credit or level: units that share a reference or URN, or that
 * a `same` row joins. With `only`, no other units than these (by reference) are looked at.
 */
export function checkIdentities(
  specifications: readonly Specification[],
  equivalences: readonly Equivalence[],
  only: readonly string[] | null = null,
): readonly Issue[] {
  const rows = specifications.flatMap((specification) => specification.rows);
  const identities = identify(rows, equivalences);
  const wanted = only === null ? null : new Set(only.map((ref) => identityOf(identities, ref)));
  return [...classesOf(rows, identities)]
    .filter(([identity]) => wanted === null || wanted.has(identity))
    .flatMap(([, members]) => conflictsIn(members));
}

function classesOf(rows: readonly Row[], identities: Identities): ReadonlyMap<string, readonly Row[]> {
  const classes = new Map<string, Row[]>();
  for (const row of rows) {
    const identity = identityOf(identities, row.ref);
    const members = classes.get(identity) ?? [];
    members.push(row);
    classes.set(identity, members);
  }
  return classes;
}

/** Each member that differs from the first one, once. */
function conflictsIn([first, ...others]: readonly Row[]): Issue[] {
  if (first === undefined) return [];
  return others
    .filter((row) => row.level !== first.level || differ(row.credit, first.credit))
    .map((row) => {
      const text = `${row.ref} (${describe(row)}) counts as the same unit as ${first.ref} (${describe(first)}) at ${formatSource(first.place)}.`;
      return warning('identity-conflict', text, row.place);
    });
}

function differ(a: number | OpenValue, b: number | OpenValue): boolean {
  return typeof a === 'number' && typeof b === 'number' && a !== b;
}

function describe({ level, credit }: Row): string {
  return `level ${formatLevel(level)}, ${typeof credit === 'number' ? credit : 'TBC'} credits`;
}

/** Warns about held references that no qualification and no equivalence knows, with the nearest that one does. */
export function suggestForUnknown(
  specifications: readonly Specification[],
  equivalences: readonly Equivalence[],
  held: readonly string[],
): readonly Issue[] {
  const rows = specifications.flatMap((specification) => specification.rows);
  const refs = [...rows.map(({ ref }) => ref), ...equivalences.flatMap(({ unit, other }) => [unit, other])];
  const identities = identify(rows, equivalences);
  const known = new Set(refs.map((ref) => identityOf(identities, ref)));
  return held
    .filter((ref) => !known.has(identityOf(identities, ref)))
    .map((ref) => {
      const text = `No qualification at hand knows the achieved unit ${ref}${didYouMean(ref, refs)}.`;
      return warning('achieved-unknown', text, { option: `--achieved ${ref}` });
    });
}
