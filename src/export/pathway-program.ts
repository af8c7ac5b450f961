import { compileTraced, type Goal } from '../compile/compile.js';
import type { Origin } from '../compile/merge-rows.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { itemAt } from '../domain/item-at.js';
import { formatMeasure, type Objective } from '../domain/measure.js';
import { repeatedEntries, type Problem } from '../domain/problem.js';
import { formatQuantity } from '../domain/quantity.js';
import { failure, success, type Result } from '../domain/result.js';
import { scaleOf } from '../domain/scale.js';
import { goalsOf, LARGEST_COMBINED } from '../methods/goals.js';
import { printStatement } from '../notation/print-statement.js';
import type { Meaning, NamedProgram } from '../program/formats/named-program.js';

/**
 * The question "which pathway is best" as one integer program for somebody else's solver, for the way of using what is
 * held that the problem says in `achieved`. All objectives stand in one sum, an earlier one weighing more than all that
 * the later can add up to. Errors: the sum would outgrow exact whole numbers. Warnings: it outgrows what solvers compare.
 */
export function pathwayProgram(
  title: string,
  problem: Problem,
  objectives: readonly Objective[],
): Result<NamedProgram> {
  const [goal, ...rest] = goalsOf(problem, objectives, Number.MAX_SAFE_INTEGER);
  if (goal === undefined || rest.length > 0) {
    const message = 'The figures of so many objectives do not fit into one program; ask for fewer.';
    return failure([error('figure-too-large', message, { option: 'objectives' })]);
  }
  const { program, indicatorOrigins, rowOrigins } = compileTraced(problem, goal);
  const columns = [
    ...problem.entries.map(({ ref, group, title: unit }): Meaning => ({ ref, text: `${unit} (group ${group})` })),
    ...indicatorOrigins.map((origin): Meaning => ({ ref: null, text: `part of: ${originWords(problem, origin)}` })),
  ];
  const rows = rowOrigins.map((origins): Meaning => ({ ref: null, text: wordsOf(problem, origins) }));
  const about = [title, 'A unit is counted where its column is 1.', ...objectiveWords(problem, objectives, goal)];
  return success({ program, about, columns, rows }, largeFigures(program.objective.terms.map(({ factor }) => factor)));
}

/** Where a row comes from, in words. */
export function wordsOf(problem: Problem, origins: readonly Origin[]): string {
  return [...new Set(origins.map((origin) => originWords(problem, origin)))].join('; and ');
}

/** What a formula, or a unit listed several times, asks for. */
export function originWords(problem: Problem, { kind, index }: Origin): string {
  if (kind === 'formula') return printStatement(itemAt(problem.conditions, index));
  const entries = itemAt(repeatedEntries(problem), index).map((at) => itemAt(problem.entries, at));
  return `${itemAt(entries, 0).ref} counts once, from ${entries.map(({ group }) => group).join(' or ')}`;
}

/** How the objective of the program is put together, and what figures with decimals were multiplied by. */
function objectiveWords(problem: Problem, objectives: readonly Objective[], goal: Goal): readonly string[] {
  const names = objectives.map(({ sense, measure }) => `${sense} ${formatMeasure(measure)}`);
  const sum = goal.terms.map(({ measure, factor }) => `${factor} ${formatMeasure(measure)}`).join(' + ');
  const scales = objectives.flatMap(({ measure: { quantity } }) => {
    const scale = scaleOf(problem.scales, quantity);
    return scale === 1 ? [] : [`Figures of ${formatQuantity(quantity)} are multiplied by ${scale} to be whole.`];
  });
  return [`Objectives: ${names.join(', then ')}.`, `Objective: ${goal.sense} ${sum}.`, ...new Set(scales)];
}

/** A warning where an objective outgrows what solvers compare. */
export function largeFigures(factors: readonly number[]): readonly Issue[] {
  const largest = factors.reduce((sum, factor) => sum + Math.abs(factor), 0);
  if (largest <= LARGEST_COMBINED) return [];
  const message = `The objective reaches up to ${largest}: a solver that computes in floating point may take pathways for equally good that are not.`;
  return [warning('large-figures', message)];
}
