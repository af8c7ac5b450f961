import type { Formula, Sum } from './check.js';

/** Entries decided together: one of them is counted, or none. */
export type Step = readonly number[];

/** What is left of a rule after some steps. Equal keys on one step have the same pathways below. */
export interface State {
  /** `T` where the rule holds whatever comes, `F` where it is broken whatever comes. */
  readonly key: string;
  /** What each sum of the rule comes to so far; Infinity where it surely holds, -Infinity where it surely fails. */
  readonly sums: readonly number[];
}

/** What the steps that are left can add to a sum: the least, the most, and every value, where they are few. */
interface Rest {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[] | null;
}

type Part = { readonly sum: number } | { readonly least: number; readonly of: readonly Part[] };

/** The most values of what is to come of a sum that are told one by one. */
const MOST_VALUES = 4096;

/**
 * The states of a rule that steps lead through. A sum that can no longer fail, or no longer hold, is settled; one that is
 * open is told by the least of what may come that would do, so that values which need the same are one.
 */
export class States {
  readonly #rule: Part;
  readonly #start: number[] = [];
  readonly #factors: ReadonlyMap<number, number>[] = [];
  /** By step, and the end: for each sum what is left. */
  readonly #rest: Rest[][];

  /** Throws a RangeError where sums would not be exact. */
  constructor(rule: readonly Formula[], steps: readonly Step[]) {
    this.#rule = this.#compile({ least: rule.length, of: rule });
    this.#rest = steps.map(() => []);
    this.#rest.push([]);
    for (const [at, factors] of this.#factors.entries()) this.#lookAhead(at, factors, steps);
  }

  /** The state before the first step. */
  first(): State {
    return this.#settle([...this.#start], 0);
  }

  /** The state after step number `step`, with the entry counted; `null` for none. */
  after({ sums }: State, step: number, entry: number | null): State {
    const added = entry === null ? [...sums] : sums.map((sum, at) => sum + (this.#factors[at]?.get(entry) ?? 0));
    return this.#settle(added, step + 1);
  }

  #compile(formula: Formula): Part {
    if ('of' in formula) return { least: formula.least, of: formula.of.map((part) => this.#compile(part)) };
    const { start, factors } = plain(formula);
    this.#factors.push(factors);
    return { sum: this.#start.push(start) - 1 };
  }

  #lookAhead(at: number, factors: ReadonlyMap<number, number>, steps: readonly Step[]): void {
    let rest: Rest = { low: 0, high: 0, values: [0] };
    this.#rest[steps.length]?.push(rest);
    for (let step = steps.length - 1; step >= 0; step--) {
      const ways = [...new Set([0, ...(steps[step] ?? []).map((entry) => factors.get(entry) ?? 0)])];
      if (ways.length > 1) {
        const values = rest.values === null ? null : new Set(rest.values.flatMap((it) => ways.map((way) => it + way)));
        rest = {
          low: rest.low + Math.min(...ways),
          high: rest.high + Math.max(...ways),
          values: values === null || values.size > MOST_VALUES ? null : [...values].sort((a, b) => a - b),
        };
      }
      (this.#rest[step] ?? [])[at] = rest;
    }
  }

  #settle(sums: number[], step: number): State {
    return { key: this.#keyOf(this.#rule, sums, step), sums };
  }

  /** Puts what is settled into `sums`, and says what is left. */
  #keyOf(part: Part, sums: number[], step: number): string {
    if ('sum' in part) return this.#keyOfSum(part.sum, sums, step);
    const keys = part.of.map((it) => this.#keyOf(it, sums, step));
    const needed = part.least - keys.filter((key) => key === 'T').length;
    const open = keys.filter((key) => key !== 'T' && key !== 'F').length;
    if (needed <= 0) return fill(part, sums, Infinity);
    if (needed > open) return fill(part, sums, -Infinity);
    return `${needed}(${keys.map((key) => (key === 'T' || key === 'F' ? '' : key)).join()})`;
  }

  #keyOfSum(at: number, sums: number[], step: number): string {
    const [sum, rest] = [sums[at], this.#rest[step]?.[at]];
    if (sum === undefined || rest === undefined) throw new RangeError(`there is no sum ${at} after step ${step}`);
    if (sum + rest.low >= 0) return fill({ sum: at }, sums, Infinity);
    if (sum + rest.high < 0) return fill({ sum: at }, sums, -Infinity);
    const needed = rest.values === null ? -sum : leastFrom(rest.values, -sum);
    sums[at] = -needed;
    return String(needed);
  }
}

/** The least of ascending values that is not below `from`, which one of them is not. */
function leastFrom(values: readonly number[], from: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? from) < from) low = middle + 1;
    else high = middle;
  }
  return values[low] ?? from;
}

/** Settles all sums of a part alike: as more sums that hold never break a part, it is settled with them. */
function fill(part: Part, sums: number[], value: number): string {
  if ('sum' in part) sums[part.sum] = value;
  else for (const it of part.of) fill(it, sums, value);
  return value > 0 ? 'T' : 'F';
}

/** A sum divided by what its factors share, what is left over cut off, in numbers that are exact. */
function plain({ terms, plus }: Sum): { readonly start: number; readonly factors: ReadonlyMap<number, number> } {
  const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
  const shared = terms.reduce((sofar, [, factor]) => gcd(sofar, factor < 0n ? -factor : factor), 0n) || 1n;
  const start = (plus - (((plus % shared) + shared) % shared)) / shared;
  const most = terms.reduce(
    (sum, [, factor]) => sum + (factor < 0n ? -factor : factor) / shared,
    start < 0n ? -start : start,
  );
  if (most > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError('the sums are too large to be told apart exactly');
  return { start: Number(start), factors: new Map(terms.map(([column, factor]) => [column, Number(factor / shared)])) };
}
