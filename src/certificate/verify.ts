import { check } from './check.js';
import { readCertificate, type ReadCertificate } from './read-certificate.js';

/** What checking a certificate came to, in words. */
export interface Verified {
  readonly proved: boolean;
  /** What is claimed, about the units and conditions that the certificate lists. */
  readonly claim: string;
  /** The leaves of all its proofs; null where it is not proved. */
  readonly leaves: number | null;
  /** Which leaf does not hold, and why; null where it is proved. */
  readonly why: string | null;
  readonly certificate: ReadCertificate;
}

/** A text that is no certificate: nothing can be said of it. */
export class UnreadableCertificate extends Error {}

/** Reads the text of a certificate and proves its claim again; throws {@link UnreadableCertificate}. */
export function verifyCertificate(text: string): Verified {
  const certificate = read(text);
  const verdict = check(certificate.claim);
  const claim = claimInWords(certificate);
  if (verdict.proved) return { proved: true, claim, leaves: verdict.leaves, why: null, certificate };
  return { proved: false, claim, leaves: null, why: `${verdict.where}: ${verdict.why}`, certificate };
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

function claimInWords({ claim, title, entries, rule, objectives }: ReadCertificate): string {
  const refs = claim.pathways.flat().map((index) => entries[index]?.ref);
  const about = `${title}, ${plural(entries.length, 'entry', 'entries')}, ${plural(rule.length, 'condition', 'conditions')}`;
  const values = objectives.map(({ sense, measure, value }) => `${sense} ${measure}: ${value}`);
  switch (claim.kind) {
    case 'infeasible':
      return `${about}: no selection meets all of the conditions`;
    case 'optimal':
      return `${about}: no pathway is better than this, taken in order: ${values.join(', ')}; one that comes to it counts ${refs.join(', ')}`;
    case 'complete':
      return `${about}: these ${plural(claim.pathways.length, 'pathway is', 'pathways are')} all that come to this or better: ${values.join(', ')}`;
  }
}

function plural(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
