import fc, { type Arbitrary } from 'fast-check';
import { above, atLeast, atMost, below, between, exactly, type Interval } from '../../src/domain/interval.js';
import type { Quantity } from '../../src/domain/quantity.js';
import type { Requirement, Statement } from '../../src/domain/statement.js';
import { EVERY_UNIT, fromUnits, type From, type UnitFilter } from '../../src/domain/unit-filter.js';
import type { UnitKey } from '../../src/domain/unit-key.js';
import type { Names } from '../../src/notation/names.js';

/** How statements may be drawn. */
export interface StatementShape {
  /** The largest threshold of an amount in credits or hours. */
  readonly maxAmount: number;
  /** How deep lists of statements may nest; 0 for none. */
  readonly depth: number;
  /** Columns that `of each` may tell units apart by, besides their titles; the columns that are counted, if not given. */
  readonly keys: readonly string[];
  /** Whether bounds of credits and columns may have places; true if not given. */
  readonly places: boolean;
}

/** Days on which units are to be started, for statements that ask for them; see the rows of `arbitraryProblem`. */
export const DAYS = ['2025-08-31', '2026-09-01', '2027-01-01'] as const;

const SOURCE = { file: 'random.yaml', line: 1, column: 1 };

/** A random statement of any form over the given names. */
export function arbitraryStatement(names: Names, shape: Partial<StatementShape> = {}): Arbitrary<Statement> {
  const { maxAmount = 14, depth = 2, keys = names.columns, places = true } = shape;
  const simple = arbitrarySimple(names, { maxAmount, keys, places });
  return depth === 0 ? simple : fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: combined() });

  function combined(): Arbitrary<Statement> {
    const part = arbitraryStatement(names, { maxAmount, depth: depth - 1, keys, places });
    return fc.array(part, { minLength: 1, maxLength: 3 }).chain((parts) =>
      arbitraryCount(parts.length).map((interval) => ({
        kind: 'combination' as const,
        interval,
        parts,
        source: SOURCE,
      })),
    );
  }
}

type Drawn = Omit<StatementShape, 'depth'>;

function arbitraryCount(parts: number): Arbitrary<Interval> {
  return fc.oneof(
    fc.integer({ min: 1, max: parts }).map((n) => atLeast(n)),
    fc.integer({ min: 0, max: parts }).map((n) => exactly(n)),
    fc.integer({ min: 1, max: parts }).map((n) => atMost(n)),
    fc.tuple(fc.nat(parts), fc.nat(parts)).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
  );
}

function arbitrarySimple(names: Names, shape: Drawn): Arbitrary<Statement> {
  const requirement = arbitraryRequirement(names, shape);
  const filter = arbitraryFilter(names, false);
  const needs = fc
    .record({ dependants: filter, requirement })
    .map(({ dependants, requirement }): Statement => ({ kind: 'needs', dependants, requirement, source: SOURCE }));
  const notCounted = filter.map((it): Statement => ({ kind: 'not-counted', filter: it, source: SOURCE }));
  return fc.oneof(
    { weight: 6, arbitrary: requirement },
    { weight: 2, arbitrary: needs },
    { weight: 1, arbitrary: notCounted },
  );
}

function arbitraryRequirement(names: Names, shape: Drawn): Arbitrary<Requirement<number>> {
  const filter = arbitraryFilter(names, false);
  const allUnits = filter.map((it) => ({ kind: 'all-units' as const, filter: it, source: SOURCE }));
  const amount = arbitraryQuantity(names).chain((quantity) =>
    fc.record({
      kind: fc.constant('amount' as const),
      quantity: fc.constant(quantity),
      filter: arbitraryFilter(names, true),
      interval: arbitraryBounds(quantity, shape),
      source: fc.constant(SOURCE),
    }),
  );
  const share = fc.record({
    kind: fc.constant('share' as const),
    quantity: arbitraryQuantity(names),
    whole: filter,
    part: fc.oneof(filter.filter(isNarrow), fc.constant({ ...EVERY_UNIT, achieved: true })),
    percent: fc.oneof(
      { weight: 3, arbitrary: arbitraryInterval(100) },
      { weight: 1, arbitrary: arbitraryStrict(fc.integer({ min: 1, max: 99 })) },
    ),
    source: fc.constant(SOURCE),
  });
  const ofEach = arbitraryQuantity(names).chain((quantity) =>
    fc.record({
      kind: fc.constant('of-each' as const),
      quantity: fc.constant(quantity),
      key: fc.constantFrom<UnitKey>('title', ...shape.keys.map((column) => ({ column }))),
      filter,
      interval: fc.oneof(
        fc.integer({ min: 0, max: 2 }).map((max) => atMost(max)),
        arbitraryBounds(quantity, shape),
      ),
      source: fc.constant(SOURCE),
    }),
  );
  const groupsUsed = fc.record({
    kind: fc.constant('groups-used' as const),
    groups: fc.uniqueArray(fc.constantFrom(...names.groups), { minLength: 1, maxLength: 4 }),
    interval: arbitraryInterval(3),
    source: fc.constant(SOURCE),
  });
  const several = [
    { weight: 2, arbitrary: allUnits },
    { weight: 6, arbitrary: amount },
    { weight: 2, arbitrary: share },
    { weight: 1, arbitrary: groupsUsed },
    { weight: 1, arbitrary: ofEach },
  ];
  if (names.units.length < 2) return fc.oneof(...several);
  const units = arbitraryUnits(names, 2);
  const barred = units.map((it) => ({ kind: 'barred' as const, units: it, source: SOURCE }));
  const linked = units.map((it) => ({ kind: 'linked' as const, units: it, source: SOURCE }));
  return fc.oneof(...several, { weight: 1, arbitrary: barred }, { weight: 1, arbitrary: linked });
}

