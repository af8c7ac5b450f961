import type { Pathway } from '../../evaluate/certify.js';
import type { Selection } from '../../domain/problem.js';
import { sooner } from '../sooner.js';
import type { SolverOutcome } from '../../solvers/solver.js';
import type { DeliveryMeans } from '../means.js';
import { presolve } from '../presolve/presolve.js';
import { solveUntil } from '../solve-until.js';
import type { Seated } from '../seats/seated.js';
import { measureInTime } from './kept-runs.js';
import { checkTerms } from './term-check.js';
import { termProgram, type TermPlan } from './term-program.js';
import type { Terms } from './terms.js';

/** A plan in time with certified pathways, and what it comes to under its goal. */
export interface Timed {
  readonly plan: TermPlan;
  readonly pathways: readonly Pathway[];
  readonly value: number;
}

/** The answer to "what is delivered when, and by whom"; values are whole numbers. */
export type TermAnswer =
  | (Timed & { readonly status: 'optimal'; readonly by: string })
  | (Timed & { readonly status: 'feasible'; readonly bound: number | null })
  | { readonly status: 'infeasible'; readonly by: string }
  | { readonly status: 'unknown'; readonly reason: string | null }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** A plan without periods, from which one in time is made; and what no plan costs less than. */
export interface Untimed {
  readonly selections: readonly Selection[] | null;
  readonly bound: number | null;
}

/** Programs of more columns than this are not tried. */
const LARGEST_PROGRAM = 40_000;

/** How much of the time that is left goes into placing the pathways of the plan without periods. */
const SHARE_OF_PLACING = 0.5;

interface Solved {
  readonly outcome: SolverOutcome | { readonly status: 'too-large' };
  readonly plan: TermPlan | null;
  readonly by: string;
}

/**
 * A plan in time. First the pathways of the plan without periods are placed; where that is as good as a plan without
 * periods can be, nothing is better. Otherwise pathways and periods are chosen together, as far as there is time.
 */
export async function findTermPlan(
  seated: Seated,
  terms: Terms,
  untimed: Untimed,
  means: DeliveryMeans,
): Promise<TermAnswer> {
  const { selections, bound } = untimed;
  const placed = selections === null ? null : await solve(seated, terms, selections, means, SHARE_OF_PLACING);
  const first = placed === null ? null : foundIn(seated, terms, placed);
  if (first !== null && 'claims' in first) return { status: 'disputed', claims: first.claims };
  if (first !== null && placed !== null && first.value === bound) {
    return { ...first, status: 'optimal', by: placed.by };
  }
  const chosen = await solve(seated, terms, null, means, 1);
  const second = foundIn(seated, terms, chosen);
  if (second !== null && 'claims' in second) return { status: 'disputed', claims: second.claims };
  return better(first, second, chosen, bound);
}

function better(first: Timed | null, second: Timed | null, { outcome, by }: Solved, bound: number | null): TermAnswer {
  const best = second !== null && (first === null || second.value <= first.value) ? second : first;
  if (outcome.status === 'infeasible') {
    if (best === null) return { status: 'infeasible', by };
    return { status: 'disputed', claims: [`${by}: there is no plan`, `a plan comes to ${best.value}`] };
  }
  if (best === null) return { status: 'unknown', reason: outcome.status === 'failed' ? outcome.reason : null };
  if (outcome.status === 'optimal') {
    if (outcome.value > best.value) {
      return { status: 'disputed', claims: [`${by}: ${outcome.value} is least`, `a plan comes to ${best.value}`] };
    }
    return { ...best, status: 'optimal', by };
  }
  const own = outcome.status === 'feasible' ? outcome.bound : null;
  const bounds = [own, bound].filter((it) => it !== null);
  const most = bounds.length === 0 ? null : Math.max(...bounds);
  return most === best.value ? { ...best, status: 'optimal', by } : { ...best, status: 'feasible', bound: most };
}

async function solve(
  seated: Seated,
  terms: Terms,
  selections: readonly Selection[] | null,
  { solver, deadline }: DeliveryMeans,
  share: number,
): Promise<Solved> {
  const by = solver?.name ?? '';
  const { program, planAt } = termProgram(seated, terms, selections);
  if (solver === null || program.columns.length > LARGEST_PROGRAM)
    return { outcome: { status: 'too-large' }, plan: null, by };
  const small = presolve(program);
  if (small.kind === 'impossible') return { outcome: { status: 'infeasible' }, plan: null, by };
  const own = sooner(deadline, share * deadline.remaining());
  const outcome = await solveUntil(solver, small.program, own);
  const plan = 'point' in outcome ? planAt(small.lift(outcome.point)) : null;
  return { outcome, plan, by: outcome.by ?? by };
}

function foundIn(
  seated: Seated,
  terms: Terms,
  { plan, outcome }: Solved,
): Timed | null | { readonly claims: readonly string[] } {
  if (plan === null || !('value' in outcome)) return null;
  const checked = checkTerms(seated, terms, plan);
  if (!checked.ok) return { claims: checked.faults };
  const value = measureInTime(seated.goal, seated.units.length, terms.kept, plan.runs);
  // A point that is not best may count a change or a unit that there is not, and never one too few.
  const isWrong = outcome.status === 'optimal' ? value !== outcome.value : value > outcome.value;
  if (isWrong) return { claims: [`added up anew it is ${value}, not ${outcome.value}`] };
  return { plan, pathways: checked.pathways, value };
}
