import type { Pathway } from '../../evaluate/certify.js';
import type { SolverOutcome } from '../../solvers/solver.js';
import { breatheUntil } from '../breath.js';
import type { DeliveryMeans } from '../means.js';
import type { Deadline } from '../../methods/deadline.js';
import { presolve } from '../presolve/presolve.js';
import { solveUntil } from '../solve-until.js';
import { PathwayPool } from './pathway-pool.js';
import { measureOf } from './run-measure.js';
import { checkSeats, type CheckedSeats } from './seat-check.js';
import { chooseOnAndOn } from './seat-choice.js';
import { seatProgram } from './seat-program.js';
import { goSeatRoad, type SeatRoadEnd } from './seat-roads.js';
import type { Found } from './seat-search.js';
import type { SeatPlan, Seated } from './seated.js';

/** A plan in classes with certified pathways, and what it comes to under its goal. */
export interface Seats {
  readonly plan: SeatPlan;
  /** What each learner counts, as the evaluator has certified it. */
  readonly pathways: readonly Pathway[];
  /** By unit, who attends it. */
  readonly attending: readonly (readonly number[])[];
  readonly value: number;
}

/** The answer to "who attends what in how many runs"; values are whole numbers. */
export type SeatAnswer =
  | (Seats & { readonly status: 'optimal'; readonly by: string; readonly confirmedBy: readonly string[] })
  | (Seats & { readonly status: 'feasible'; readonly bound: number | null })
  | { readonly status: 'infeasible'; readonly by: string; readonly confirmedBy: readonly string[] }
  | { readonly status: 'unknown'; readonly reason: string | null }
  | { readonly status: 'disputed'; readonly claims: readonly string[] };

/** What answers call the road of payments. */
export const SEATS_NAME = 'payments for seats';

/**
 * Programs of more columns than this are not worth a solver's while: it does not come near a proof, or even a plan. It
 * chooses among the pathways that the search finds instead.
 */
const LARGEST_PROGRAM = 12_000;

interface ProgramEnd {
  readonly by: string;
  readonly found: Found | null;
  readonly bound: number;
  readonly done: boolean;
  readonly failed: string | null;
}

/** The best plan for learners in classes: payments for seats and, for not too many learners, an integer program beside them. */
export async function findSeatPlan(seated: Seated, means: DeliveryMeans): Promise<SeatAnswer> {
  const stop = new AbortController();
  const pool = new PathwayPool(seated);
  let [known, ahead] = [null as Found | null, null as Found | null];
  let [bound, value] = [null as number | null, null as number | null];
  const meet = (found: Found | null): void => {
    if (found !== null && found.value < valueOf(known)) known = found;
  };
  const program = goProgram(seated, means, stop.signal).then((end) => {
    meet(end?.found ?? null);
    if (end?.done === true) stop.abort();
    return end;
  });
  const choice = goChoice(seated, pool, means, stop.signal, () => better(ahead, known), meet);
  const late = breatheUntil(means.deadline);
  const road = await goSeatRoad(seated, {
    ...means,
    breathe: async () => (await late()) || stop.signal.aborted,
    known: () => known,
    pool,
    told: (found, proved) => {
      ahead = found;
      [value, bound] = [found?.value ?? value, proved];
      means.progress(value, bound);
    },
  });
  if (road !== null && road.bound >= Math.min(road.found?.value ?? Infinity, valueOf(known))) stop.abort();
  const ended = await program;
  stop.abort();
  await choice;
  return settle(seated, road, ended, known);
}

async function goProgram(seated: Seated, means: DeliveryMeans, stop: AbortSignal): Promise<ProgramEnd | null> {
  const { solver, deadline } = means;
  if (solver === null || isTooLarge(seated)) return null;
  const { program, planAt } = seatProgram(seated);
  const small = presolve(program);
  if (small.kind === 'impossible') return { by: solver.name, found: null, bound: Infinity, done: true, failed: null };
  const outcome = await solveUntil(solver, small.program, untilStopped(deadline, stop));
  return endOf(outcome, outcome.by ?? solver.name, (point): Found => {
    const plan = planAt(small.lift(point));
    return { plan, value: measureOf(seated.goal, plan.runs, seated.kept) };
  });
}

