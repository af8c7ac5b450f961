import { compileTraced } from '../compile/compile.js';
import { HELD, type Joint, type JointGoal, type Taker } from '../delivery/joint.js';
import { planProgram } from '../delivery/plain-program.js';
import { error } from '../domain/issue.js';
import { itemAt } from '../domain/item-at.js';
import { failure, success, type Result } from '../domain/result.js';
import type { Meaning, NamedProgram } from '../program/formats/named-program.js';
import { largeFigures, originWords, wordsOf } from './pathway-program.js';

/**
 * The question of one plan for several qualifications as one integer program for somebody else's solver: a column says
 * of each unit whether it is delivered, and of each qualification and entry whether it is counted there. All goals stand
 * in one sum, an earlier one weighing more than all that the later can add up to. Errors: the sum would outgrow exact whole
 * numbers. Warnings: it outgrows what solvers compare.
 */
export function planProgramOf(joint: Joint): Result<NamedProgram> {
  const goal = oneGoal(joint.goals);
  if (goal === null) {
    const message = 'The figures of so many objectives do not fit into one program; ask for fewer.';
    return failure([error('figure-too-large', message, { option: 'objectives' })]);
  }
  const { program } = planProgram(joint, goal);
  const delivered = joint.units.map(({ ref, title }): Meaning => ({ ref, text: `${title} is delivered` }));
  const parts = joint.takers.map((taker) => partOf(joint, taker));
  const limits = joint.limits.map(({ option }): Meaning => ({ ref: null, text: option }));
  const about = [
    `One plan for ${joint.takers.map(({ id }) => id).join(', ')}`,
    'A unit is delivered, and counted by a qualification, where its column is 1.',
    `Objective: minimise ${goal.name}.`,
  ];
  const columns = [...delivered, ...parts.flatMap((part) => part.columns)];
  const rows = [...parts.flatMap((part) => part.rows), ...limits];
  return success({ program, about, columns, rows }, largeFigures(goal.weights));
}

/** What the columns and rows of one qualification stand for, in the order in which {@link planProgram} has them. */
function partOf(joint: Joint, { id, problem, units }: Taker): Pick<NamedProgram, 'columns' | 'rows'> {
  const { indicatorOrigins, rowOrigins } = compileTraced(problem, { sense: 'minimise', terms: [] });
  const counted = problem.entries.map(({ ref, group, title }): Meaning => {
    return { ref, text: `${id} counts ${title} (group ${group})` };
  });
  const linked = [...new Set(units)].filter((unit) => unit !== HELD).map((unit) => itemAt(joint.units, unit).ref);
  return {
    columns: [
      ...counted,
      ...indicatorOrigins.map((origin): Meaning => ({
        ref: null,
        text: `${id}, part of: ${originWords(problem, origin)}`,
      })),
    ],
    rows: [
      ...rowOrigins.map((origins): Meaning => ({ ref: null, text: `${id}: ${wordsOf(problem, origins)}` })),
      ...linked.map((ref): Meaning => ({ ref: null, text: `${id} counts ${ref} only if it is delivered` })),
    ],
  };
}

/** Goals in their order as one; null where it would outgrow exact whole numbers. */
function oneGoal(goals: readonly JointGoal[]): JointGoal | null {
  let factor = 1;
  let weights: readonly number[] | null = null;
  const names: string[] = [];
  for (const goal of goals.toReversed()) {
    const later: readonly number[] = weights ?? goal.weights.map(() => 0);
    weights = goal.weights.map((weight, unit) => weight * factor + itemAt(later, unit));
    names.unshift(factor === 1 ? goal.name : `${factor} ${goal.name}`);
    factor *= 1 + goal.weights.reduce((sum, weight) => sum + Math.abs(weight), 0);
    if (!Number.isSafeInteger(factor)) return null;
  }
  if (weights === null) throw new Error('a plan has a goal');
  return { name: names.join(' + '), weights, constant: 0, scale: 1 };
}
