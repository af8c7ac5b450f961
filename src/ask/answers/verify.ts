import { differencesFromAny } from '../../certificate/compare-question.js';
import { UnreadableCertificate, verifyCertificate, type Verified } from '../../certificate/verify.js';
import { error } from '../../domain/issue.js';
import type { Problem } from '../../domain/problem.js';
import type { VerifyDocument } from '../../report/documents/certificate.js';
import { verifySheet } from '../../report/sheets/verify.js';
import type { Answer } from '../answer.js';
import { InputError } from '../input-error.js';

/**
 * Whether the text of a certificate proves its claim and, where a problem is given, whether it is about that problem.
 * Throws an InputError for a text that is no certificate; `file` is where it stands.
 */
export function answerVerify(text: string, problem: Problem | null, file = 'certificate'): Answer<VerifyDocument> {
  const verified = verify(text, file);
  const { proved, about, claims, leaves, why, certificate, rules } = verified;
  const differences = problem === null ? [] : differencesFromAny(problem, certificate);
  const compared = differences.length === 0 ? 'matches' : 'differs';
  const document: VerifyDocument = {
    proved,
    claim: `${about}: ${claims.join('; ')}`,
    claims,
    model: problem === null ? 'not compared' : compared,
    differences,
    leaves,
    why,
  };
  return {
    document,
    outcome: proved && differences.length === 0 ? 'answered' : 'disputed',
    issues: [],
    sheet: () => verifySheet('claim' in certificate ? 'Plan' : certificate.title, about, rules, document),
  };
}

function verify(text: string, file: string): Verified {
  try {
    return verifyCertificate(text);
  } catch (thrown) {
    if (!(thrown instanceof UnreadableCertificate)) throw thrown;
    const message = `This is no certificate that can be read: ${thrown.message}.`;
    throw new InputError([error('certificate-unreadable', message, { file, line: 1, column: 1 })]);
  }
}
