import type { Command } from 'commander';
import type { CertifiedAnswer } from '../ask/answers/certificates.js';
import { InputError } from '../ask/input-error.js';
import { writeNewFiles } from '../node/write-new-files.js';
import type { Run } from './run.js';

/** Where a certificate is to be written, as typed. */
export interface CertificateOptions {
  readonly certificate?: string;
  readonly force?: boolean;
}

/** Adds the options for a certificate. */
export function addCertificateOptions(command: Command): Command {
  return command.option('--certificate <file>', 'write a proof of the answer that qualpath verify checks by itself');
}

/** Asks for an answer with its certificate, which is written, where one is wanted; and for the answer alone otherwise. */
export async function answerWith<A, C extends CertifiedAnswer<unknown>>(
  run: Run,
  options: CertificateOptions,
  ask: { readonly plain: () => A; readonly certified: () => Promise<C> },
): Promise<Awaited<A> | C> {
  if (options.certificate === undefined) return await ask.plain();
  return keepCertificate(run, options, await ask.certified());
}

/** Writes the certificate of an answer, where there is one; throws an InputError where it cannot be written. */
function keepCertificate<C extends CertifiedAnswer<unknown>>(
  { terminal }: Run,
  { certificate: path, force }: CertificateOptions,
  answer: C,
): C {
  const { certificate } = answer;
  if (path === undefined || certificate === null) return answer;
  const issues = writeNewFiles([{ path, text: certificate }], {
    option: `--certificate ${path}`,
    replace: force === true,
  });
  if (issues.length > 0) throw new InputError(issues);
  terminal.tell(`written: ${path}`);
  return answer;
}
