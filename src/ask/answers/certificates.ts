import type { Effort } from '../../certificate/find-proof.js';
import { makeCertificate, type Certified, type Part } from '../../certificate/make-certificate.js';
import { itemAt } from '../../domain/item-at.js';
import type { Problem } from '../../domain/problem.js';
import { everyWay } from '../../domain/using-held.js';
import type { Conflict } from '../../questions/conflict.js';
import type { PathwayAnswer, Unanswered } from '../../questions/pathway.js';
import type { CertificateDocument } from '../../report/documents/certificate.js';
import { certificateLines } from '../../report/sheets/verify.js';
import type { UnansweredDocument } from '../../report/documents/pathway.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';
import { conflictOf, unansweredAnswer } from './unanswered.js';

/** The document of an answer, with what became of its certificate. */
export type WithCertificate<D> = D & { readonly certificate?: CertificateDocument };

/** An answer with its certificate as text where there is one. */
export interface CertifiedAnswer<D> extends Answer<WithCertificate<D>> {
  readonly certificate: string | null;
}

/** A pathway, and what it comes to. */
export type Best = Pick<Extract<PathwayAnswer, { readonly status: 'optimal' }>, 'pathway' | 'objectives'>;

/** That nothing is better than a pathway, in every way of using what is held. */
export function bestParts(problem: Problem, name: string, { pathway, objectives }: Best): readonly Part[] {
  const ways = everyWay(problem);
  if (!ways.includes(pathway.problem)) throw new Error('a pathway uses what is held in a way that there is not');
  return ways.map((way, at) => {
    const selection = way === pathway.problem ? pathway.selection : null;
    return { name, way: at, claim: { kind: 'optimal', selection, objectives } };
  });
}

/** The certificate that the conditions of a conflict cannot hold together, in any way of using what is held. */
export function certifyConflict(problem: Problem, conflict: Conflict | null, effort?: Effort): Certified {
  if (conflict === null || conflict.members.length === 0) return UNPROVED;
  const parts = everyWay(problem).map((_, way): Part => ({
    name: 'that there is none',
    way,
    claim: { kind: 'infeasible' },
  }));
  return makeCertificate(
    problem,
    conflict.members.map(({ statement }) => statement),
    parts,
    effort,
  );
}

/** An answer that is none of what was asked for, with the certificate of its conflict, if it has one. */
export async function certifyUnanswered(
  asked: Asked,
  unanswered: Unanswered,
): Promise<CertifiedAnswer<UnansweredDocument>> {
  const conflict = await conflictOf(asked, unanswered);
  const certified = conflict === null ? UNPROVED : certifyConflict(asked.problem, conflict);
  return withCertificate(unansweredAnswer(asked, unanswered, conflict), certified);
}

/** What is said where there is nothing to certify. */
export const UNPROVED: Certified = { certified: false, why: 'the answer itself is not proved' };

/** An answer with what became of its certificate; one that lacks what was asked for ends as at a limit. */
export function withCertificate<D>(answer: Answer<D>, certified: Certified): CertifiedAnswer<D> {
  const certificate = certificateDocument(certified);
  const { sheet, document, issues, outcome } = answer;
  const whole = certified.certified && certified.without.length === 0;
  return {
    document: { ...document, certificate },
    issues,
    outcome: whole || outcome !== 'answered' ? outcome : 'limit',
    sheet: () => {
      const { title, parts } = sheet();
      return { title, parts: [...parts, ...certificateLines(certificate)] };
    },
    certificate: certified.certified ? certified.text : null,
  };
}

/** What became of a certificate, as documents say it. */
export function certificateDocument(certified: Certified): CertificateDocument {
  if (!certified.certified) return { certified: false, why: certified.why };
  const { leaves, without } = certified;
  return { certified: true, leaves, ...(without.length === 0 ? {} : { without: oncePerName(without) }) };
}

/** A figure that failed in several ways is named once. */
function oncePerName(without: readonly { readonly name: string; readonly why: string }[]): typeof without {
  return [...new Set(without.map(({ name }) => name))].map((name) =>
    itemAt(
      without.filter((it) => it.name === name),
      0,
    ),
  );
}
