import { prices } from '../diagram/query/prices.js';
import { dependsOnDates } from '../domain/fold.js';
import { atLeast } from '../domain/interval.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { select, type Problem } from '../domain/problem.js';
import { formatQuantity } from '../domain/quantity.js';
import type { Statement } from '../domain/statement.js';
import type { Entry } from '../domain/unit.js';
import { fromUnits } from '../domain/unit-filter.js';
import { printStatement } from '../notation/print-statement.js';
import { findConflict } from '../questions/conflict.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import type { Means } from '../methods/means.js';
import type { Oracle, Possibility } from '../methods/oracle.js';
import { nearestValue } from '../questions/nearest.js';
import { thresholdView } from '../questions/threshold.js';
import { unitsOf } from '../questions/units-of.js';
import { findNeverBinding } from './never-binds.js';
import { quoted } from './quoted.js';

/** What a check needs: the diagram of the whole rule, where it is small enough, knows every unit. */
export type CheckMeans = Pick<Means, 'oracle' | 'store'>;

/** What was found about a rule; not `complete` when a limit left a question open: what was found is right all the same. */
export interface RuleCheck {
  readonly issues: readonly Issue[];
  readonly complete: boolean;
}

/**
 * What can be proved about a rule beyond its shape: statements that can never be met, a rule that cannot be met as a
 * whole, statements that the others imply, and units that are in no pathway.
 *
 * @example
 * ```ts
 * import { checkRule, createMeans, deadlineIn, pose, valueOrThrow } from 'qualpath';
 * import { openShipped } from 'qualpath/node';
 *
 * const { specification } = openShipped('level-1-certificate-customer-service');
 * const problem = valueOrThrow(pose(specification));
 * const { forMany } = createMeans({ deadline: deadlineIn(10_000) });
 * const { issues, complete } = await checkRule(problem, forMany);
 * console.log(issues.length, complete); // 2 true
 * ```
 */
export async function checkRule(problem: Problem, { oracle, store }: CheckMeans): Promise<RuleCheck> {
  let complete = true;
  const asked: Oracle = async (about, conditions) => {
    const possibility = await oracle(about, conditions);
    if (possibility === 'unsettled') complete = false;
    return possibility;
  };
  const issues = await proveIssues(problem, { oracle: asked, store });
  return { issues, complete };
}

async function proveIssues(problem: Problem, means: CheckMeans): Promise<readonly Issue[]> {
  const { oracle } = means;
  const neverMet = await findNeverMet(problem, oracle);
  const dead = await findDeadAlternatives(problem, oracle);
  if (neverMet.length > 0) return [...neverMet, ...dead];
  const whole = await oracle(problem, problem.conditions);
  if (whole === 'impossible') return [...(await explainConflict(problem, oracle)), ...dead];
  // What binds, and what is of use, is a question about pathways; without any, every answer would be noise.
  if (whole === 'unsettled') return dead;
  return [...dead, ...(await findNeverBinding(problem, oracle)), ...(await findUnusedUnits(problem, means))];
}

async function findNeverMet(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const statement of problem.conditions) {
    if ((await oracle(problem, [statement])) !== 'impossible') continue;
    const text = `'${printStatement(statement)}' can never be met${await reason(problem, statement, oracle)}.`;
    issues.push(error('never-met', text, statement.source));
  }
  return issues;
}

/**
 * Errors for conditions that ask for more already achieved than the units of the qualification hold in all; the problem
 * is that of a learner who holds everything.
 */
export function findBeyondHoldings(problem: Problem): readonly Issue[] {
  // Whoever holds everything has nothing to start, so that what is said of days cannot be looked at for this learner.
  const looked = problem.conditions.filter((statement) => !dependsOnDates(statement));
  return looked.flatMap((statement): Issue[] => {
    const why = asksForMoreThanThereIs(problem, statement);
    const text = `'${printStatement(statement)}' can never be met${why}.`;
    return why === null ? [] : [error('never-met', text, statement.source)];
  });
}

