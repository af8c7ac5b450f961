import { exactly } from '../domain/interval.js';
import type { Issue } from '../domain/issue.js';
import type { Problem } from '../domain/problem.js';
import { referenceKey } from '../domain/reference.js';
import type { Statement } from '../domain/statement.js';
import type { Oracle } from '../methods/oracle.js';
import { findConflicting } from '../questions/conflict.js';
import { quoted } from './quoted.js';

/** A statement that the others imply, with those of them that do. */
interface Idle {
  readonly statement: Statement;
  readonly implying: readonly Statement[];
}

/**
 * Notes on statements that never bind: no selection meets all the others and breaks it. Statements that imply each
 * other, be it in a circle, share one note, at the place of the first: any one of them can be left out, but not all. So
 * whoever follows the notes never loses a condition.
 */
export async function findNeverBinding(problem: Problem, oracle: Oracle): Promise<readonly Issue[]> {
  const idle: Idle[] = [];
  for (const statement of problem.conditions) {
    const implying = await implyingOf(problem, statement, oracle);
    if (implying !== null) idle.push({ statement, implying });
  }
  const issues: Issue[] = [];
  for (const circle of circlesAmong(idle)) issues.push(await noteOn(circle, problem, oracle));
  return issues;
}

/** The others that imply a statement, none of them without need; null when they do not. */
async function implyingOf(
  problem: Problem,
  statement: Statement,
  oracle: Oracle,
): Promise<readonly Statement[] | null> {
  const others = problem.conditions.filter((condition) => condition !== statement);
  const broken: Statement = { kind: 'combination', interval: exactly(0), parts: [statement], source: statement.source };
  const { statements } = await findConflicting(problem, [...others, broken], oracle);
  return statements.length === 0 ? null : statements.filter((it) => it !== broken);
}

type Circle = readonly [Idle, ...Idle[]];

/** Idle statements put together where each leads back to the other along those that imply them; in the rule's order. */
function circlesAmong(idle: readonly Idle[]): readonly Circle[] {
  const reached = new Map(idle.map((it) => [it, reachedFrom(it, idle)]));
  const leads = (from: Idle, to: Idle): boolean => reached.get(from)?.has(to) === true;
  const circles: [Idle, ...Idle[]][] = [];
  for (const it of idle) {
    const circle = circles.find(([first]) => leads(it, first) && leads(first, it));
    if (circle === undefined) circles.push([it]);
    else circle.push(it);
  }
  return circles;
}

function reachedFrom(start: Idle, idle: readonly Idle[]): ReadonlySet<Idle> {
  const reached = new Set<Idle>();
  const next = [start];
  for (let it = next.pop(); it !== undefined; it = next.pop()) {
    for (const other of idle) {
      if (reached.has(other) || !it.implying.includes(other.statement)) continue;
      reached.add(other);
      next.push(other);
    }
  }
  return reached;
}

async function noteOn([first, ...others]: Circle, problem: Problem, oracle: Oracle): Promise<Issue> {
  const { statement, implying } = first;
  const { source } = statement;
  const message =
    others.length > 0
      ? `${quoted([first, ...others].map((it) => it.statement))} follow from one another, so that none of them binds: leave out one at most, and check again.`
      : `${quoted([statement])} never binds: ${await reasonFor(first, problem, oracle, implying)}.`;
  return { code: 'never-binds', severity: 'note', message, source };
}

async function reasonFor(
  { statement }: Idle,
  problem: Problem,
  oracle: Oracle,
  implying: readonly Statement[],
): Promise<string> {
  if (await bindsUnmerged(problem, statement, oracle)) {
    return `equivalences make ${mergedUnits(problem)} one unit, of which one counts at most`;
  }
  if (implying.length === 0) return 'no selection of units breaks it';
  return `${quoted(implying)} ${implying.length === 1 ? 'implies' : 'together imply'} it`;
}

/** Whether the statement would bind if only entries of one reference were one unit. */
async function bindsUnmerged(problem: Problem, statement: Statement, oracle: Oracle): Promise<boolean> {
  const entries = problem.entries.map((entry) => ({ ...entry, identity: referenceKey(entry.ref) }));
  if (mergedUnits(problem) === '') return false;
  const others = problem.conditions.filter((condition) => condition !== statement);
  const broken: Statement = { kind: 'combination', interval: exactly(0), parts: [statement], source: statement.source };
  return (await oracle({ ...problem, entries }, [...others, broken])) === 'possible';
}

/** `X and Y`, `X and Y, V and W`: references that are one unit; empty when there are none. */
function mergedUnits({ entries }: Problem): string {
  const merged = new Map<string, Map<string, string>>();
  for (const { identity, ref } of entries) {
    const refs = merged.get(identity) ?? new Map<string, string>();
    merged.set(identity, refs.set(referenceKey(ref), ref));
  }
  return [...merged.values()]
    .filter(({ size }) => size > 1)
    .map((refs) => [...refs.values()].join(' and '))
    .join(', ');
}
