import { makeCertificate, type Certified } from '../../certificate/make-certificate.js';
import type { Conflict } from '../../questions/conflict.js';
import { findPathway, type PathwayAnswer } from '../../questions/pathway.js';
import type { SolveDocument } from '../../report/documents/bounded.js';
import type { CertificateDocument } from '../../report/documents/certificate.js';
import { certificateLine } from '../../report/sheets/verify.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { bestPathwayAnswer } from './pathway.js';
import { conflictOf, unansweredAnswer } from './unanswered.js';

/** The answer to `solve`, with its certificate as text where there is one. */
export interface CertifiedAnswer extends Answer<SolveDocument> {
  readonly certificate: string | null;
}

/** Why an answer between two bounds has no certificate. */
export const BOUNDED = 'figures are known within bounds only';

const EQUIVALENTS = 'equivalents: what is held can be used in several ways, and a certificate is about one';

/** Which pathway is best, or that there is none, with a certificate of it. */
export async function answerCertified(asked: Asked): Promise<CertifiedAnswer> {
  const { problem, objectives, means } = asked;
  const found = await findPathway(problem, objectives, means.forOne);
  const conflict = await conflictOf(asked, found);
  const answer =
    found.status === 'optimal' ? bestPathwayAnswer(asked, found) : unansweredAnswer(asked, found, conflict);
  return withCertificate(answer, await certify(asked, found, conflict));
}

/** An answer of which there is no certificate, and why: a limit stopped what was asked for. */
export function withoutCertificate(answer: Answer<SolveDocument>, why: string): CertifiedAnswer {
  return withCertificate(answer, { certified: false, why });
}

async function certify({ problem }: Asked, found: PathwayAnswer, conflict: Conflict | null): Promise<Certified> {
  if (problem.otherWays !== undefined) return { certified: false, why: EQUIVALENTS };
  if (found.status === 'optimal') {
    const { pathway, objectives } = found;
    return makeCertificate(pathway.problem, { kind: 'optimal', selection: pathway.selection, objectives });
  }
  if (conflict === null) return { certified: false, why: 'the answer itself is not proved' };
  const statements = conflict.members.map(({ statement }) => statement);
  return makeCertificate(problem, { kind: 'infeasible', statements });
}

function withCertificate(answer: Answer<SolveDocument>, certified: Certified): CertifiedAnswer {
  const certificate: CertificateDocument = certified.certified
    ? { certified: true, leaves: certified.leaves }
    : { certified: false, why: certified.why };
  const { sheet, document, issues } = answer;
  return {
    document: { ...document, certificate },
    issues,
    outcome: certified.certified || answer.outcome !== 'answered' ? answer.outcome : 'limit',
    sheet: () => {
      const { title, parts } = sheet();
      return { title, parts: [...parts, certificateLine(certificate)] };
    },
    certificate: certified.certified ? certified.text : null,
  };
}
