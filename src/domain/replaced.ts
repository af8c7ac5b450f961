import type { Identities } from './identity.js';
import type { Units } from './problem.js';

/** What stands for new units by replacement, among what somebody holds. All units are named by their identities. */
export type Replaced = ReadonlySet<string>;

/** Whether the qualification takes old units in place of the new ones that replace them. */
export function takesReplaced({ identities, specification }: Pick<Units, 'identities' | 'specification'>): boolean {
  return identities.replacements.size > 0 && specification.equivalentsAccepted;
}

/**
 * The units of the qualification that an old one stands for, alone or together with others: those that replace it, or,
 * where one of them is not listed, those that replace that one.
 */
export function replacedWith(units: Units, unit: string): readonly string[] {
  if (!takesReplaced(units)) return [];
  const { replacements } = units.identities;
  const listed = listedIn(units);
  const found = new Set<string>();
  const seen = new Set([unit]);
  const open = [unit];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const next of replacements.get(at) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      if (listed.has(next)) found.add(next);
      else open.push(next);
    }
  }
  return [...found];
}

/**
 * The units of the qualification that old ones stand for together. A new unit needs every old one that has a row to it;
 * a unit between, which the qualification does not list, does as much as the unit itself.
 */
export function coveredByReplaced(units: Units, replaced: Replaced): ReadonlySet<string> {
  const covered = new Set<string>();
  if (replaced.size === 0 || !takesReplaced(units)) return covered;
  const listed = listedIn(units);
  const sources = sourcesOf(units.identities);
  const usable = new Set(replaced);
  for (let before = -1; before !== usable.size + covered.size;) {
    before = usable.size + covered.size;
    for (const [unit, old] of sources) {
      if ([...old].every((it) => usable.has(it))) (listed.has(unit) ? covered : usable).add(unit);
    }
  }
  return covered;
}

/** The old units that a new one needs and that are not among these, as one of its rows names them. */
export function missingFor({ identities }: Pick<Units, 'identities'>, unit: string, replaced: Replaced): string[] {
  return [...(sourcesOf(identities).get(unit) ?? [])].filter((old) => !replaced.has(old));
}

const known = new WeakMap<Identities, ReadonlyMap<string, ReadonlySet<string>>>();

/** For each new unit all the old ones that stand for it together. */
function sourcesOf(identities: Identities): ReadonlyMap<string, ReadonlySet<string>> {
  const made = known.get(identities);
  if (made !== undefined) return made;
  const sources = new Map<string, Set<string>>();
  for (const [old, others] of identities.replacements) {
    for (const unit of others) sources.set(unit, (sources.get(unit) ?? new Set<string>()).add(old));
  }
  known.set(identities, sources);
  return sources;
}

function listedIn({ entries }: Units): ReadonlySet<string> {
  return new Set(entries.map(({ identity }) => identity));
}
