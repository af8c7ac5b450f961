import { formatMeasure, type Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import { certify } from '../evaluate/certify.js';
import { goalOf } from '../diagram/query/goal.js';
import { shortest } from '../diagram/query/shortest.js';
import { DIAGRAM_NAME } from '../methods/diagram-method.js';
import { firstInTable, type FirstInTable } from '../methods/first-in-table.js';
import type { SearchMeans } from '../methods/means.js';
import type { Claim } from '../methods/method.js';
import { compareValues, valuesAt } from './objective-values.js';
import type { PathwayAnswer } from './pathway.js';

/**
 * The best pathway for one way of using what is held, which the problem says in `achieved`: claimed by the method, put
 * to the evaluator and to the confirmers, and then the first in table order of those that are equally good.
 */
export async function proveOneWay(
  problem: Problem,
  objectives: readonly Objective[],
  means: SearchMeans,
): Promise<PathwayAnswer> {
  const claim = await means.method.best(problem, objectives, means.deadline);
  const answer = await confirm(problem, objectives, examine(problem, objectives, claim), means);
  return answer.status === 'optimal' ? settleTies({ problem, objectives, excluded: [] }, answer, means) : answer;
}

/** As {@link proveOneWay}, of the pathways with other units than each of those `excluded`, and without confirmers. */
export async function proveNext(
  { problem, objectives, excluded }: NextQuestion,
  means: Omit<SearchMeans, 'confirmers'>,
): Promise<PathwayAnswer> {
  const claim = await means.method.best(problem, objectives, means.deadline, excluded);
  const answer = examine(problem, objectives, claim);
  return answer.status === 'optimal' ? settleTies({ problem, objectives, excluded }, answer, means) : answer;
}

/** What is asked when some pathways are known already. */
export interface NextQuestion {
  readonly problem: Problem;
  readonly objectives: readonly Objective[];
  readonly excluded: readonly Selection[];
}

/** Puts a claim to the evaluator. */
export function examine(problem: Problem, objectives: readonly Objective[], claim: Claim): PathwayAnswer {
  const { by } = claim;
  if (claim.status === 'infeasible') return { status: 'infeasible', by, confirmedBy: [] };
  if (claim.status === 'unknown') return { status: 'unknown', limit: claim.limit, reason: null, by };
  if (claim.status === 'failed') {
    if (claim.contradiction === true) return { status: 'disputed', claims: [claim.reason] };
    return { status: 'unknown', limit: null, reason: claim.reason, by };
  }
  const certificate = certify(problem, claim.selection);
  if (!certificate.ok) {
    return { status: 'disputed', claims: [`${by} named a selection that the evaluator refuses`] };
  }
  const { pathway } = certificate;
  const found = { pathway, objectives: valuesAt(problem, pathway.selection, objectives), by };
  if (claim.status === 'feasible') return { status: 'feasible', ...found, bound: claim.bound, limit: claim.limit };
  return { status: 'optimal', ...found, confirmedBy: [], first: false, equallyGood: null };
}

/**
 * Asks each confirmer the same question: the answer gains its name, an open one is settled by it, or all is disputed. A
 * confirmer that fails or does not finish confirms nothing.
 */
async function confirm(
  problem: Problem,
  objectives: readonly Objective[],
  answer: PathwayAnswer,
  { confirmers, deadline }: SearchMeans,
): Promise<PathwayAnswer> {
  let confirmed = answer;
  for (const confirmer of confirmers) {
    if (confirmed.status === 'disputed') return confirmed;
    const second = examine(problem, objectives, await confirmer.best(problem, objectives, deadline));
    if (second.status === 'disputed') return { status: 'disputed', claims: [describe(confirmed), ...second.claims] };
    if (second.status === 'unknown') continue;
    confirmed = reconcile(confirmed, second);
  }
  return confirmed;
}

type Found = Exclude<PathwayAnswer, { status: 'unknown' | 'disputed' }>;

/** What an answer becomes in the light of a second one. */
function reconcile(first: PathwayAnswer, second: Found): PathwayAnswer {
  if (first.status === 'unknown') return second;
  if (first.status === 'disputed') return first;
  const disputed: PathwayAnswer = { status: 'disputed', claims: [describe(first), describe(second)] };
  if (first.status === 'infeasible' || second.status === 'infeasible') {
    if (first.status === second.status) return withConfirmation(first, second.by);
    return disputed;
  }
  const order = compareValues(first.objectives, second.objectives);
  if (second.status === 'feasible') return order <= 0 ? first : first.status === 'optimal' ? disputed : second;
  if (first.status === 'feasible') return order < 0 ? disputed : second;
  return order === 0 ? withConfirmation(first, second.by) : disputed;
}

function withConfirmation(answer: Found, name: string): Found {
  if (answer.status === 'feasible' || answer.by === name) return answer;
  return { ...answer, confirmedBy: [...answer.confirmedBy, name] };
}

function describe(answer: PathwayAnswer): string {
  if (answer.status === 'disputed') return answer.claims.join('; ');
  if (answer.status === 'unknown') return `${answer.by}: nothing`;
  if (answer.status === 'infeasible') return `${answer.by}: no pathway exists`;
  const values = answer.objectives.map(({ measure, value }) => `${formatMeasure(measure)} ${value}`);
  return `${answer.by}: ${answer.status === 'optimal' ? 'best' : 'found'} ${values.join(', ')}`;
}

type Optimal = Extract<PathwayAnswer, { status: 'optimal' }>;

/** The first in table order of the pathways that are as good as the proved one. */
async function settleTies(
  question: NextQuestion,
  answer: Optimal,
  means: Omit<SearchMeans, 'confirmers'>,
): Promise<PathwayAnswer> {
  const { problem, objectives } = question;
  const settled = await firstOf(question, answer, means);
  if (settled === null) return { status: 'disputed', claims: [describe(answer), `${DIAGRAM_NAME}: no pathway exists`] };
  const { selection, first } = settled;
  const certificate = certify(problem, selection);
  const values = valuesAt(problem, selection, objectives);
  if (!certificate.ok || compareValues(values, answer.objectives) !== 0) {
    const other = certificate.ok ? values.map(({ value }) => value).join(', ') : 'a selection the evaluator refuses';
    return { status: 'disputed', claims: [describe(answer), `among the equally good: ${other}`] };
  }
  return { ...answer, pathway: certificate.pathway, first };
}

async function firstOf(
  { problem, objectives, excluded }: NextQuestion,
  { by, pathway }: Optimal,
  { store, solver, deadline }: Omit<SearchMeans, 'confirmers'>,
): Promise<FirstInTable | null> {
  // The diagram's own answer is the first in table order already.
  if (by === DIAGRAM_NAME) return { selection: pathway.selection, first: true };
  const diagram = store.of(problem);
  if (diagram.kind === 'too-large' || excluded.length > 0) {
    return firstInTable(solver, { problem, objectives, best: pathway.selection, excluded }, deadline);
  }
  const optimum = shortest(
    diagram,
    objectives.map((objective) => goalOf(problem, objective)),
  );
  return optimum === null ? null : { selection: optimum.selection, first: true };
}
