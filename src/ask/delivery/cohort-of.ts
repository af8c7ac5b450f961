import { takerOfWays } from '../../delivery/held-ways.js';
import { HELD, indexOfUnits, takerOf, type JointUnit } from '../../delivery/joint.js';
import type { LearnerGroup } from '../../delivery/seats/seated.js';
import { dependsOnHoldings } from '../../domain/fold.js';
import { error, warning, type Issue } from '../../domain/issue.js';
import { quote } from '../../domain/quote.js';
import type { Problem } from '../../domain/problem.js';
import { cutLike } from '../../domain/like-issues.js';
import { didYouMean } from '../../domain/suggest.js';
import { isOfUse, waysOf, withWays } from '../../domain/using-held.js';
import { MOST_WAYS } from '../../domain/ways.js';
import { itemAt } from '../../domain/item-at.js';
import { readEnrolments, type Enrolment } from '../../read/units/enrolments.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { NamedText } from './delivery-question.js';
import type { OfferedQualification, Provider } from './provider.js';

/** A learner by name, with the qualification wanted, by its place among those on offer. */
export interface EnrolledLearner {
  readonly learner: string;
  readonly offered: number;
}

/** Learners in groups that hold and want the same. */
export interface EnrolledCohort {
  readonly learners: readonly EnrolledLearner[];
  readonly groups: readonly LearnerGroup[];
  /** False where what somebody holds can be used in more ways than are looked at: then no plan is proved best. */
  readonly settled: boolean;
  readonly issues: readonly Issue[];
}

/** Reads a cohort for what is on offer; throws an InputError with everything that is wrong with the file. */
export function enrol(file: NamedText, { offered }: Provider, units: readonly JointUnit[]): EnrolledCohort {
  const isOfUseHere = (ref: string): boolean => offered.some(({ problem }) => isOfUse(problem.qualification, ref));
  const read = readEnrolments(file.text, file.file, isOfUseHere);
  const enrolments = valueOrThrow(read);
  const isNobodyTold = enrolments.length > 1 && enrolments.every(({ qualification }) => qualification === null);
  if (offered.length > 1 && isNobodyTold) throw new InputError([noQualifications(file, offered)]);
  const index = indexOfUnits(units);
  const wrong: Issue[] = [];
  const learners: EnrolledLearner[] = [];
  const groups = new Map<string, { group: Omit<LearnerGroup, 'members'>; members: number[] }>();
  const several: string[] = [];
  for (const enrolment of enrolments) {
    const at = offeredFor(enrolment, offered);
    if (typeof at !== 'number') {
      wrong.push(at);
      continue;
    }
    const { problem } = itemAt(offered, at);
    const { ways, complete } = waysOf(problem.qualification, enrolment.held);
    if (!complete) several.push(enrolment.learner);
    const key = `${at} ${ways.map((way) => problem.entries.map(({ identity }) => Number(way.has(identity))).join('')).join()}`;
    const known = groups.get(key) ?? { group: groupOf(itemAt(offered, at), problem, ways, index), members: [] };
    groups.set(key, known);
    known.members.push(learners.length);
    learners.push({ learner: enrolment.learner, offered: at });
  }
  if (learners.length === 0 && wrong.length === 0) wrong.push(nobody(file));
  if (wrong.length > 0) throw new InputError(cutLike(wrong));
  const warnings = read.ok ? read.warnings : [];
  const issues = [...warnings, ...unknownUnits(enrolments, isOfUseHere, offered), ...waysToSay(several, file)];
  return {
    learners,
    groups: [...groups.values()].map(({ group, members }) => ({ ...group, members })),
    settled: several.length === 0,
    issues: cutLike(issues),
  };
}

function groupOf(
  { id }: OfferedQualification,
  problem: Problem,
  ways: readonly ReadonlySet<string>[],
  index: ReadonlyMap<string, number>,
): Omit<LearnerGroup, 'members'> {
  if (ways.length > 1) return { taker: takerOfWays(id, problem, ways, index) };
  const own = withWays(problem, ways);
  const shape = problem.conditions.some((statement) => dependsOnHoldings(statement)) ? own : problem;
  return { taker: takerOf(id, own, index, shape) };
}

function offeredFor(
  { learner, qualification, place }: Enrolment,
  offered: readonly OfferedQualification[],
): number | Issue {
  const ids = offered.map(({ id }) => id);
  if (qualification === null) {
    if (ids.length === 1) return 0;
    const message = `${quote(learner)} has no qualification; several are planned, so the column 'qualification' must say which.`;
    return error('empty-cell', message, place);
  }
  const at = ids.findIndex((id) => id.toLowerCase() === qualification.toLowerCase());
  if (at >= 0) return at;
  const message = `${quote(learner)} is enrolled on ${quote(qualification)}, which is not planned here${didYouMean(qualification, ids)}; planned are ${ids.join(', ')}.`;
  return error('unknown-qualification', message, place);
}

function unknownUnits(
  enrolments: readonly Enrolment[],
  isOfUseHere: (ref: string) => boolean,
  offered: readonly OfferedQualification[],
): readonly Issue[] {
  const refs = offered.flatMap(({ problem }) => problem.entries.map(({ ref }) => ref));
  return enrolments.flatMap(({ learner, held, place }) =>
    held.flatMap((ref) => {
      if (isOfUseHere(ref)) return [];
      const message = `${quote(ref)}, held by ${quote(learner)}, is in none of these qualifications${didYouMean(ref, refs)}.`;
      return [warning('achieved-unknown', message, place)];
    }),
  );
}

function waysToSay(learners: readonly string[], { file }: NamedText): readonly Issue[] {
  const [first] = learners;
  if (first === undefined) return [];
  const others = learners.length === 1 ? '' : ` and ${learners.length - 1} more`;
  const message = `What ${quote(first)}${others} holds can be used in more than ${MOST_WAYS} ways, as equivalents of several units; the first ${MOST_WAYS} are looked at, so that no plan is proved best.`;
  return [warning('many-ways', message, { file, line: 1, column: 1 })];
}

function noQualifications({ file }: NamedText, offered: readonly OfferedQualification[]): Issue {
  const message = `This file does not say who is enrolled on which qualification: give the column 'qualification', with one of ${offered.map(({ id }) => id).join(', ')}.`;
  return error('missing-column', message, { file, line: 1, column: 1 });
}

function nobody({ file }: NamedText): Issue {
  return error('no-learner', 'There are no learners in this file.', { file, line: 1, column: 1 });
}

/** The references of what a learner counts, and of what of it is attended. */
export function refsOf(
  { taker }: LearnerGroup,
  selection: readonly number[],
): { counted: string[]; attends: string[] } {
  const entries = selection.map((entry) => itemAt(taker.problem.entries, entry));
  return {
    counted: entries.map(({ ref }) => ref),
    attends: entries.filter(({ index }) => taker.units[index] !== HELD).map(({ ref }) => ref),
  };
}
