import { checkCertificate } from './check-claim.js';
import { aboutInWords, claimInWords } from './claim-in-words.js';
import { readCertificate, type ReadCertificate } from './read-certificate.js';

/** What checking a certificate came to, in words. */
export interface Verified {
  readonly proved: boolean;
  /** What the claims are about: the units and conditions that the certificate lists. */
  readonly about: string;
  /** What each claim says. */
  readonly claims: readonly string[];
  /** The leaves of all its proofs; null where it is not proved. */
  readonly leaves: number | null;
  /** Which claim or leaf does not hold, and why; null where all is proved. */
  readonly why: string | null;
  readonly certificate: ReadCertificate;
}

/** A text that is no certificate: nothing can be said of it. */
export class UnreadableCertificate extends Error {}

/** Reads the text of a certificate and proves its claims again; throws {@link UnreadableCertificate}. */
export function verifyCertificate(text: string): Verified {
  const certificate = read(text);
  const verdict = checkCertificate(certificate);
  const words = {
    about: aboutInWords(certificate),
    claims: certificate.claims.map((claim) => claimInWords(certificate, claim)),
    certificate,
  };
  if (verdict.proved) return { proved: true, ...words, leaves: verdict.leaves, why: null };
  return { proved: false, ...words, leaves: null, why: `${verdict.where}: ${verdict.why}` };
}

function read(text: string): ReadCertificate {
  try {
    return readCertificate(text);
  } catch (thrown) {
    // A list nested without end, in a sentence or in JSON, runs out of the stack with a RangeError.
    if (thrown instanceof SyntaxError || thrown instanceof RangeError) throw new UnreadableCertificate(thrown.message);
    throw thrown;
  }
}
