import { identityOf, type Equivalence } from './identity.js';
import { atLeast, atMost } from './interval.js';
import { error, warning, type Issue } from './issue.js';
import { achievedOf, type Problem } from './problem.js';
import { setParameters, settle, type Qualification } from './qualification.js';
import { conclude, type Result } from './result.js';
import type { Settings } from './settings.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';
import { fromUnits } from './unit-filter.js';

/** What a request adds to a specification: values, what the learner holds, units to count or to leave out, statements. */
export interface Request {
  /** Values for open names. */
  readonly settings?: Settings;
  /** References of units held, matched by reference, URN and the equivalences table. */
  readonly achieved?: readonly string[];
  readonly require?: readonly string[];
  readonly exclude?: readonly string[];
  /** Further conditions; a parameter that they use must be set as those of the rule must. */
  readonly also?: readonly Statement<Threshold>[];
}

/**
 * The problem that a request poses to a specification. Errors: those of {@link settle}, a required or excluded unit that
 * the qualification does not list. Warnings: an achieved unit that it does not list, which is then left out.
 */
export function pose(
  specification: Specification,
  request: Request = {},
  equivalences: readonly Equivalence[] = [],
): Result<Problem> {
  const { settings = new Map(), achieved = [], require = [], exclude = [], also = [] } = request;
  const settled = settle(specification, settings, equivalences, also);
  if (!settled.ok) return settled;
  const qualification = settled.value;
  const issues = [
    ...settled.warnings,
    ...unlisted(qualification, require, '--require'),
    ...unlisted(qualification, exclude, '--exclude'),
    ...unlistedAchieved(qualification, achieved),
  ];
  return conclude(() => {
    const conditions = [
      ...qualification.rule,
      ...require.map((ref) => oneUnit(qualification, ref, '--require')),
      ...exclude.map((ref) => oneUnit(qualification, ref, '--exclude')),
      ...also.map((statement) => setParameters(statement, settings)),
    ];
    return { qualification, entries: qualification.entries, conditions, achieved: achievedOf(qualification, achieved) };
  }, issues);
}

function oneUnit(qualification: Qualification, ref: string, option: '--require' | '--exclude'): Statement {
  const identity = identityOf(qualification.identities, ref);
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
  const identity = identityOf(qualification.identities, ref);
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