/** Whether a filter leaves anything out, without which it would say nothing of a share. */
function isNarrow({ from, level, except, unstartable }: UnitFilter): boolean {
  return from.kind !== 'anywhere' || level !== null || except.length > 0 || unstartable !== null;
}

function arbitraryUnits(names: Names, minLength: number): Arbitrary<string[]> {
  return fc.uniqueArray(fc.constantFrom(...names.units.map(({ ref }) => ref)), { minLength, maxLength: 4 });
}

function arbitraryQuantity(names: Names): Arbitrary<Quantity> {
  const columns = names.columns.map((column): Quantity => ({ column }));
  return fc.constantFrom<Quantity>('credits', 'credits', 'units', 'glh', ...columns);
}

/** Whole bounds for what is whole; for credits and columns now and then one with places, or one that is left out. */
function arbitraryBounds(quantity: Quantity, { maxAmount, places }: Drawn): Arbitrary<Interval> {
  if (quantity === 'units') return arbitraryInterval(4);
  if (quantity === 'glh') return arbitraryInterval(4 * maxAmount);
  const fine = places ? 1000 : 1;
  const finer = fc.integer({ min: 1, max: maxAmount * fine }).map((parts) => parts / fine);
  return fc.oneof(
    { weight: 6, arbitrary: arbitraryInterval(maxAmount) },
    { weight: 1, arbitrary: arbitraryStrict(fc.integer({ min: 1, max: maxAmount })) },
    { weight: 1, arbitrary: arbitraryStrict(finer) },
    {
      weight: 1,
      arbitrary: fc.oneof(
        finer.map((min) => atLeast(min)),
        finer.map((max) => atMost(max)),
      ),
    },
  );
}

function arbitraryStrict(bound: Arbitrary<number>): Arbitrary<Interval> {
  return fc.oneof(
    bound.map((min) => above(min)),
    bound.map((max) => below(max)),
  );
}

function arbitraryInterval(largest: number): Arbitrary<Interval> {
  const bound = fc.integer({ min: 0, max: largest });
  return fc.oneof(
    bound.map((min) => atLeast(min)),
    bound.map((max) => atMost(max)),
    bound.map((value) => exactly(value)),
    fc.tuple(bound, bound).map(([a, b]) => between(Math.min(a, b), Math.max(a, b))),
  );
}

function arbitraryFilter(names: Names, mayBeAchieved: boolean): Arbitrary<UnitFilter> {
  const groups = fc.uniqueArray(fc.constantFrom(...names.groups), { minLength: 1, maxLength: 3 });
  const anywhere = fc.constant<From>({ kind: 'anywhere' });
  const from = fc.oneof(
    anywhere,
    groups.map((it): From => ({ kind: 'groups', groups: it })),
    groups.map((it): From => ({ kind: 'outside', groups: it })),
    names.units.length === 0 ? anywhere : arbitraryUnits(names, 1).map((it) => fromUnits(...it).from),
  );
  const level = fc.option(
    fc
      .integer({ min: -2, max: 5 })
      .chain((ordinal) =>
        fc.constantFrom(atLeast(ordinal), atMost(ordinal), exactly(ordinal), between(ordinal, ordinal + 2)),
      ),
    { nil: null, freq: 2 },
  );
  const achieved = mayBeAchieved ? fc.integer({ min: 0, max: 4 }).map((draw) => draw === 0) : fc.constant(false);
  const except =
    names.units.length === 0 ? fc.constant([]) : fc.oneof(fc.constant([]), fc.constant([]), arbitraryUnits(names, 1));
  const unstartable = fc.oneof(
    { weight: 11, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.constantFrom(...DAYS) },
  );
  return fc
    .record({ from, except, level, achieved, unstartable })
    .map((filter) => (filter.from.kind === 'units' ? { ...filter, except: [] } : filter));
}
