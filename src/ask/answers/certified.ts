import { Drawn } from '../../certificate/diagram-claims.js';
import { makeCertificate, type Certified, type Part } from '../../certificate/make-certificate.js';
import { LIGHT, TOO_LARGE, type Effort } from '../../certificate/find-proof.js';
import type { Problem } from '../../domain/problem.js';
import { everyWay } from '../../domain/using-held.js';
import type { DiagramStore } from '../../methods/diagram-method.js';
import type { Conflict } from '../../questions/conflict.js';
import { findPathway, type PathwayAnswer } from '../../questions/pathway.js';
import type { SolveDocument } from '../../report/documents/bounded.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import {
  bestParts,
  certifyConflict,
  UNPROVED,
  withCertificate,
  type Best,
  type CertifiedAnswer,
} from './certificates.js';
import { bestPathwayAnswer } from './pathway.js';
import { conflictOf, unansweredAnswer } from './unanswered.js';

/** The answer to `solve` with its certificate. */
export type CertifiedPathway = CertifiedAnswer<SolveDocument>;

/** Why an answer between two bounds has no certificate. */
export const BOUNDED = 'figures are known within bounds only';

/** Which pathway is best, or that there is none, with a certificate of it. */
export async function answerCertified(asked: Asked): Promise<CertifiedPathway> {
  const { problem, objectives, means } = asked;
  const found = await findPathway(problem, objectives, means.forOne);
  const conflict = await conflictOf(asked, found);
  const answer =
    found.status === 'optimal' ? bestPathwayAnswer(asked, found) : unansweredAnswer(asked, found, conflict);
  return withCertificate(answer, await certify(asked, found, conflict));
}

/** The most entries, over all ways of using what is held, of a question whose answer is certified by itself. */
const MOST_BY_ITSELF = 400;

/**
 * The same with what can be certified in next to no time; that it is not says nothing against an answer. How much work that
 * may be is settled beforehand, and no clock is looked at: the same question always has the same answer.
 */
export async function answerPathway(asked: Asked): Promise<Answer<SolveDocument>> {
  const { problem, objectives, means } = asked;
  const found = await findPathway(problem, objectives, means.forOne);
  const conflict = await conflictOf(asked, found);
  const answer =
    found.status === 'optimal' ? bestPathwayAnswer(asked, found) : unansweredAnswer(asked, found, conflict);
  const small = everyWay(problem).length * problem.entries.length <= MOST_BY_ITSELF;
  const certified = small
    ? await certify(asked, found, conflict, LIGHT)
    : { certified: false as const, why: TOO_LARGE };
  return byItself(answer, certified);
}

/** The same without a certificate. */
export async function answerUncertified(asked: Asked): Promise<Answer<SolveDocument>> {
  const found = await findPathway(asked.problem, asked.objectives, asked.means.forOne);
  return found.status === 'optimal'
    ? bestPathwayAnswer(asked, found)
    : unansweredAnswer(asked, found, await conflictOf(asked, found));
}

/** What is said of an answer that nobody asked to have certified: that it is not says nothing against it. */
export function byItself(answer: Answer<SolveDocument>, certified: Certified): Answer<SolveDocument> {
  return { ...withCertificate(answer, certified), outcome: answer.outcome };
}

/** An answer of which there is no certificate, and why: a limit stopped what was asked for. */
export function withoutCertificate(answer: Answer<SolveDocument>, why: string): CertifiedPathway {
  return withCertificate(answer, { certified: false, why });
}

async function certify(
  { problem, means }: Asked,
  found: PathwayAnswer,
  conflict: Conflict | null,
  effort?: Effort,
): Promise<Certified> {
  if (found.status === 'infeasible') return certifyConflict(problem, conflict, effort);
  if (found.status !== 'optimal') return UNPROVED;
  const byTrees = makeCertificate(problem, problem.conditions, bestParts(problem, BEST, found), effort);
  const isWhole = byTrees.certified && byTrees.without.length === 0;
  if (isWhole || effort === LIGHT) return byTrees;
  // Where trees grow too large, as with exact sums, a diagram may still be small.
  const byDiagram = makeCertificate(problem, problem.conditions, alongParts(problem, found, means.forOne.store));
  return byDiagram.certified && byDiagram.without.length === 0 ? byDiagram : byTrees;
}

const BEST = 'the best pathway';

/** That no pathway along the diagram of any way of using what is held is better than the one found. */
function alongParts(problem: Problem, { pathway, objectives }: Best, store: DiagramStore): readonly Part[] {
  return everyWay(problem).map((way, at): Part => {
    const selections = way === pathway.problem ? [pathway.selection] : [];
    const drawn = new Drawn(way, store.of(way));
    return { name: BEST, way: at, claim: drawn.list({ which: 'better', objectives, selections, known: [] }) };
  });
}
