import {
  indexOfUnits,
  jointUnits,
  takerOf,
  type Joint,
  type JointGoal,
  type JointLimit,
  type JointUnit,
} from '../../delivery/joint.js';
import { identify, identityOf, type Identities } from '../../domain/identity.js';
import { error, type Issue } from '../../domain/issue.js';
import type { Measure, Objective } from '../../domain/measure.js';
import { didYouMean } from '../../domain/suggest.js';
import { InputError, valueOrThrow } from '../input-error.js';
import type { DeliveryQuestion } from './delivery-question.js';
import { changesFrom, readEarlierPlan, type EarlierRun } from './earlier-plan.js';
import type { Provider } from './provider.js';
import { measureUnits } from './weights.js';

/** A question about a plan in whole numbers, with what else its answer needs. */
export interface AskedPlan {
  readonly joint: Joint;
  /** How many of the joint's goals are objectives that somebody asked for; the rest settles ties. */
  readonly objectives: number;
  /** Delivered hours; null where some are not known. */
  readonly hours: JointGoal | null;
  /** Delivered credits, as far as they are known. */
  readonly credits: JointGoal | null;
  readonly identities: Identities;
  /** The runs of the plan that is kept; null where none is. */
  readonly earlier: readonly EarlierRun[] | null;
  /** The goals that count units, or changes of the plan that is kept, and not runs. */
  readonly kinds: ReadonlyMap<JointGoal, 'units' | 'changes'>;
  readonly issues: readonly Issue[];
}

const HOURS: Measure = { over: 'all', quantity: 'glh' };
const CREDITS: Measure = { over: 'all', quantity: 'credits' };

/** Puts a question together; throws an InputError with everything that is wrong with its wishes. */
export function askPlan(
  { offered, equivalences }: Provider,
  objectives: readonly Objective[],
  question: Omit<DeliveryQuestion, 'qualifications'>,
): AskedPlan {
  const problems = offered.map(({ problem }) => problem);
  const units = jointUnits(problems);
  const index = indexOfUnits(units);
  const identities = identify(
    offered.flatMap(({ specification }) => specification.rows),
    equivalences,
  );
  const measured = objectives.map(({ measure }) => measureUnits(units, problems, measure));
  const hours = measureUnits(units, problems, HOURS);
  const earlier = earlierOf(question);
  const changes = earlier === null ? null : changesFrom(earlier, index, identities, question.keep?.file ?? '--keep');
  const goals = measured.map(({ goal }) => known(goal));
  const named = question.maxChanges === undefined && changes !== null ? [...goals, changes.goal] : goals;
  const joint: Joint = {
    units,
    takers: offered.map(({ id, problem }) => takerOf(id, problem, index)),
    goals: completed(units, named, hours.goal),
    limits: limitsOf(question, units, hours.goal, changes?.goal ?? null),
    fixed: wishesOf(question, units, index, identities),
  };
  const issues = [...new Map([...measured, hours].flatMap((it) => it.issues).map((it) => [it.message, it])).values()];
  return {
    joint,
    objectives: named.length,
    hours: hours.goal,
    credits: measureUnits(units, problems, CREDITS).goal,
    identities,
    earlier,
    kinds: new Map([
      ...goals.flatMap((goal, at) => (objectives[at]?.measure.quantity === 'units' ? [[goal, 'units'] as const] : [])),
      ...(changes === null ? [] : [[changes.goal, 'changes'] as const]),
    ]),
    issues: [...issues, ...(changes?.issues ?? [])],
  };
}

function known(goal: JointGoal | null): JointGoal {
  if (goal === null) throw new Error('an objective whose figures are not known was not refused');
  return goal;
}

/** Of plans that are equally good the one with the least hours; and units that cost nothing are not delivered for nothing. */
function completed(
  units: readonly JointUnit[],
  named: readonly JointGoal[],
  hours: JointGoal | null,
): readonly JointGoal[] {
  const goals = hours === null || named.some(({ name }) => name === hours.name) ? named : [...named, hours];
  const free = units.map(({ index }) => (goals.every(({ weights }) => weights[index] === 0) ? 1 : 0));
  if (!free.includes(1)) return goals;
  return [...goals, { name: 'units that cost nothing', weights: free, constant: 0, scale: 1 }];
}

function earlierOf({ keep, maxChanges }: Pick<DeliveryQuestion, 'keep' | 'maxChanges'>): readonly EarlierRun[] | null {
  if (keep !== undefined) return valueOrThrow(readEarlierPlan(keep));
  if (maxChanges === undefined) return null;
  const message = 'A limit on changes needs the plan that is to be changed, with --keep.';
  throw new InputError([error('setting', message, { option: `--max-changes ${maxChanges}` })]);
}

function limitsOf(
  { maxUnits, maxGlh, maxChanges }: Omit<DeliveryQuestion, 'qualifications'>,
  units: readonly JointUnit[],
  hours: JointGoal | null,
  changes: JointGoal | null,
): readonly JointLimit[] {
  const limits: JointLimit[] = [];
  if (maxUnits !== undefined) {
    const weights = units.map(() => 1);
    limits.push({ option: `--max-units ${maxUnits}`, weights, most: maxUnits, constant: 0 });
  }
  if (maxGlh !== undefined) {
    const { weights } = known(hours);
    limits.push({ option: `--max-glh ${maxGlh}`, weights, most: maxGlh, constant: 0 });
  }
  if (maxChanges !== undefined && changes !== null) {
    const { weights, constant } = changes;
    limits.push({ option: `--max-changes ${maxChanges}`, weights, most: maxChanges - constant, constant });
  }
  return limits;
}

function wishesOf(
  { exclude = [], require = [] }: Omit<DeliveryQuestion, 'qualifications'>,
  units: readonly JointUnit[],
  index: ReadonlyMap<string, number>,
  identities: Identities,
): readonly (0 | 1 | null)[] {
  const fixed: (0 | 1 | null)[] = units.map(() => null);
  const issues: Issue[] = [];
  for (const [value, option, refs] of [
    [0, '--exclude', exclude],
    [1, '--require', require],
  ] as const) {
    for (const ref of refs) {
      const unit = index.get(identityOf(identities, ref));
      if (unit === undefined) issues.push(unlisted(ref, option, units));
      else if (fixed[unit] === 0 && value === 1) issues.push(both(ref));
      else fixed[unit] = value;
    }
  }
  if (issues.length > 0) throw new InputError(issues);
  return fixed;
}

function unlisted(ref: string, option: string, units: readonly JointUnit[]): Issue {
  const hint = didYouMean(
    ref,
    units.map((unit) => unit.ref),
  );
  return error('unknown-unit', `${ref} is a unit of none of these qualifications${hint}.`, {
    option: `${option} ${ref}`,
  });
}

function both(ref: string): Issue {
  return error('setting', `${ref} is both to be left out and to be delivered.`, { option: `--require ${ref}` });
}
