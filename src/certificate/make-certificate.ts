import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import { check } from './check.js';
import { findProofs } from './find-proof.js';
import { printMeasure, questionOf, type CertificateQuestion } from './question.js';
import { FORMAT, readCertificate, type ObjectiveInWords } from './read-certificate.js';

/** What is claimed of a problem: that a pathway is best, or that some statements cannot hold together. */
export type ToCertify =
  | { readonly kind: 'optimal'; readonly selection: Selection; readonly objectives: readonly (Objective & Valued)[] }
  | { readonly kind: 'infeasible'; readonly statements: readonly Statement[] };

/** What an objective comes to, as the tables write it. */
interface Valued {
  readonly value: number;
}

/** A certificate as text, which the checker has accepted already; or why there is none. */
export type Certified =
  | { readonly certified: true; readonly text: string; readonly leaves: number }
  | { readonly certified: false; readonly why: string };

/** The claim of a certificate in words. */
interface ClaimInWords {
  readonly kind: ToCertify['kind'];
  readonly objectives: readonly ObjectiveInWords[];
  readonly pathways: readonly Selection[];
}

/**
 * Makes the certificate of a claim and checks it, exactly as anybody else would. Never throws for a claim that cannot be
 * proved: it says why.
 */
export async function makeCertificate(problem: Problem, claim: ToCertify, nodeLimit?: number): Promise<Certified> {
  if (problem.otherWays !== undefined) {
    return { certified: false, why: 'equivalents: what is held can be used in several ways' };
  }
  const question = tryToPrint(problem, claim);
  if (typeof question === 'string') return { certified: false, why: question };
  const words = inWords(claim);
  const unproved = textOf(question, words, { counters: [], proofs: [] });
  const proofs = await findProofs(readCertificate(unproved).claim, nodeLimit);
  if (!proofs.found) return { certified: false, why: proofs.why };
  const text = textOf(question, words, proofs);
  const verdict = check(readCertificate(text).claim);
  if (!verdict.proved) return { certified: false, why: `the checker refuses the proof: ${verdict.why}` };
  return { certified: true, text, leaves: verdict.leaves };
}

function tryToPrint(problem: Problem, claim: ToCertify): CertificateQuestion | string {
  try {
    return claim.kind === 'optimal'
      ? questionOf(
          problem,
          problem.conditions,
          claim.objectives.map(({ measure }) => measure),
        )
      : questionOf(problem, claim.statements, []);
  } catch (thrown) {
    if (thrown instanceof RangeError) return `a statement has no words in a certificate: ${thrown.message}`;
    throw thrown;
  }
}

function inWords(claim: ToCertify): ClaimInWords {
  if (claim.kind === 'infeasible') return { kind: claim.kind, objectives: [], pathways: [] };
  const objectives = claim.objectives.map(({ sense, measure, value }) => ({
    sense,
    measure: printMeasure(measure),
    value,
  }));
  return { kind: claim.kind, objectives, pathways: [claim.selection] };
}

/** One unit and one sentence a line, and the proofs as short as they are. */
function textOf(
  { title, entries, rule }: CertificateQuestion,
  { kind, objectives, pathways }: ClaimInWords,
  { counters, proofs }: { readonly counters: unknown; readonly proofs: unknown },
): string {
  const lines = (items: readonly unknown[]): string =>
    items.length === 0 ? '[]' : `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`;
  return `{
  "format": ${JSON.stringify(FORMAT)},
  "question": { "title": ${JSON.stringify(title)},
  "entries": ${lines(entries)},
  "rule": ${lines(rule)} },
  "claim": { "kind": ${JSON.stringify(kind)},
  "objectives": ${lines(objectives)},
  "pathways": ${lines(pathways)} },
  "counters": ${JSON.stringify(counters)},
  "proofs": ${JSON.stringify(proofs)}
}
`;
}
