/*
 * A choice among pathways that a search has found. With P[g] the pool of group g,
 *
 * Unknowns    n[g,p]  how many of the m[g] learners of group g take pathway p of P[g], whole
 *             r[u]    runs of unit u, whole
 * Condition   sum over p of n[g,p] = m[g]
 *             M[u] r[u] <= sum over g and p with u in p of n[g,p] <= N[u] r[u]
 * Limits      and goal: measures of runs, as in every program of seats
 *
 * Rows that tie each group to the runs by itself would make the relaxation tighter and, with nearly as many groups as
 * learners, a solver eight times slower: they are left out.
 *
 * Learners are not merged: each takes one whole pathway. What the choice finds is a plan; it proves nothing, as pathways
 * outside the pool are not looked at.
 */
import type { Selection } from '../../domain/problem.js';
import { itemAt } from '../../domain/item-at.js';
import { exactly } from '../../domain/interval.js';
import type { Column, LinearProgram, Row, Term } from '../../program/linear-program.js';
import { attendedIn, type Seated, type SeatPlan } from './seated.js';
import { measureOf } from './run-measure.js';
import { addClasses, runColumns } from './class-rows.js';

/** The most pathways that are kept of a group, and of all groups together: more make the choice slow, not better. */
const MOST_OF_GROUP = 80;
const MOST_OF_ALL = 12_000;

interface Pooled {
  readonly selection: Selection;
  /** The units that it has a learner attend. */
  readonly attended: readonly number[];
}

/** Pathways of each group, those that were seen last; the same units are one. */
export class PathwayPool {
  readonly #seated: Seated;
  readonly #most: number;
  readonly #byGroup: readonly Map<string, Pooled>[];
  #plans = 0;

  constructor(seated: Seated) {
    this.#seated = seated;
    this.#byGroup = seated.groups.map(() => new Map<string, Pooled>());
    this.#most = Math.max(2, Math.min(MOST_OF_GROUP, Math.floor(MOST_OF_ALL / Math.max(1, seated.groups.length))));
  }

  /** How many plans have been put in. */
  get plans(): number {
    return this.#plans;
  }

  /** Puts in what every learner counts in a plan. */
  addPlan(selections: readonly Selection[]): void {
    for (const [group, { members }] of this.#seated.groups.entries()) {
      for (const learner of members) this.add(group, itemAt(selections, learner));
    }
    this.#plans += 1;
  }

  /** Puts in a pathway of a group; the one that has not been seen for longest makes room. */
  add(group: number, selection: Selection): void {
    const { taker } = itemAt(this.#seated.groups, group);
    const attended = [...new Set(attendedIn(taker, selection))];
    const key = keyOf(attended);
    const own = itemAt(this.#byGroup, group);
    own.delete(key);
    own.set(key, { selection, attended });
    const [oldest] = own.keys();
    if (own.size > this.#most && oldest !== undefined) own.delete(oldest);
  }

  /**
   * The program of the choice among what is in the pool now, and the plan to start from as a point of it, if there is
   * one; null while a group has nothing to choose from.
   */
  choice(from: SeatPlan | null): PoolChoice | null {
    if (from !== null) this.addPlan(from.selections);
    const pooled = this.#byGroup.map((own) => [...own.values()]);
    return pooled.some((own) => own.length === 0) ? null : choiceAmong(this.#seated, pooled, from);
  }
}

/** A program, and the plan that a point of it stands for. */
export interface PoolChoice {
  readonly program: LinearProgram;
  readonly planAt: (point: readonly number[]) => SeatPlan;
  /** What the runs of a plan come to: a point that is not best may count a change or a unit too many. */
  readonly valueOf: (plan: SeatPlan) => number;
  readonly start: readonly number[] | null;
}

function choiceAmong(seated: Seated, pooled: readonly (readonly Pooled[])[], from: SeatPlan | null): PoolChoice {
  const columns: Column[] = runColumns(seated);
  const rows: Row[] = [];
  const seats: Term[][] = seated.units.map(() => []);
  const starts: number[] = [];
  for (const [group, own] of pooled.entries()) {
    const size = itemAt(seated.groups, group).members.length;
    const start = columns.length;
    starts.push(start);
    columns.push(...own.map(() => ({ lower: 0, upper: size })));
    const all = own.map((_, at): Term => ({ column: start + at, factor: 1 }));
    rows.push({ terms: all, interval: exactly(size) });
    for (const [at, { attended }] of own.entries()) {
      for (const unit of attended) itemAt(seats, unit).push({ column: start + at, factor: 1 });
    }
  }
  const { terms, extend } = addClasses(seated, columns, rows, seats);
  const program: LinearProgram = { sense: 'minimise', columns, rows, objective: { terms, constant: 0 } };
  return {
    program,
    planAt: (point) => planAt(seated, pooled, starts, point),
    valueOf: ({ runs }) => measureOf(seated.goal, runs, seated.kept),
    start: from === null ? null : extend(pointOf(seated, pooled, from)),
  };
}

function planAt(
  { units, groups, learners }: Seated,
  pooled: readonly (readonly Pooled[])[],
  starts: readonly number[],
  point: readonly number[],
): SeatPlan {
  const selections: Selection[] = Array.from({ length: learners }, () => []);
  for (const [group, { members }] of groups.entries()) {
    const chosen = itemAt(pooled, group).flatMap(({ selection }, at) =>
      Array.from({ length: itemAt(point, itemAt(starts, group) + at) }, () => selection),
    );
    for (const [at, learner] of members.entries()) selections[learner] = itemAt(chosen, at);
  }
  return { runs: units.map(({ index }) => itemAt(point, index)), selections };
}

/** How many learners of each group take each of its pathways in a plan, behind the runs of the units. */
function pointOf({ groups }: Seated, pooled: readonly (readonly Pooled[])[], plan: SeatPlan): readonly number[] {
  const counts = groups.flatMap(({ taker, members }, group) => {
    const keys = members.map((learner) => keyOf([...new Set(attendedIn(taker, itemAt(plan.selections, learner)))]));
    return itemAt(pooled, group).map(({ attended }) => {
      const key = keyOf(attended);
      return keys.filter((it) => it === key).length;
    });
  });
  return [...plan.runs, ...counts];
}

function keyOf(attended: readonly number[]): string {
  return attended.toSorted((a, b) => a - b).join();
}