/** The solver's choice among pathways, where the program of the whole question is too large for it. */
async function goChoice(
  seated: Seated,
  pool: PathwayPool,
  { solver, deadline }: DeliveryMeans,
  stop: AbortSignal,
  best: () => Found | null,
  found: (plan: Found) => void,
): Promise<void> {
  if (solver !== null && isTooLarge(seated))
    await chooseOnAndOn(pool, solver, untilStopped(deadline, stop), best, found);
}

function isTooLarge({ groups }: Seated): boolean {
  return groups.reduce((sum, { taker, members }) => sum + members.length * taker.units.length, 0) > LARGEST_PROGRAM;
}

function untilStopped(deadline: Deadline, stop: AbortSignal): Deadline {
  return {
    remaining: () => (stop.aborted ? 0 : deadline.remaining()),
    passed: () => stop.aborted || deadline.passed(),
  };
}

function better(one: Found | null, two: Found | null): Found | null {
  return valueOf(one) <= valueOf(two) ? one : two;
}

function valueOf(found: Found | null): number {
  return found?.value ?? Infinity;
}

function endOf(outcome: SolverOutcome, by: string, foundAt: (point: readonly number[]) => Found): ProgramEnd {
  const nothing = { by, found: null, bound: -Infinity, done: false, failed: null };
  switch (outcome.status) {
    case 'optimal':
      return {
        ...nothing,
        found: foundAt(outcome.point),
        bound: outcome.value,
        done: true,
      };
    case 'feasible':
      return {
        ...nothing,
        found: foundAt(outcome.point),
        bound: outcome.bound ?? -Infinity,
      };
    case 'infeasible':
      return { ...nothing, bound: Infinity, done: true };
    case 'unknown':
      return nothing;
    case 'failed':
      return { ...nothing, failed: outcome.reason };
  }
}

function settle(seated: Seated, road: SeatRoadEnd | null, program: ProgramEnd | null, known: Found | null): SeatAnswer {
  const found = [road?.found ?? null, program?.found ?? null, known].filter((it) => it !== null);
  const [best] = found.sort((a, b) => a.value - b.value);
  const bounds = [
    ...(road === null ? [] : [{ by: SEATS_NAME, bound: road.bound }]),
    ...(program === null ? [] : [{ by: program.by, bound: program.bound }]),
  ];
  if (best === undefined) {
    const none = bounds.filter(({ bound }) => bound === Infinity).map(({ by }) => by);
    const [first, ...others] = none;
    if (first !== undefined) return { status: 'infeasible', by: first, confirmedBy: others };
    return { status: 'unknown', reason: program?.failed ?? null };
  }
  const claims = bounds.map(({ by, bound }) => `${by}: no plan comes to less than ${bound}`);
  if (bounds.some(({ bound }) => bound > best.value)) {
    return { status: 'disputed', claims: [...claims, `a plan comes to ${best.value}`] };
  }
  const checked = checkFound(seated, best);
  if ('claims' in checked) return { status: 'disputed', claims: checked.claims };
  const { pathways, attending } = checked;
  const seats = { plan: best.plan, value: best.value, pathways, attending };
  const [first, ...others] = bounds.filter(({ bound }) => bound === best.value).map(({ by }) => by);
  if (first !== undefined) return { ...seats, status: 'optimal', by: first, confirmedBy: others };
  const bound = Math.max(-Infinity, ...bounds.map((it) => it.bound));
  return { ...seats, status: 'feasible', bound: Number.isFinite(bound) ? bound : null };
}

/** A plan from the other side: its pathways, its runs, and what these come to. */
function checkFound(
  seated: Seated,
  { plan, value }: Found,
): Extract<CheckedSeats, { readonly ok: true }> | { readonly claims: readonly string[] } {
  const checked = checkSeats(seated, plan);
  if (!checked.ok) return { claims: checked.faults };
  const sum = measureOf(seated.goal, plan.runs, seated.kept);
  return sum === value ? checked : { claims: [`added up anew it is ${sum}, not ${value}`] };
}
