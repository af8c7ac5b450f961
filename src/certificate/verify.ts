import { checkCertificate } from './check-claim.js';
import { aboutInWords, claimInWords } from './claim-in-words.js';
import { checkPlan } from './check-plan.js';
import { parseJson } from './parse-json.js';
import { readWhole, type ReadCertificate } from './read-certificate.js';
import { PLAN, readPlan, type ReadPlan } from './read-plan.js';
import { recordOf } from './shape.js';
import { planAboutInWords, planInWords } from './plan-in-words.js';

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
  /** The conditions, by what they are of where there are several. */
  readonly rules: readonly { readonly title: string; readonly rule: readonly string[] }[];
  readonly certificate: ReadCertificate | ReadPlan;
}

/** A text that is no certificate: nothing can be said of it. */
export class UnreadableCertificate extends Error {}

/** Reads the text of a certificate and proves its claims again; throws {@link UnreadableCertificate}. */
export function verifyCertificate(text: string): Verified {
  const certificate = read(text);
  const isPlan = 'claim' in certificate;
  const verdict = isPlan ? checkPlan(certificate.claim) : checkCertificate(certificate);
  const words = isPlan
    ? { about: planAboutInWords(certificate), claims: [planInWords(certificate)], rules: certificate.takers }
    : {
        about: aboutInWords(certificate),
        claims: certificate.claims.map((claim) => claimInWords(certificate, claim)),
        rules: [certificate],
      };
  if (verdict.proved) return { proved: true, ...words, certificate, leaves: verdict.leaves, why: null };
  return { proved: false, ...words, certificate, leaves: null, why: `${verdict.where}: ${verdict.why}` };
}

function read(text: string): ReadCertificate | ReadPlan {
  try {
    const whole = parseJson(text);
    return recordOf(whole, 'the certificate')['format'] === PLAN ? readPlan(whole) : readWhole(whole);
  } catch (thrown) {
    // A list nested without end, in a sentence or in JSON, runs out of the stack with a RangeError.
    if (thrown instanceof SyntaxError || thrown instanceof RangeError) throw new UnreadableCertificate(thrown.message);
    throw thrown;
  }
}
