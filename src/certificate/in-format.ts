import { readCertificate } from './read-certificate.js';
import { claimInWords } from './claim-in-words.js';
import { printOpb } from './print-opb.js';
import { printVipr } from './print-vipr.js';

/** The formats of others in which proofs can be written. */
export const PROOF_FORMATS = ['json', 'vipr', 'opb'] as const;

/** One of the formats. */
export type ProofFormat = (typeof PROOF_FORMATS)[number];

/** A file by what its name ends in, with its text. */
export interface ProofFile {
  readonly ending: string;
  readonly text: string;
}

/**
 * A certificate as files in a format: the certificate itself, or one program a proof, which says of the rows of one objective
 * that nothing is better. What is proved along diagrams is none of those formats' matters.
 */
export function inFormat(certificate: string, format: ProofFormat): readonly ProofFile[] {
  if (format === 'json') return [{ ending: '', text: certificate }];
  const read = readCertificate(certificate);
  const proofs = read.claims.flatMap((claim) => {
    if (claim.kind !== 'tree') return [];
    const words = claimInWords(read, claim);
    return claim.claim.proofs.map((_, proof) => ({ claim: claim.claim, proof, words }));
  });
  return proofs.flatMap(({ claim, proof, words }, at) => {
    const number = at === 0 ? '' : `-${at + 1}`;
    const comment = [
      `${read.title}: ${words}`.replaceAll(/\s+/g, ' '),
      `The rows of proof ${proof + 1} of ${claim.proofs.length}, which cannot all hold; where they come from is not part of it.`,
    ];
    if (format === 'vipr') return [{ ending: `${number}.vipr`, text: printVipr(claim, proof, comment) }];
    const { opb, pbp } = printOpb(claim, proof, comment);
    return [
      { ending: `${number}.opb`, text: opb },
      { ending: `${number}.pbp`, text: pbp },
    ];
  });
}
