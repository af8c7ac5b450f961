import { bestPathways } from '../diagram/query/k-best.js';
import { goalOf } from '../diagram/query/goal.js';
import { DEFAULT_OBJECTIVES, type Objective } from '../domain/measure.js';
import { knownObjectives } from '../domain/needed.js';
import { coveredBy, isAchieved, type Problem, type Selection } from '../domain/problem.js';
import type { Entry } from '../domain/unit.js';
import { evaluate } from '../evaluate/evaluate.js';
import { placeUnits } from '../evaluate/place.js';
import type { Standing } from '../evaluate/standing.js';
import { printStatement } from '../notation/print-statement.js';
import type { DiagramStore } from '../methods/diagram-method.js';
import type { Means } from '../methods/means.js';
import { findPathway, type PathwayAnswer } from './pathway.js';

/** A held unit that does not count towards the qualification, and why. */
export interface Uncounted {
  readonly ref: string;
  readonly why: string;
}

/** How many completions cost equally few new hours; `exact` is false when there are at least that many. */
export interface EquallyCheap {
  readonly count: number;
  readonly exact: boolean;
}

/**
 * Where a learner stands. `complete` when a pathway exists inside what is held. `counted` are the held units that count
 * in the cheapest completion, and `rule` is where each condition stands with these alone. `completion` is the pathway
 * with the least new hours, then the fewest new units, then as much of the held credit as it can take.
 */
export interface Audit {
  readonly complete: boolean;
  readonly rule: readonly Standing[];
  readonly counted: readonly Entry[];
  readonly uncounted: readonly Uncounted[];
  readonly completion: PathwayAnswer;
  readonly equallyCheap: EquallyCheap | null;
}

/** What an audit asks for: least new hours, fewest new units, and then all the held credit that counts. */
export const COMPLETION_OBJECTIVES: readonly Objective[] = [
  ...DEFAULT_OBJECTIVES,
  { sense: 'maximise', measure: { over: 'overlap', quantity: 'credits' } },
  { sense: 'maximise', measure: { over: 'overlap', quantity: 'units' } },
];

/** Audits what is held: `held` are the references as given, of which the problem knows which entries they achieve. */
export async function auditLearner(problem: Problem, held: readonly string[], means: Means): Promise<Audit> {
  const completion = await findPathway(problem, knownObjectives(problem, COMPLETION_OBJECTIVES), means);
  const pathway = 'pathway' in completion ? completion.pathway.selection : null;
  const counted = pathway === null ? placeUnits(problem, held).selection : pathway.filter(isHeldIn(problem));
  return {
    complete: pathway !== null && counted.length === pathway.length,
    rule: evaluate(problem, counted).conditions,
    counted: counted.flatMap((index) => problem.entries[index] ?? []),
    uncounted: held.flatMap((ref) => explainUncounted(problem, ref, counted, pathway ?? counted)),
    completion,
    equallyCheap: completion.status === 'optimal' ? countEquallyCheap(problem, means.store) : null,
  };
}

function isHeldIn(problem: Problem): (index: number) => boolean {
  return (index) => problem.achieved[index] === true;
}

function explainUncounted(problem: Problem, ref: string, counted: Selection, pathway: Selection): Uncounted[] {
  const entries = entriesOf(problem, ref);
  if (entries.length === 0) return [{ ref, why: 'not in this qualification' }];
  if (entries.some(({ index }) => counted.includes(index))) return [];
  const refused = entries.map((entry) => refusalOf(problem, entry, pathway));
  return [{ ref, why: refused.find((why) => why !== null) ?? 'not needed' }];
}

/** The entries that a held reference achieves. */
function entriesOf(problem: Problem, ref: string): readonly Entry[] {
  const covered = coveredBy(problem.qualification, ref);
  return problem.entries.filter(({ identity }) => identity === covered);
}

/** What counting the entry on top of the pathway would break, in words; null when nothing. */
function refusalOf(problem: Problem, entry: Entry, pathway: Selection): string | null {
  const rest = pathway.filter((index) => problem.entries[index]?.identity !== entry.identity);
  const { conditions } = evaluate(problem, [...rest, entry.index]);
  const broken = conditions.find(({ holds }) => !holds);
  if (broken === undefined) return null;
  const words = `'${printStatement(broken.statement)}'`;
  if (broken.statement.kind === 'barred') return `barred by ${words}`;
  if (broken.statement.kind === 'not-counted') return `certificated but not counted: ${words}`;
  return broken.excess > 0 ? `over the cap ${words}` : `counting it would break ${words}`;
}

/** The most pathways that are looked at to count completions that cost the same. */
const MOST_LOOKED_AT = 5000;

/** Distinct sets of new units with the least new hours; pathways that differ in held units only are one completion. */
function countEquallyCheap(problem: Problem, store: DiagramStore): EquallyCheap | null {
  const diagram = store.of(problem);
  if (diagram.kind === 'too-large') return null;
  const goals = knownObjectives(problem, COMPLETION_OBJECTIVES)
    .slice(0, 1)
    .map((objective) => goalOf(problem, objective));
  const completions = new Set<string>();
  let lookedAt = 0;
  let best: number | undefined;
  for (const { selection, values } of bestPathways(diagram, goals)) {
    best ??= values[0];
    if (values[0] !== best) return { count: completions.size, exact: true };
    if (lookedAt++ === MOST_LOOKED_AT) return { count: completions.size, exact: false };
    completions.add(selection.filter((index) => problem.achieved[index] !== true).join(','));
  }
  return { count: completions.size, exact: true };
}

/** The units that a learner still has to do in a completion. */
export function newUnitsOf(problem: Problem, entries: readonly Entry[]): readonly Entry[] {
  return entries.filter((entry) => !isAchieved(problem, entry));
}
