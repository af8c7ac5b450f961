import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Oracle } from '../methods/oracle.js';
import { nearestValue } from './nearest.js';

/** A condition that takes part in a conflict, and the nearest value that would let a pathway exist. */
export interface ConflictMember {
  readonly statement: Statement;
  readonly nearest: number | null;
}

/**
 * A set of conditions that cannot hold together. When `smallest`, leaving out any one of them lets the rest be met;
 * otherwise a limit kept some from being tested.
 */
export interface Conflict {
  readonly members: readonly ConflictMember[];
  readonly smallest: boolean;
}

/**
 * Why no pathway exists: a smallest set of conditions that cannot hold together, each with what it would have to ask
 * for. An empty set of members means that the conditions can be met after all, or that a limit left it open.
 *
 * @example
 * ```ts
 * import { createMeans, deadlineIn, findConflict, namesOf, parseStatement, pose, printStatement, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const text = { kind: 'line', text: 'at most 100 GLH', source: { option: '--also' } } as const;
 * const also = [valueOrThrow(parseStatement(text, namesOf(specification)))];
 * const problem = valueOrThrow(pose(specification, { also }));
 * const { forMany } = createMeans({ deadline: deadlineIn(10_000) });
 * const { members } = await findConflict(problem, forMany.oracle);
 * const said = members.map(({ statement, nearest }) => `${printStatement(statement)}: ${nearest}`);
 * console.log(said.at(-1)); // at most 100 GLH: 120
 * ```
 */
export async function findConflict(problem: Problem, oracle: Oracle): Promise<Conflict> {
  const { statements, smallest } = await findConflicting(problem, problem.conditions, oracle);
  const members: ConflictMember[] = [];
  for (const statement of statements) {
    members.push({ statement, nearest: await nearestValue(problem, statement, oracle) });
  }
  return { members, smallest };
}

/**
 * A smallest part of `conditions` that cannot be met: one after the other is dropped, for good whenever the rest still
 * cannot be met. Empty when they can be met together.
 */
export async function findConflicting(
  problem: Problem,
  conditions: readonly Statement[],
  oracle: Oracle,
): Promise<{ readonly statements: readonly Statement[]; readonly smallest: boolean }> {
  if ((await oracle(problem, conditions)) !== 'impossible') return { statements: [], smallest: false };
  let kept = conditions;
  let smallest = true;
  for (const candidate of conditions) {
    const rest = kept.filter((statement) => statement !== candidate);
    const possibility = await oracle(problem, rest);
    if (possibility === 'impossible') kept = rest;
    if (possibility === 'unsettled') smallest = false;
  }
  return { statements: kept, smallest };
}
