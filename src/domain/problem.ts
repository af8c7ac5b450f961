import { atLeast, atMost } from './interval.js';
import { error, warning, type Issue } from './issue.js';
import { setParameters, type Qualification } from './qualification.js';
import { conclude, type Result } from './result.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';
import type { Entry } from './unit.js';
import { fromUnits, matches, type UnitFilter } from './unit-filter.js';

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
}

/** A set of entries by their indices, ascending; nothing is said about whether it meets a rule. */
export type Selection = readonly number[];

/**
 * Adds a request to a qualification. Errors: a required or excluded unit that the qualification does not list.
 * Warnings: an achieved unit that it does not list, which is then left out.
 */
export function pose(qualification: Qualification, request: Request = {}): Result<Problem> {
  const held = request.achieved ?? [];
  const issues = [
    ...unlisted(qualification, request.require ?? [], '--require'),
    ...unlisted(qualification, request.exclude ?? [], '--exclude'),
    ...unlistedAchieved(qualification, held),
  ];
  return conclude(() => {
    const conditions = [
      ...qualification.rule,
      ...(request.require ?? []).map((ref) => oneUnit(qualification, ref, '--require')),
      ...(request.exclude ?? []).map((ref) => oneUnit(qualification, ref, '--exclude')),
      ...(request.also ?? []).map((statement) => setParameters(statement, qualification.valueOf)),
    ];
    return { qualification, entries: qualification.entries, conditions, achieved: achievedOf(qualification, held) };
  }, issues);
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

/**
 * Which piece of learning of the qualification a held unit covers, by its identity; null when none. A unit that the
 * qualification lists covers itself; any other covers, where equivalents are accepted, the first unit in table order
 * that it is equivalent to. So nothing that is held counts twice.
 */
export function coveredBy({ entries, identities, specification }: Qualification, held: string): string | null {
  const own = identities.of(held);
  if (entries.some(({ identity }) => identity === own)) return own;
  if (!specification.equivalentsAccepted) return null;
  const accepted = identities.equivalentsOf(held);
  return entries.find(({ identity }) => accepted.has(identity))?.identity ?? null;
}

/** For each entry whether one of the held references covers its unit. */
export function achievedOf(qualification: Qualification, held: readonly string[]): boolean[] {
  const covered = new Set(held.map((reference) => coveredBy(qualification, reference)));
  return qualification.entries.map(({ identity }) => covered.has(identity));
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
    .filter((ref) => achievedOf(qualification, [ref]).every((achieved) => !achieved))
    .map((ref) =>
      warning(
        'achieved-not-listed',
        `The achieved unit ${ref} is not in this qualification and is left out${didYouMean(ref, known)}.`,
        { option: `--achieved ${ref}` },
      ),
    );
}
