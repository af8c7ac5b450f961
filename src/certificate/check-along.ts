import { holds, type Verdict } from './check.js';
import { decides } from './check-diagram.js';
import { thousandths } from './listed-entry.js';
import { Merit, Merits } from './merits.js';
import type { Listed } from './read-claim.js';
import type { DiagramClaim, ListClaim, PricesClaim, SharesClaim, Values } from './read-diagram-claims.js';
import { countCounted, countPaths } from './sweep-diagram.js';

/** The most pathways that are looked at for the sake of one list. */
const MOST_LOOKED = 1_000_000;

/** Whether a claim is true of the pathways of its diagram, which are known to be those of the rule. */
export function checkAlong(claim: DiagramClaim, way: Listed): Verdict {
  try {
    const why = faultOf(claim, way);
    return why === null ? { proved: true, leaves: 0 } : { proved: false, why, where: 'the claim' };
  } catch (thrown) {
    if (thrown instanceof RangeError) return { proved: false, why: thrown.message, where: 'the claim' };
    throw thrown;
  }
}

function faultOf(claim: DiagramClaim, way: Listed): string | null {
  switch (claim.kind) {
    case 'count': {
      if (!decides(claim.diagram, way, claim.of)) return `its diagram does not tell ${claim.of} apart`;
      const merit = new Merit(claim.sums);
      const number =
        claim.sums.length === 0 ? countPaths(claim.diagram) : new Merits(claim.diagram, merit).countFrom(merit.claimed);
      return number === claim.number ? null : `the diagram has ${number} such paths`;
    }
    case 'list':
      return faultOfList(claim, way);
    case 'prices':
      return decides(claim.diagram, way, 'placements')
        ? faultOfPrices(claim, way)
        : 'its diagram does not tell placements apart';
    case 'shares':
      return decides(claim.diagram, way, claim.of)
        ? faultOfShares(claim, way)
        : `its diagram does not tell ${claim.of} apart`;
  }
}

/** The units that a pathway counts, as a text. */
export function unitsOf(pathway: readonly number[], { once }: Listed): string {
  return once.flatMap((set, unit) => (set.some((entry) => pathway.includes(entry)) ? [unit] : [])).join();
}

/** Every pathway that has to be listed; those of one unit set may come several times. Throws a RangeError for too many. */
export function* toBeListed({ diagram, sums, which }: ListClaim): Generator<readonly number[]> {
  const merit = new Merit(sums);
  const merits = new Merits(diagram, merit);
  const worst = (merits.worst() ?? 0n) - 1n;
  const least = which === 'all' ? worst : which === 'better' ? merit.claimed + 1n : merit.claimed;
  let looked = 0;
  for (const pathway of merits.from(least)) {
    if ((looked += 1) > MOST_LOOKED) throw new RangeError(`more than ${MOST_LOOKED} pathways are not looked at`);
    yield pathway;
  }
}

function faultOfList(claim: ListClaim, way: Listed): string | null {
  if (!decides(claim.diagram, way, 'placements')) return 'its diagram does not tell placements apart';
  const merit = new Merit(claim.sums);
  for (const pathway of claim.pathways) {
    const counted = new Set(pathway);
    const twice = way.once.some((set) => set.filter((entry) => counted.has(entry)).length > 1);
    if (twice || !way.rule.every((part) => holds(part, counted))) return 'a listed pathway does not meet the rule';
    if (merit.of(pathway) < merit.claimed) return 'a listed pathway is worse than is claimed';
  }
  const listed = new Set(claim.pathways.map((pathway) => unitsOf(pathway, way)));
  if (listed.size < claim.pathways.length) return 'units are listed twice';
  for (const pathway of toBeListed(claim)) {
    if (!listed.has(unitsOf(pathway, way))) return `a pathway is left out, of the entries ${pathway.join(', ')}`;
  }
  return null;
}

function faultOfPrices(claim: PricesClaim, way: Listed): string | null {
  if (claim.prices.length !== way.once.length) return 'there is another number of units than of prices';
  for (const [unit, own] of pricesAlong(claim, way).entries()) {
    const price = claim.prices[unit];
    if (price === undefined || !isSame(price.with, own.with) || !isSame(price.without, own.without)) {
      return `unit ${unit + 1} has other prices`;
    }
  }
  return null;
}

function isSame(claimed: Values, own: Values): boolean {
  if (claimed === null || own === null) return claimed === own;
  const told = claimed.map((value) => thousandths(String(value)));
  return told.length === own.length && told.every((value, at) => value === thousandths(String(own[at])));
}

/** The best values with each unit and without it, by one sweep down and one up, and one more for each unit listed twice. */
export function pricesAlong({ diagram, sums, objectives }: PricesClaim, { once }: Listed): PricesClaim['prices'] {
  const merits = new Merits(diagram, new Merit(sums));
  const merit = new Merit(sums);
  const [counted, skipped] = [merits.with(), merits.without()];
  const valuesOf = (best: bigint | null): Values => {
    if (best === null) return null;
    return merit.amountsOf(best).map((amount, at) => {
      return Number(objectives[at]?.sense === 'maximise' ? amount : -amount) / 1000;
    });
  };
  return once.map((entries) => {
    const [only] = entries;
    const single = entries.length === 1 && only !== undefined;
    const without = single ? (skipped.get(only) ?? null) : merits.withoutAny(entries);
    return { with: valuesOf(mostOf(entries.map((entry) => counted.get(entry)))), without: valuesOf(without) };
  });
}

function mostOf(merits: readonly (bigint | undefined)[]): bigint | null {
  const known = merits.filter((it) => it !== undefined);
  return known.reduce<bigint | null>((most, it) => (most === null || it > most ? it : most), null);
}

function faultOfShares({ diagram, number, counted }: SharesClaim, { once }: Listed): string | null {
  if (countPaths(diagram) !== number) return 'the diagram has another number of paths';
  const own = sharesAlong(diagram, once);
  const same = own.length === counted.length && own.every((it, unit) => it === counted[unit]);
  return same ? null : 'a unit is counted by another number of pathways';
}

/** For each unit how many paths count it. */
export function sharesAlong(diagram: SharesClaim['diagram'], once: Listed['once']): readonly bigint[] {
  const byStep = countCounted(diagram);
  const byEntry = new Map(diagram.order.flatMap(([entry = -1], step) => [[entry, byStep[step] ?? 0n] as const]));
  return once.map((entries) => entries.reduce((sum, entry) => sum + (byEntry.get(entry) ?? 0n), 0n));
}
