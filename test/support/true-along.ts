import { holds } from '../../src/certificate/check.js';
import { thousandths } from '../../src/certificate/listed-entry.js';
import type { Listed } from '../../src/certificate/read-claim.js';
import type { DiagramClaim, ListClaim, PricesClaim, Values } from '../../src/certificate/read-diagram-claims.js';

/** A selection that meets a rule: its units, by position, and how far it is from the values claimed, more being better. */
interface Tried {
  readonly units: readonly number[];
  readonly gaps: readonly bigint[];
}

/** Whether a claim about pathways is true, by trying every selection of the entries; its diagram is not looked at. */
export function isTrueAlong(claim: DiagramClaim, listed: Listed): boolean {
  const tried = everyTried(claim, listed);
  switch (claim.kind) {
    case 'count': {
      const good = tried.filter(({ gaps }) => order(gaps) >= 0);
      return claim.number === BigInt(claim.of === 'units' ? unitSets(good).size : good.length);
    }
    case 'list':
      return isTrueList(claim, listed, tried);
    case 'prices':
      return isTruePrices(claim, listed, tried);
    case 'shares': {
      const told = claim.of === 'units' ? [...unitSets(tried).values()] : tried;
      const counted = listed.once.map((_, unit) => BigInt(told.filter(({ units }) => units.includes(unit)).length));
      return claim.number === BigInt(told.length) && String(counted) === String(claim.counted);
    }
  }
}

function everyTried({ sums }: DiagramClaim, listed: Listed): readonly Tried[] {
  return everyCounted(listed).map((counted) => triedOf(sums, listed, counted));
}

const known = new WeakMap<Listed, readonly ReadonlySet<number>[]>();

/** Every selection that meets a rule; tried once, however many claims are about it. */
function everyCounted(listed: Listed): readonly ReadonlySet<number>[] {
  const before = known.get(listed);
  if (before !== undefined) return before;
  const found: ReadonlySet<number>[] = [];
  for (let bits = 0; bits < 1 << listed.entries.length; bits++) {
    const counted = new Set([...listed.entries.keys()].filter((at) => (bits >> at) & 1));
    if (meets(listed, counted)) found.push(counted);
  }
  known.set(listed, found);
  return found;
}

function meets({ once, rule }: Listed, counted: ReadonlySet<number>): boolean {
  const twice = once.some((set) => set.filter((entry) => counted.has(entry)).length > 1);
  return !twice && rule.every((part) => holds(part, counted));
}

function triedOf(sums: DiagramClaim['sums'], { once }: Listed, counted: ReadonlySet<number>): Tried {
  const gaps = sums.map(({ terms, plus }) =>
    terms.reduce((sum, [entry, factor]) => (counted.has(entry) ? sum + factor : sum), plus),
  );
  return { units: once.flatMap((set, unit) => (set.some((entry) => counted.has(entry)) ? [unit] : [])), gaps };
}

/** Above 0 where the first gap that is none is above 0, and so on. */
function order(gaps: readonly bigint[]): number {
  const first = gaps.find((gap) => gap !== 0n) ?? 0n;
  return first > 0n ? 1 : first < 0n ? -1 : 0;
}

function unitSets(tried: readonly Tried[]): ReadonlyMap<string, Tried> {
  return new Map(tried.map((it) => [it.units.join(), it]));
}

function isTrueList(claim: ListClaim, listed: Listed, tried: readonly Tried[]): boolean {
  const own = claim.pathways.map((pathway) => new Set(pathway)).filter((counted) => meets(listed, counted));
  const good = own.map((counted) => triedOf(claim.sums, listed, counted)).filter(({ gaps }) => order(gaps) >= 0);
  const names = new Set(good.map(({ units }) => units.join()));
  if (names.size < claim.pathways.length) return false;
  const least = { all: -1, 'as good': 0, better: 1 }[claim.which];
  return tried.every(({ units, gaps }) => order(gaps) < least || names.has(units.join()));
}

function isTruePrices(claim: PricesClaim, { once }: Listed, tried: readonly Tried[]): boolean {
  const { prices, objectives } = claim;
  const bestOf = (some: readonly Tried[]): Tried | undefined =>
    some.toSorted((a, b) => -order(a.gaps.map((gap, at) => gap - (b.gaps[at] ?? 0n))))[0];
  const agrees = (values: Values, best: Tried | undefined): boolean => {
    if (values === null || best === undefined) return values === null && best === undefined;
    return (
      values.length === objectives.length &&
      objectives.every(({ sense, value }, at) => {
        const gap = best.gaps[at] ?? 0n;
        return thousandths(String(values[at])) === thousandths(String(value)) + (sense === 'maximise' ? gap : -gap);
      })
    );
  };
  return (
    prices.length === once.length &&
    prices.every((price, unit) => {
      const counts = ({ units }: Tried): boolean => units.includes(unit);
      return (
        agrees(price.with, bestOf(tried.filter(counts))) &&
        agrees(price.without, bestOf(tried.filter((it) => !counts(it))))
      );
    })
  );
}
