import type { IsoDate } from './date.js';
import { identityOf, type Equivalence } from './identity.js';
import { atLeast, atMost } from './interval.js';
import { error, warning, type Issue } from './issue.js';
import type { Objective } from './measure.js';
import { checkCounted, countedColumns } from './counted-columns.js';
import type { Problem, Units } from './problem.js';
import { setParameters, takeUnits } from './qualification.js';
import { conclude, type Result } from './result.js';
import { checkSize, scalesOf, thresholdsIn } from './scale.js';
import { checkSettings, type Settings } from './settings.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import { didYouMean } from './suggest.js';
import { refuseUnknownFigures } from './unknown-figures.js';
import { canBeStarted, EVERY_UNIT, fromUnits } from './unit-filter.js';
import { isOfUse, waysOf, withWays } from './using-held.js';
import { MOST_WAYS, type WaysToUse } from './ways.js';

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
  /** The day on which new units are to be started: those that cannot be are left out, unless they are held. */
  readonly asOf?: IsoDate;
  /** What will be asked of the problem: the figures that these add up must be known. */
  readonly objectives?: readonly Objective[];
}

/**
 * The problem that a request poses to a specification. Errors: those of `checkSettings`, a required or excluded unit that
 * the qualification does not list, a condition that counts figures that nobody knows, or a column that holds no figures,
 * figures too large for their decimals. Warnings: an achieved unit that it does not list, which is then left out.
 *
 * @example
 * ```ts
 * import { pose } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const posed = pose(specification, { achieved: ['CS 1'], exclude: ['CS 3'] });
 * if (posed.ok) console.log(posed.value.entries.length, posed.value.conditions.length); // 17 7
 * const refused = pose(specification, { require: ['CS 99'] });
 * if (!refused.ok) console.log(refused.issues[0].message); // CS 99 is not a unit of this qualification (did you mean CS 1?).
 * ```
 */
export function pose(
  specification: Specification,
  request: Request = {},
  equivalences: readonly Equivalence[] = [],
): Result<Problem> {
  const { settings = new Map(), achieved = [], require = [], exclude = [], objectives = [] } = request;
  const also = [...(request.also ?? []), ...leaveOutUnstartable(specification, request.asOf)];
  const statements = [...specification.rule, ...also];
  const units = takeUnits(specification, settings, equivalences);
  const scales = scalesOf(units.entries, thresholdsIn(statements, settings));
  const ways = waysOf(units, achieved);
  const problemOf = (rule: readonly Statement[], further: readonly Statement[]): Problem => {
    const conditions = [...rule, ...further];
    const qualification = { ...units, rule };
    return withWays({ qualification, entries: units.entries, conditions, achieved: [], scales }, ways.ways);
  };
  const issues = [
    ...checkSettings(specification, settings, statements),
    ...countedColumns(statements).flatMap((column) => checkCounted(specification.rows, column)),
    ...refuseUnknownFigures(problemOf([], []), statements, objectives),
    ...checkSize(units.entries, scales),
    ...unlisted(units, require, '--require'),
    ...unlisted(units, exclude, '--exclude'),
    ...unlistedAchieved(units, achieved),
    ...tooManyWays(achieved.length, ways),
  ];
  return conclude(() => {
    const set = (statement: Statement<Threshold>): Statement => setParameters(statement, settings);
    const required = require.map((ref) => oneUnit(units, ref, '--require'));
    const excluded = exclude.map((ref) => oneUnit(units, ref, '--exclude'));
    return problemOf(specification.rule.map(set), [...required, ...excluded, ...also.map(set)]);
  }, issues);
}

/** Units that cannot be started on the day do not count unless they are held; nothing where all can. */
function leaveOutUnstartable({ rows }: Specification, date: IsoDate | undefined): Statement<Threshold>[] {
  if (date === undefined || rows.every((row) => canBeStarted(row, date))) return [];
  return [{ kind: 'not-counted', filter: { ...EVERY_UNIT, unstartable: date }, source: { option: `--as-of ${date}` } }];
}

function oneUnit(qualification: Units, ref: string, option: '--require' | '--exclude'): Statement {
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

function listed(qualification: Units, ref: string): boolean {
  const identity = identityOf(qualification.identities, ref);
  return qualification.entries.some((entry) => entry.identity === identity);
}

function unlisted(qualification: Units, refs: readonly string[], option: string): Issue[] {
  const known = qualification.entries.map((entry) => entry.ref);
  return refs
    .filter((ref) => !listed(qualification, ref))
    .map((ref) =>
      error('unknown-unit', `${ref} is not a unit of this qualification${didYouMean(ref, known)}.`, {
        option: `${option} ${ref}`,
      }),
    );
}

function unlistedAchieved(qualification: Units, refs: readonly string[]): Issue[] {
  const known = qualification.entries.map((entry) => entry.ref);
  return refs
    .filter((ref) => !isOfUse(qualification, ref))
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
