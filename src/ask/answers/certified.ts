import { makeCertificate, type Certified } from '../../certificate/make-certificate.js';
import type { Conflict } from '../../questions/conflict.js';
import { findPathway, type PathwayAnswer } from '../../questions/pathway.js';
import type { SolveDocument } from '../../report/documents/bounded.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { bestParts, certifyConflict, UNPROVED, withCertificate, type CertifiedAnswer } from './certificates.js';
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

/** An answer of which there is no certificate, and why: a limit stopped what was asked for. */
export function withoutCertificate(answer: Answer<SolveDocument>, why: string): CertifiedPathway {
  return withCertificate(answer, { certified: false, why });
}

async function certify({ problem }: Asked, found: PathwayAnswer, conflict: Conflict | null): Promise<Certified> {
  if (found.status === 'optimal') {
    return makeCertificate(problem, problem.conditions, bestParts(problem, 'the best pathway', found));
  }
  return found.status === 'infeasible' ? certifyConflict(problem, conflict) : UNPROVED;
}
