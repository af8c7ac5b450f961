import { atLeast, atMost } from './interval.js';
import { error, warning, type Issue } from './issue.js';
import { setParameters, type Qualification } from './qualification.js';
import { conclude, type Result } from './result.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';
import type { Entry } from './unit.js';
import { fromUnits, matches, type UnitFilter } from './unit-filter.js';
import { coverable, MOST_WAYS, waysToUse, type WaysToUse } from './ways.js';

/** What a request adds to the rule: what the learner holds, units to count or to leave out, further statements. */
export interface Request {
  /** References of units held, matched by reference, URN and the equivalences table. */
  readonly achieved?: readonly string[];
  readonly require?: readonly string[];
  readonly exclude?: readonly string[];
  readonly also?: readonly Statement<Threshold>[];
}

/**
 * The question that all three readings of a rule answer: which sets of `entries` meet every one of `conditions`, with
 * at most one entry of each identity. `achieved[i]` says whether the learner holds the unit of entry `i`.
 */
export interface Problem {
  readonly qualification: Qualification;
  readonly entries: readonly Entry[];
  readonly conditions: readonly Statement[];
  readonly achieved: readonly boolean[];
  /**
   * Where what is held can be used in several ways, as a unit that is accepted for either of two, the other ways, each
   * as `achieved` has the first. Questions look at all of them and take the one that is best; the three readings of a
   * rule look at `achieved` alone.
   */
  readonly otherWays?: readonly (readonly boolean[])[];
}

/** A set of entries by their indices, ascending; nothing is said about whether it meets a rule. */
export type Selection = readonly number[];

/**
 * Adds a request to a qualification. Errors: a required or excluded unit that the qualification does not list.
 * Warnings: an achieved unit that it does not list, which is then left out.
 */
export function pose(qualification: Qualification, request: Request = {}): Result<Problem> {
  const held = request.achieved ?? [];
  const ways = waysOf(qualification, held);
  const issues = [
    ...unlisted(qualification, request.require ?? [], '--require'),
    ...unlisted(qualification, request.exclude ?? [], '--exclude'),
    ...unlistedAchieved(qualification, held),
    ...tooManyWays(held.length, ways),
  ];
  return conclude(() => {
    const conditions = [
      ...qualification.rule,
      ...(request.require ?? []).map((ref) => oneUnit(qualification, ref, '--require')),
      ...(request.exclude ?? []).map((ref) => oneUnit(qualification, ref, '--exclude')),
      ...(request.also ?? []).map((statement) => setParameters(statement, qualification.valueOf)),
    ];
    return withWays({ qualification, entries: qualification.entries, conditions, achieved: [] }, ways.ways);
  }, issues);
}

/** The same question with these ways of using what is held, by the identities that each covers; the first comes first. */
export function withWays(problem: Problem, ways: readonly ReadonlySet<string>[]): Problem {
  const [achieved, ...otherWays] = ways.map((way) => problem.entries.map(({ identity }) => way.has(identity)));
  if (achieved === undefined) throw new RangeError('there is always a way of using what is held');
  const { qualification, entries, conditions } = problem;
  return { qualification, entries, conditions, achieved, ...(otherWays.length === 0 ? {} : { otherWays }) };
}

const everyWayOf = new WeakMap<Problem, readonly Problem[]>();

/**
 * One problem for each way of using what is held; the problem itself where there is one way only. The same problem gives
 * the same ones each time, so that what is remembered of them, such as a diagram, is found again.
 */
export function everyWay(problem: Problem): readonly Problem[] {
  const { otherWays, ...first } = problem;
  if (otherWays === undefined) return [problem];
  const known = everyWayOf.get(problem);
  if (known !== undefined) return known;
  const ways = [first, ...otherWays.map((achieved) => ({ ...first, achieved }))];
  everyWayOf.set(problem, ways);
  return ways;
}

/** The ways of using the held units; references of one unit are one. */
export function waysOf(qualification: Qualification, held: readonly string[]): WaysToUse {
  const units = new Map(held.map((reference) => [qualification.identities.of(reference), reference]));
  return waysToUse([...units.values()].map((reference) => coverable(qualification, reference)));
}

/** Indices of the entries that the filter passes in this problem. */
export function select(problem: Problem, filter: UnitFilter): number[] {
  return problem.entries
    .filter((entry) => matches(filter, entry, isAchieved(problem, entry)))
    .map(({ index }) => index);
}

/** Whether the learner of this problem holds the entry's unit. */
export function isAchieved(problem: Problem, entry: Entry): boolean {
  return problem.achieved[entry.index] === true;
}

/** Entries of one piece of learning, for each that is listed more than once: at most one of them counts. */
export function repeatedEntries(problem: Problem): readonly Selection[] {
  const byIdentity = new Map<string, number[]>();
  for (const { identity, index } of problem.entries) {
    byIdentity.set(identity, [...(byIdentity.get(identity) ?? []), index]);
  }
  return [...byIdentity.values()].filter((indices) => indices.length > 1);
}

function oneUnit(qualification: Qualification, ref: string, option: '--require' | '--exclude'): Statement {
  const identity = qualification.identities.of(ref);
  const refs = qualification.entries.filter((entry) => entry.identity === identity).map((entry) => entry.ref);
  return {
    kind: 'amount',
    quantity: 'units',
    filter: fromUnits(...new Set(refs)),
    interval: option === '--require' ? atLeast(1) : atMost(0),
    source: { option: `${option} ${ref}` },
  };
}

function listed(qualification: Qualification, ref: string): boolean {
  const identity = qualification.identities.of(ref);
  return qualification.entries.some((entry) => entry.identity === identity);
}

function unlisted(qualification: Qualification, refs: readonly string[], option: string): Issue[] {
  const known = qualification.entries.map((entry) => entry.ref);
  return refs
    .filter((ref) => !listed(qualification, ref))
    .map((ref) =>
      error('unknown-unit', `${ref} is not a unit of this qualification${didYouMean(ref, known)}.`, {
        option: `${option} ${ref}`,
      }),
    );
}

function unlistedAchieved(qualification: Qualification, refs: readonly string[]): Issue[] {
  const known = qualification.entries.map((entry) => entry.ref);
  return refs
    .filter((ref) => coverable(qualification, ref).length === 0)
    .map((ref) =>
      warning(
        'achieved-not-listed',
        `The achieved unit ${ref} is not in this qualification and is left out${didYouMean(ref, known)}.`,
        { option: `--achieved ${ref}` },
      ),
    );
}

function tooManyWays(held: number, { complete }: WaysToUse): Issue[] {
  if (complete) return [];
  const text = `The ${held} units held can be used in more than ${MOST_WAYS} ways, as equivalents of several units; the first ${MOST_WAYS} are looked at.`;
  return [warning('many-ways', text, { option: '--achieved' })];
}