/** Null when the units of an amount hold enough. */
function asksForMoreThanThereIs(problem: Problem, statement: Statement): string | null {
  const view = thresholdView(problem, statement);
  if (view === null || statement.kind !== 'amount' || view.interval.min === null) return null;
  if (view.interval.min <= view.most) return null;
  return `: the units it looks at hold only ${view.told(view.most)} ${formatQuantity(statement.quantity)} in all`;
}

async function reason(problem: Problem, statement: Statement, oracle: Oracle): Promise<string> {
  const view = thresholdView(problem, statement);
  if (view === null) return '';
  const more = asksForMoreThanThereIs(problem, statement);
  if (more !== null) return more;
  const nearest = await nearestValue({ ...problem, conditions: [statement] }, statement, oracle);
  return nearest === null ? '' : `: the nearest figure that its units allow is ${nearest}`;
}

/** A part of a list of alternatives that can never hold: the list as a whole may still be met. */
async function findDeadAlternatives(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const part of problem.conditions.flatMap(alternativesIn)) {
    if ((await oracle(problem, [part])) !== 'impossible') continue;
    const text = `'${printStatement(part)}' can never be met${await reason(problem, part, oracle)}, so it is no alternative.`;
    issues.push(warning('dead-alternative', text, part.source));
  }
  return issues;
}

/** The parts of every list that asks for some of them, however deeply nested. */
function alternativesIn(statement: Statement): readonly Statement[] {
  if (statement.kind !== 'combination') return [];
  const { interval, parts } = statement;
  const asksForSome = interval.min !== null && interval.min > 0 && parts.length > 1;
  return [...(asksForSome ? parts : []), ...parts.flatMap(alternativesIn)];
}

async function explainConflict(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const { members } = await findConflict(problem, oracle);
  const all = quoted(members.map(({ statement }) => statement));
  return members.map(({ statement, nearest }) => {
    const way = nearest === null ? '' : ` A pathway would exist if its figure were ${nearest}.`;
    const text = `No pathway exists, because these cannot hold together: ${all}.${way}`;
    return error('conflict', text, statement.source);
  });
}

async function findUnusedUnits(problem: Problem, { oracle, store }: CheckMeans): Promise<Issue[]> {
  const issues: Issue[] = [];
  const countable = countableEntries(problem, store);
  const saidSo = uncounted(problem);
  for (const entries of unitsOf(problem)) {
    const [entry] = entries;
    if (entries.every(({ index }) => saidSo.has(index))) continue;
    const possibility: Possibility =
      countable === null ? await askFor(problem, entries, oracle) : counts(entries, countable);
    if (possibility !== 'impossible') continue;
    issues.push(warning('unit-in-no-pathway', `${entry.ref} (${entry.title}) is in no pathway.`, entry.place));
  }
  return issues;
}

/** The entries of which the rule itself says that they do not count, by index. */
function uncounted(problem: Problem): ReadonlySet<number> {
  const filters = problem.conditions.flatMap((it) => (it.kind === 'not-counted' ? [it.filter] : []));
  return new Set(filters.flatMap((filter) => select(problem, filter)));
}

/** The entries that some pathway counts, by index; null when the diagram is too large to tell. */
function countableEntries(problem: Problem, store: DiagramStore): ReadonlySet<number> | null {
  const diagram = store.of(problem);
  if (diagram.kind === 'too-large') return null;
  const values = prices(diagram, []);
  return new Set(values.flatMap((price, index) => (price.with === null ? [] : [index])));
}

function counts(entries: readonly Entry[], countable: ReadonlySet<number>): Possibility {
  return entries.some(({ index }) => countable.has(index)) ? 'possible' : 'impossible';
}

async function askFor(problem: Problem, entries: readonly Entry[], oracle: Oracle): Promise<Possibility> {
  const filter = fromUnits(...entries.map(({ ref }) => ref));
  const source = { option: 'a unit' };
  const counted: Statement = { kind: 'amount', quantity: 'units', filter, interval: atLeast(1), source };
  return oracle(problem, [...problem.conditions, counted]);
}
