import type { Problem } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import type { Oracle } from './feasibility.js';
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
 * Why no pathway exists: drops one condition after the other, for good whenever the rest still cannot be met. What
 * remains is a smallest conflict. An empty set of members means that the conditions can be met after all.
 */
export async function findConflict(problem: Problem, oracle: Oracle): Promise<Conflict> {
  let kept = [...problem.conditions];
  let smallest = true;
  if ((await oracle(problem, kept)) !== 'impossible') return { members: [], smallest: false };
  for (const candidate of problem.conditions) {
    const rest = kept.filter((statement) => statement !== candidate);
    const possibility = await oracle(problem, rest);
    if (possibility === 'impossible') kept = rest;
    if (possibility === 'unsettled') smallest = false;
  }
  return { members: await withNearest(problem, kept, oracle), smallest };
}

async function withNearest(problem: Problem, kept: readonly Statement[], oracle: Oracle): Promise<ConflictMember[]> {
  const members: ConflictMember[] = [];
  for (const statement of kept) members.push({ statement, nearest: await nearestValue(problem, statement, oracle) });
  return members;
}
