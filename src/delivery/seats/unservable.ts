/*
 * Learners who cannot be served, whatever is planned: those without a pathway among the units that are to be had. A unit is
 * not to be had where it must not be delivered, or where fewer learners could ever attend it than its least class; when
 * such learners are left out, other units may lose their class, and so on until nothing changes.
 */
import { itemAt } from '../../domain/item-at.js';
import type { DiagramStore } from '../../methods/diagram-method.js';
import { HELD } from '../joint.js';
import { Sweeper } from '../split/sweeper.js';
import { mostAttending, type LearnerGroup, type Seated } from './seated.js';

/** Who can be served, and who cannot, with the units that too few could attend at the time. */
export interface Servable {
  readonly groups: readonly LearnerGroup[];
  readonly left: readonly { readonly group: LearnerGroup; readonly tooFew: readonly number[] }[];
}

/** The most hours that a learner may attend in all, and the hours of a run of each unit. */
export interface Allowance {
  readonly most: number;
  readonly hours: readonly number[];
}

/**
 * Leaves out groups that cannot be served, or not within their allowance of hours; those whose rule is too large for a
 * diagram stay.
 */
export function servable(
  seated: Omit<Seated, 'goal'>,
  store: DiagramStore,
  allowance: Allowance | null = null,
): Servable {
  let { groups } = seated;
  const left: { group: LearnerGroup; tooFew: readonly number[] }[] = [];
  for (;;) {
    const most = mostAttending({ ...seated, groups });
    const tooFew = seated.units.flatMap(({ index }) =>
      itemAt(most, index) < itemAt(seated.sizes, index).least ? [index] : [],
    );
    const gone = new Set([...tooFew, ...seated.units.map(({ index }) => index).filter((it) => seated.fixed[it] === 0)]);
    const stay = groups.filter((group) => hasPathway(group, gone, store, allowance));
    if (stay.length === groups.length) return { groups, left };
    for (const group of groups) if (!stay.includes(group)) left.push({ group, tooFew });
    groups = stay;
  }
}

function hasPathway(
  { taker }: LearnerGroup,
  gone: ReadonlySet<number>,
  store: DiagramStore,
  allowance: Allowance | null,
): boolean {
  const diagram = store.of(taker.shape);
  if (diagram.kind === 'too-large') return true;
  const sweeper = new Sweeper(taker, diagram);
  const hoursOf = (unit: number): number => (allowance === null ? 0 : itemAt(allowance.hours, unit));
  for (const [at, unit] of sweeper.units.entries()) {
    sweeper.prices[at] = unit !== HELD && gone.has(unit) ? Infinity : hoursOf(unit);
  }
  const least = sweeper.sweep();
  return least < Infinity && (allowance === null || least <= allowance.most);
}
