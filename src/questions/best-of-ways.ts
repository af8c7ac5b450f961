import type { StoppedBy } from '../methods/method.js';
import { compareInTable, compareValues } from './objective-values.js';
import type { PathwayAnswer } from './pathway.js';

type Found = Extract<PathwayAnswer, { readonly status: 'optimal' | 'feasible' }>;

/**
 * The answers for every way of using what is held as one answer: the best pathway of all. It is proved best when every
 * way has been settled; that there is none is proved when no way has one.
 */
export function bestOfWays(answers: readonly PathwayAnswer[]): PathwayAnswer {
  const [only] = answers;
  if (answers.length === 1 && only !== undefined) return only;
  const disputed = answers.find(({ status }) => status === 'disputed');
  if (disputed !== undefined) return disputed;
  const [best] = answers.flatMap((it): Found[] => ('pathway' in it ? [it] : [])).sort(compareFound);
  if (best !== undefined) return withinWays(best, answers);
  const open = answers.find(({ status }) => status === 'unknown');
  if (open !== undefined) return open;
  const [none] = answers.flatMap((it) => (it.status === 'infeasible' ? [it] : []));
  if (none === undefined) throw new RangeError('there is always a way of using what is held');
  return { ...none, confirmedBy: confirmedInAll(answers) };
}

/** The better values first; then, of proved ones, the first in table order. */
function compareFound(a: Found, b: Found): number {
  return compareValues(a.objectives, b.objectives) || compareInTable(a.pathway.selection, b.pathway.selection);
}

function withinWays(best: Found, answers: readonly PathwayAnswer[]): PathwayAnswer {
  const { pathway, objectives, by } = best;
  const limit = limitOf(answers);
  if (limit !== null) return { status: 'feasible', pathway, objectives, bound: boundOf(answers), limit, by };
  const first = answers.every((it) => it.status !== 'optimal' || it.first);
  return { status: 'optimal', pathway, objectives, by, first, confirmedBy: confirmedInAll(answers), equallyGood: null };
}

/** What kept a way from being settled; null when all are. A failure leaves one open as the time does. */
function limitOf(answers: readonly PathwayAnswer[]): StoppedBy | null {
  const limits = answers.flatMap((it) => ('limit' in it ? [it.limit ?? 'time'] : []));
  return limits.find((it) => it === 'time') ?? limits[0] ?? null;
}

/** No way does better in the first objective; null when nothing is known of one of them. */
function boundOf(answers: readonly PathwayAnswer[]): number | null {
  const bounds: number[] = [];
  let sense: 'minimise' | 'maximise' = 'minimise';
  for (const it of answers) {
    if (it.status === 'infeasible') continue;
    const bound = it.status === 'optimal' ? it.objectives[0]?.value : it.status === 'feasible' ? it.bound : null;
    if (bound === null || bound === undefined) return null;
    bounds.push(bound);
    if ('objectives' in it) sense = it.objectives[0]?.sense ?? sense;
  }
  return sense === 'minimise' ? Math.min(...bounds) : Math.max(...bounds);
}

function confirmedInAll(answers: readonly PathwayAnswer[]): readonly string[] {
  const all = answers.flatMap((it) => ('confirmedBy' in it ? [it.confirmedBy] : []));
  return [...new Set(all.flat())].filter((name) => all.every((names) => names.includes(name)));
}
