import { Option, type Command } from 'commander';
import { inFormat, PROOF_FORMATS, type ProofFormat } from '../ask/answers/proof-formats.js';
import type { CertifiedAnswer } from '../ask/answers/certificates.js';
import { error } from '../domain/issue.js';
import { InputError } from '../ask/input-error.js';
import { writeNewFiles } from '../node/write-new-files.js';
import type { Run } from './run.js';

/** Where a certificate is to be written, as typed. */
export interface CertificateOptions {
  readonly certificate?: string;
  readonly certificateFormat?: ProofFormat;
  readonly force?: boolean;
}

/** Adds the options for a certificate. */
export function addCertificateOptions(command: Command): Command {
  return command.option('--certificate <file>', 'write a proof of the answer that qualpath verify checks by itself');
}

/** Adds the option for a certificate in a format of others, whose proofs are those of trees. */
export function addCertificateFormat(command: Command): Command {
  return command.addOption(
    new Option('--certificate-format <name>', 'how it is written; vipr and opb are for checkers of others').choices(
      PROOF_FORMATS,
    ),
  );
}

/** Asks for an answer with its certificate, which is written, where one is wanted; and for the answer alone otherwise. */
export async function answerWith<A, C extends CertifiedAnswer<unknown>>(
  run: Run,
  options: CertificateOptions,
  ask: { readonly plain: () => A; readonly certified: () => Promise<C> },
): Promise<Awaited<A> | C> {
  const { certificate, certificateFormat: format } = options;
  if (certificate === undefined && format !== undefined) {
    const option = `--certificate-format ${format}`;
    throw new InputError([error('setting', 'Say with --certificate where the certificate goes.', { option })]);
  }
  if (certificate === undefined) return await ask.plain();
  return keepCertificate(run, options, await ask.certified());
}

/** Writes the certificate of an answer, where there is one; throws an InputError where it cannot be written. */
function keepCertificate<C extends CertifiedAnswer<unknown>>(
  { terminal }: Run,
  { certificate: path, certificateFormat: format = 'json', force }: CertificateOptions,
  answer: C,
): C {
  const { certificate } = answer;
  if (path === undefined || certificate === null) return answer;
  const stem = format !== 'json' && path.endsWith(`.${format}`) ? path.slice(0, -format.length - 1) : path;
  const files = inFormat(certificate, format).map(({ ending, text }) => ({ path: `${stem}${ending}`, text }));
  const issues = writeNewFiles(files, {
    option: `--certificate ${path}`,
    replace: force === true,
  });
  if (issues.length > 0) throw new InputError(issues);
  terminal.tell(`written: ${files.map((file) => file.path).join(', ')}`);
  return answer;
}
