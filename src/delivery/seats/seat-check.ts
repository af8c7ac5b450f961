import type { Pathway } from '../../evaluate/certify.js';
import { certifyTaker } from '../held-ways.js';
import { itemAt } from '../../domain/item-at.js';
import { measureOf } from './run-measure.js';
import { attendedIn, type SeatPlan, type Seated } from './seated.js';

/** A plan from the other side: each learner's pathway as the evaluator has certified it, or what is wrong. */
export type CheckedSeats =
  | { readonly ok: true; readonly pathways: readonly Pathway[]; readonly attending: readonly (readonly number[])[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Puts every pathway to the evaluator, counts who attends each unit anew, and holds runs against class sizes and wishes. */
export function checkSeats(seated: Seated, { runs, selections }: SeatPlan): CheckedSeats {
  const faults: string[] = [];
  const pathways: Pathway[] = [];
  const attending = seated.units.map((): number[] => []);
  for (const { taker, members } of seated.groups) {
    for (const learner of members) {
      const selection = itemAt(selections, learner);
      const certificate = certifyTaker(taker, selection);
      if (certificate.ok) pathways[learner] = certificate.pathway;
      else faults.push(`what learner ${learner + 1} counts is no pathway`);
      for (const unit of new Set(attendedIn(taker, selection))) itemAt(attending, unit).push(learner);
    }
  }
  for (const { index } of seated.units)
    faults.push(...faultsOf(seated, index, itemAt(runs, index), itemAt(attending, index).length));
  for (const { option, measure, most } of seated.limits) {
    const sum = measureOf(measure, runs, seated.kept);
    if (sum > most) faults.push(`${option} is broken by ${sum - most}`);
  }
  return faults.length === 0 ? { ok: true, pathways, attending } : { ok: false, faults };
}

function faultsOf({ sizes, fixed, units }: Seated, unit: number, runs: number, seats: number): readonly string[] {
  const { ref } = itemAt(units, unit);
  const { capacity, least } = itemAt(sizes, unit);
  const wish = fixed[unit] ?? null;
  const isEmptyWish = wish === 1 && seats === 0 && runs === 1 && least <= 1;
  return [
    ...(seats > runs * capacity ? [`${ref} has ${seats} learners in ${runs} runs of ${capacity}`] : []),
    ...(seats < runs * least && !isEmptyWish ? [`${ref} has ${seats} learners, too few for ${runs} runs`] : []),
    ...(wish !== null && (wish === 1) !== runs > 0 ? [`the wish about ${ref} is not kept`] : []),
  ];
}
