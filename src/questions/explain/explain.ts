import { itemAt } from '../../domain/item-at.js';
import { DEFAULT_OBJECTIVES, type Objective } from '../../domain/measure.js';
import type { Problem } from '../../domain/problem.js';
import type { Statement } from '../../domain/statement.js';
import type { Pathway } from '../../evaluate/certify.js';
import type { Standing } from '../../evaluate/standing.js';
import type { SearchMeans } from '../../methods/means.js';
import { diagramsOf } from '../alternatives-by-diagram.js';
import { provePathway, type PathwayAnswer, type Unanswered } from '../pathway.js';
import { countPathways } from '../range.js';
import { findGroupUse, type GroupUse } from './groups-used.js';
import { stepsOf, type Step } from './steps.js';
import { findWithdrawals, type Withdrawals } from './withdrawals.js';

/** What a rule comes to: the least new hours and the number of pathways. */
export interface Outlook {
  readonly status: PathwayAnswer['status'];
  /** Null without a pathway, or where a limit kept it from being proved. */
  readonly least: number | null;
  /** Null where they were not counted. */
  readonly pathways: bigint | null;
}

/** A statement with what leaving it out, and moving its thresholds by one, would do. */
export interface ExplainedStatement {
  readonly statement: Statement;
  /** Where it stands for the best pathway. */
  readonly standing: Standing;
  readonly without: Outlook;
  readonly steps: readonly (Step & { readonly outlook: Outlook })[];
}

/** Why the least hours are what they are. */
export interface Explanation {
  readonly status: 'answered';
  readonly best: Pathway;
  /** The least new hours. */
  readonly least: number;
  readonly pathways: bigint | null;
  readonly statements: readonly ExplainedStatement[];
  /** Null where the diagram is too large, as with the groups. */
  readonly withdrawals: Withdrawals | null;
  readonly groups: readonly GroupUse[] | null;
}

/** The explanation, or why there is none. */
export type ExplainAnswer = Explanation | Unanswered;

/**
 * Explains the least new hours of a problem: what each statement costs, what each threshold would cost one step tighter
 * or looser, and what the withdrawal of units does. Every figure is had by solving the changed rule.
 */
export async function explain(problem: Problem, means: SearchMeans): Promise<ExplainAnswer> {
  const objective: Objective = itemAt(DEFAULT_OBJECTIVES, 0);
  const best = await provePathway(problem, DEFAULT_OBJECTIVES, means);
  if (best.status !== 'optimal') return best;
  const least = itemAt(best.objectives, 0).value;
  const ways = diagramsOf(problem, means.store);
  const groups = [...problem.qualification.specification.groups.keys()];
  return {
    status: 'answered',
    best: best.pathway,
    least,
    pathways: countPathways(problem, means.store).pathways,
    statements: await explainStatements(problem, best.pathway, objective, means),
    withdrawals: ways === null ? null : findWithdrawals(ways, objective, best.pathway, means.deadline),
    groups: ways === null || means.deadline.passed() ? null : findGroupUse(ways, groups, objective, least),
  };
}

async function explainStatements(
  problem: Problem,
  { evaluation }: Pathway,
  objective: Objective,
  means: SearchMeans,
): Promise<readonly ExplainedStatement[]> {
  const explained: ExplainedStatement[] = [];
  for (const [at, statement] of problem.conditions.entries()) {
    const steps: (Step & { readonly outlook: Outlook })[] = [];
    for (const step of stepsOf(problem, statement)) {
      const conditions = problem.conditions.with(at, step.statement);
      steps.push({ ...step, outlook: await outlookOf({ ...problem, conditions }, objective, means) });
    }
    const others = problem.conditions.filter((_, index) => index !== at);
    const without = await outlookOf({ ...problem, conditions: others }, objective, means);
    explained.push({ statement, standing: itemAt(evaluation.conditions, at), without, steps });
  }
  return explained;
}

async function outlookOf(problem: Problem, objective: Objective, means: SearchMeans): Promise<Outlook> {
  const answer = await provePathway(problem, [objective], means);
  if (answer.status === 'infeasible') return { status: 'infeasible', least: null, pathways: 0n };
  if (answer.status !== 'optimal') return { status: answer.status, least: null, pathways: null };
  const { pathways } = countPathways(problem, means.store);
  return { status: 'optimal', least: itemAt(answer.objectives, 0).value, pathways };
}
