import type { Pathway } from '../../evaluate/certify.js';
import { certifyTaker } from '../held-ways.js';
import { itemAt } from '../../domain/item-at.js';
import { attendedIn, type Seated } from '../seats/seated.js';
import { measureInTime } from './kept-runs.js';
import { precedencesOf } from './precedence.js';
import type { TermPlan } from './term-program.js';
import { mayTeach, type Terms } from './terms.js';

/** A plan in time from the other side: certified pathways, or everything that is wrong. */
export type CheckedTerms =
  | { readonly ok: true; readonly pathways: readonly Pathway[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Recounts a plan: pathways by the evaluator, when each unit is attended and what it needs before, loads, seats and staff. */
export function checkTerms(seated: Seated, terms: Terms, plan: TermPlan): CheckedTerms {
  const faults: string[] = [];
  const pathways: Pathway[] = [];
  for (const { taker, members } of seated.groups) {
    const order = precedencesOf(taker, terms.unordered);
    for (const learner of members) {
      const selection = itemAt(plan.selections, learner);
      const certificate = certifyTaker(taker, selection);
      if (certificate.ok) pathways[learner] = certificate.pathway;
      else faults.push(`what learner ${learner + 1} counts is no pathway`);
      const periods = itemAt(plan.periods, learner);
      const attended = new Set(attendedIn(taker, selection));
      if (attended.size !== periods.size || [...attended].some((unit) => !periods.has(unit))) {
        faults.push(`learner ${learner + 1} does not attend what is counted`);
      }
      for (const { dependants, weights, held, min } of order) {
        const given = selection.reduce((sum, entry) => sum + (held.get(entry) ?? 0), 0);
        const late = dependants.filter((unit) => {
          const period = periods.get(unit);
          if (period === undefined) return false;
          return given + amountBefore(periods, weights, period, unit) < min;
        });
        if (late.length > 0) faults.push(`learner ${learner + 1} attends a unit before what it needs`);
      }
    }
  }
  faults.push(...loadFaults(terms, plan), ...seatFaults(seated, terms, plan), ...staffFaults(terms, plan));
  for (const { option, measure, most } of seated.limits) {
    const sum = measureInTime(measure, seated.units.length, terms.kept, plan.runs);
    if (sum > most) faults.push(`${option} is broken by ${sum - most}`);
  }
  return faults.length === 0 ? { ok: true, pathways } : { ok: false, faults };
}

function amountBefore(
  periods: ReadonlyMap<number, number>,
  weights: ReadonlyMap<number, number>,
  period: number,
  dependant: number,
): number {
  let sum = 0;
  for (const [unit, weight] of weights) {
    const own = periods.get(unit);
    if (own !== undefined && own < period && unit !== dependant) sum += weight;
  }
  return sum;
}

function loadFaults({ maxLoad, periods: count, hours }: Terms, { periods }: TermPlan): readonly string[] {
  if (maxLoad === null) return [];
  return periods.flatMap((own, learner) =>
    Array.from({ length: count }, (_, period) => period).flatMap((period) => {
      let load = 0;
      for (const [unit, at] of own) if (at === period) load += itemAt(hours, unit);
      return load > maxLoad ? [`learner ${learner + 1} has ${load} hours in period ${period + 1}`] : [];
    }),
  );
}

function seatFaults({ units, sizes, fixed }: Seated, { periods: count }: Terms, plan: TermPlan): readonly string[] {
  return units.flatMap(({ index, ref }) => {
    const { capacity, least } = itemAt(sizes, index);
    const faults: string[] = [];
    const attended = plan.periods.some((own) => own.has(index));
    const given = plan.runs.reduce((sum, run) => sum + (run.unit === index ? run.count : 0), 0);
    const isAskedFor = fixed[index] === 1 && least <= 1 && !attended && given === 1;
    let all = 0;
    for (let period = 0; period < count; period++) {
      const seats = plan.periods.filter((own) => own.get(index) === period).length;
      const runs = plan.runs
        .filter((run) => run.unit === index && run.period === period)
        .reduce((sum, run) => sum + run.count, 0);
      all += runs;
      const isWish = isAskedFor && runs === 1;
      if (seats > runs * capacity) faults.push(`${ref} has ${seats} learners in ${runs} runs of period ${period + 1}`);
      if (seats < runs * least && !isWish) faults.push(`${ref} has too few learners in period ${period + 1}`);
    }
    const wish = fixed[index] ?? null;
    if (wish !== null && (wish === 1) !== all > 0) faults.push(`the wish about ${ref} is not kept`);
    return faults;
  });
}

function staffFaults({ staff, hours }: Terms, { runs }: TermPlan): readonly string[] {
  if (staff.length === 0) return [];
  const faults: string[] = [];
  const taught = new Map<string, number>();
  for (const { unit, period, staff: person, count } of runs) {
    const member = person === null ? undefined : staff[person];
    if (member === undefined || !mayTeach(member, unit, period, itemAt(hours, unit))) {
      faults.push('a run has nobody who may teach it');
      continue;
    }
    const key = `${person} ${period}`;
    taught.set(key, (taught.get(key) ?? 0) + count * itemAt(hours, unit));
  }
  for (const [person, member] of staff.entries()) {
    for (const [period, most] of member.hours.entries()) {
      const own = taught.get(`${person} ${period}`) ?? 0;
      if (own > most) faults.push(`${member.person} has ${own} hours in period ${period + 1}`);
    }
  }
  return faults;
}
