import { distance } from 'fastest-levenshtein';
import { identify, identityOf, type Equivalence } from '../domain/identity.js';
import { warning, type Issue } from '../domain/issue.js';
import { formatSource } from '../domain/source.js';
import type { Specification } from '../domain/specification.js';
import type { Figure, UnitRow } from '../domain/unit.js';

type Row = UnitRow<Figure>;

/** How many letters two titles may differ by, and how long they must be for so few to tell nothing. */
const FEW_LETTERS = 2;
const SHORTEST_TITLE = 8;

/** The most pairs of units that are compared; a table with more units of one level and size is no handbook's. */
const MOST_PAIRS = 200_000;

/**
 * A warning for each unit that looks like another version of one above it: equal level, credit and hours, and nearly
 * the same title, under a reference of its own. Were it one, both would count, and the least hours be too few.
 */
export function checkVersions(specification: Specification, equivalences: readonly Equivalence[]): readonly Issue[] {
  const { rows } = specification;
  const identities = identify(rows, equivalences);
  const units = [...new Map(rows.map((row) => [identityOf(identities, row.ref), row])).values()];
  let pairs = 0;
  return [...alike(units).values()].flatMap((likely) =>
    likely.flatMap((row, index): Issue[] => {
      pairs += index;
      if (pairs > MOST_PAIRS) return [];
      const earlier = likely.slice(0, index).find((other) => haveLikeTitles(row.title, other.title));
      return earlier === undefined ? [] : [toldAs(row, earlier)];
    }),
  );
}

function toldAs(row: Row, earlier: Row): Issue {
  const text = `${row.ref} looks like another version of ${earlier.ref} at ${formatSource(earlier.place)}: the title is nearly the same, and level, credit and hours are equal. If they are one unit, say so in equivalences.csv ('same'), or both may count.`;
  return warning('like-units', text, row.place);
}

/** Units of equal level, credit and hours, as far as these are known. */
function alike(units: readonly Row[]): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of units) {
    if (typeof row.credit !== 'number' || typeof row.glh !== 'number') continue;
    const key = `${String(row.level)} ${row.credit} ${row.glh}`;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [row]);
    else known.push(row);
  }
  return groups;
}

/**
 * Whether two titles are nearly the same: equal but for case, punctuation, small words, or two letters. Titles that are
 * told apart by a figure or a single letter ("Project 1", "Unit B") are different ones.
 */
export function haveLikeTitles(a: string, b: string): boolean {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (marksIn(one) !== marksIn(other)) return false;
  const [first, second] = [one.join(''), other.join('')];
  if (first === second) return true;
  if (Math.min(first.length, second.length) < SHORTEST_TITLE) return false;
  return Math.abs(first.length - second.length) <= FEW_LETTERS && distance(first, second) <= FEW_LETTERS;
}

const SMALL_WORDS = new Set(['a', 'an', 'the', 'of', 'in', 'to', 'for', 'and', 'with', 'on']);

function wordsOf(title: string): readonly string[] {
  const words = title
    .normalize('NFKC')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu);
  return (words === null ? [] : [...words]).filter((word) => !SMALL_WORDS.has(word));
}

/** What tells titles of a series apart: figures, roman ones too, and single letters. */
function marksIn(words: readonly string[]): string {
  return words.filter((word) => /\d/.test(word) || /^[ivx]+$/.test(word) || word.length === 1).join(' ');
}
