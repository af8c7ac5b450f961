import { exactly } from '../domain/interval.js';
import { error, warning, type Issue } from '../domain/issue.js';
import { isAchieved, type Problem } from '../domain/problem.js';
import { formatQuantity } from '../domain/quantity.js';
import type { Statement } from '../domain/statement.js';
import { fromUnits, matches, type UnitFilter } from '../domain/unit-filter.js';
import { printStatement } from '../notation/print-statement.js';
import { findConflict } from './conflict.js';
import type { Oracle } from './feasibility.js';
import { thresholdView } from './threshold.js';

/**
 * What can be proved about a rule beyond its shape: statements that can never be met, a rule that cannot be met as a
 * whole, statements that the others imply, groups that no statement looks at, and units that are in no pathway.
 */
export async function checkRule(problem: Problem, oracle: Oracle): Promise<readonly Issue[]> {
  const impossible = await neverMet(problem, oracle);
  const silent = unmentionedGroups(problem);
  if (impossible.length > 0) return [...impossible, ...silent];
  if ((await oracle(problem, problem.conditions)) === 'impossible') {
    return [...(await conflictIssues(problem, oracle)), ...silent];
  }
  return [...(await neverBinding(problem, oracle)), ...silent, ...(await unusedUnits(problem, oracle))];
}

async function neverMet(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const statement of problem.conditions) {
    if ((await oracle(problem, [statement])) !== 'impossible') continue;
    const text = `'${printStatement(statement)}' can never be met${reason(problem, statement)}.`;
    issues.push(error('never-met', text, statement.source));
  }
  return issues;
}

function reason(problem: Problem, statement: Statement): string {
  const view = thresholdView(problem, statement);
  if (view === null || statement.kind !== 'amount' || (view.interval.min ?? 0) <= view.most) return '';
  return `: the units it looks at hold only ${view.most} ${formatQuantity(statement.quantity)} in all`;
}

async function conflictIssues(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const { members } = await findConflict(problem, oracle);
  const all = members.map(({ statement }) => `'${printStatement(statement)}'`).join(', ');
  return members.map(({ statement, nearest }) => {
    const way = nearest === null ? '' : ` A pathway would exist if its figure were ${nearest}.`;
    const text = `No pathway exists, because these cannot hold together: ${all}.${way}`;
    return error('conflict', text, statement.source);
  });
}

/** A statement binds when some selection meets all the others and breaks it. */
async function neverBinding(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const statement of problem.conditions) {
    const others = problem.conditions.filter((condition) => condition !== statement);
    const { source } = statement;
    const broken: Statement = { kind: 'combination', interval: exactly(0), parts: [statement], source };
    if ((await oracle(problem, [...others, broken])) !== 'impossible') continue;
    const text = `'${printStatement(statement)}' never binds: the other statements imply it.`;
    issues.push({ code: 'never-binds', severity: 'note', message: text, source });
  }
  return issues;
}

function unmentionedGroups(problem: Problem): Issue[] {
  const { specification } = problem.qualification;
  const filters = problem.conditions.flatMap(filtersOf);
  const [first] = specification.rule;
  return [...specification.groups.keys()]
    .filter((group) => {
      const members = problem.entries.filter((entry) => entry.group === group);
      return members.length > 0 && !filters.some((filter) => mentions(problem, filter, group));
    })
    .map((group) => {
      const text = `No statement mentions group ${group}: its units count towards totals without any limit of their own.`;
      return warning('group-not-mentioned', text, first?.source ?? null);
    });
}

/** A filter mentions a group when it names the group, or a unit of it. */
function mentions(problem: Problem, { from }: UnitFilter, group: string): boolean {
  if (from.kind === 'groups' || from.kind === 'outside') return from.groups.includes(group);
  if (from.kind !== 'units') return false;
  const named = fromUnits(...from.units);
  return problem.entries.some((entry) => entry.group === group && matches(named, entry, isAchieved(problem, entry)));
}

function filtersOf(statement: Statement): readonly UnitFilter[] {
  switch (statement.kind) {
    case 'all-units':
    case 'amount':
    case 'not-counted':
      return [statement.filter];
    case 'share':
      return [statement.whole, statement.part];
    case 'barred':
    case 'linked':
      return [fromUnits(...statement.units)];
    case 'needs':
      return [statement.dependants, ...filtersOf(statement.requirement)];
    case 'groups-used':
      return [{ from: { kind: 'groups', groups: statement.groups }, level: null, achieved: false }];
    case 'combination':
      return statement.parts.flatMap(filtersOf);
  }
}

async function unusedUnits(problem: Problem, oracle: Oracle): Promise<Issue[]> {
  const issues: Issue[] = [];
  for (const entry of problem.entries) {
    const source = entry.place;

    const counted: Statement = {
      kind: 'amount',
      quantity: 'units',
      filter: fromUnits(entry.ref),
      interval: { min: 1, max: null },
      source,
    };
    if ((await oracle(problem, [...problem.conditions, counted])) !== 'impossible') continue;
    issues.push(warning('unit-in-no-pathway', `${entry.ref} (${entry.title}) is in no pathway.`, source));
  }
  return issues;
}
