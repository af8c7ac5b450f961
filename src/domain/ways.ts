import { itemAt } from './item-at.js';
import { equivalentsOf, identityOf } from './identity.js';
import type { Units } from './problem.js';

/** The most ways of using what is held that are looked at. */
export const MOST_WAYS = 64;

/** The ways of using what somebody holds; not `complete` when there are more than {@link MOST_WAYS}. */
export interface WaysToUse {
  /** For each way the pieces of learning that are covered, by their identities; at least one way, and no two alike. */
  readonly ways: readonly ReadonlySet<string>[];
  readonly complete: boolean;
}

/**
 * The pieces of learning of the qualification that a held unit may cover, by their identities: the unit itself, where it
 * is listed, and then, where equivalents are accepted, those that it is equivalent to, in table order.
 */
export function coverable({ entries, identities, specification }: Units, held: string): readonly string[] {
  const own = identityOf(identities, held);
  const listed = new Set(entries.map(({ identity }) => identity));
  const accepted = specification.equivalentsAccepted ? equivalentsOf(identities, held) : new Set<string>();
  const others = [...listed].filter((identity) => identity !== own && accepted.has(identity));
  return listed.has(own) ? [own, ...others] : others;
}

/**
 * Every way of using held units, given what each may cover: each covers one piece of learning at most, no piece is
 * covered twice, and nothing lies idle that could cover one more. In the first way, units cover themselves as far as
 * that leaves nothing idle.
 */
export function waysToUse(held: readonly (readonly string[])[]): WaysToUse {
  let ways: readonly ReadonlySet<string>[] = [new Set()];
  let complete = true;
  for (const options of conflictsAmong(held)) {
    const own = waysWithin(options);
    const joined = ways.flatMap((way) => own.ways.map((more) => new Set([...way, ...more])));
    complete &&= own.complete && joined.length <= MOST_WAYS;
    ways = joined.slice(0, MOST_WAYS);
  }
  return { ways, complete };
}

/** Held units that may get into each other's way, put together: two that may cover the same piece of learning. */
function conflictsAmong(held: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  let parts: { readonly pieces: ReadonlySet<string>; readonly held: readonly (readonly string[])[] }[] = [];
  for (const options of held) {
    if (options.length === 0) continue;
    const touching = parts.filter(({ pieces }) => options.some((piece) => pieces.has(piece)));
    const pieces = new Set([...touching.flatMap((part) => [...part.pieces]), ...options]);
    const joined = { pieces, held: [...touching.flatMap((part) => part.held), options] };
    parts = [...parts.filter((part) => !touching.includes(part)), joined];
  }
  return parts.map((part) => part.held);
}

/** One unit after the other covers something, if anything is left: the sets of pieces that this can come to. */
function waysWithin(held: readonly (readonly string[])[]): WaysToUse {
  let covered = new Map<string, ReadonlySet<string>>([['', new Set()]]);
  let complete = true;
  for (const options of held) {
    const next = new Map<string, ReadonlySet<string>>();
    for (const way of covered.values()) {
      const free = options.filter((piece) => !way.has(piece));
      const extended = free.length === 0 ? [way] : free.map((piece) => new Set([...way, piece]));
      for (const it of extended) {
        const key = JSON.stringify([...it].sort());
        if (!next.has(key)) next.set(key, it);
      }
    }
    complete &&= next.size <= MOST_WAYS;
    covered = new Map([...next].slice(0, MOST_WAYS));
  }
  const most = Math.max(...[...covered.values()].map(({ size }) => size));
  return { ways: [...covered.values()].filter(({ size }) => size === most), complete };
}

/**
 * Which held unit covers which piece of learning, so that together they cover `pieces`: for each held unit, in their
 * order, the piece, or null for one that is left idle. Units cover themselves (their first option) where that can be.
 */
export function assign(held: readonly (readonly string[])[], pieces: ReadonlySet<string>): readonly (string | null)[] {
  const coveredBy = new Map<string, number>();
  const place = (unit: number, tried: Set<string>): boolean => {
    for (const piece of itemAt(held, unit)) {
      if (!pieces.has(piece) || tried.has(piece)) continue;
      tried.add(piece);
      const holder = coveredBy.get(piece);
      if (holder === undefined || place(holder, tried)) {
        coveredBy.set(piece, unit);
        return true;
      }
    }
    return false;
  };
  for (const unit of held.keys()) place(unit, new Set());
  const unitOf = new Map([...coveredBy].map(([piece, unit]) => [unit, piece]));
  return held.map((_, unit) => unitOf.get(unit) ?? null);
}
