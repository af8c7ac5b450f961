import type { CertificateDocument, VerifyDocument } from '../documents/certificate.js';
import { heading, line, list, type Sheet, type SheetPart } from '../sheet.js';

/** What checking a certificate came to, and the conditions that it is about. */
export function verifySheet(
  title: string,
  about: string,
  rules: readonly { readonly title: string; readonly rule: readonly string[] }[],
  verified: VerifyDocument,
): Sheet {
  return {
    title,
    parts: [
      ...provedParts(verified),
      ...modelParts(verified),
      heading(verified.proved ? 'What it is about' : 'What it claims'),
      ...(verified.claims.length === 1
        ? [line(verified.claim)]
        : [line(`${about}:`), list(verified.claims), line('where', 'quiet')]),
      ...rules.flatMap((it) => [...(rules.length === 1 ? [] : [line(`${it.title}:`)]), list(it.rule)]),
    ],
  };
}

function provedParts({ proved, leaves, why }: VerifyDocument): readonly SheetPart[] {
  if (!proved || leaves === null) return [line(`Not proved. ${why ?? ''}`, 'bad')];
  return [line(`Proved, exactly and without any solver${leaves === 0 ? '' : `, in ${leavesWords(leaves)}`}.`, 'good')];
}

function modelParts({ proved, model, differences }: VerifyDocument): readonly SheetPart[] {
  switch (model) {
    case 'matches':
      return [line('It is about this model as it stands now.', 'good')];
    case 'differs':
      return [line('It is not about this model as it stands now:', 'bad'), list(differences)];
    case 'not compared':
      return [
        line(
          `It was compared with no model${proved ? ': it is proved of the units and conditions that it lists' : ''}.`,
          'quiet',
        ),
      ];
  }
}

/** What became of the certificate that was asked for. */
export function certificateLines(certificate: CertificateDocument): readonly SheetPart[] {
  if (!certificate.certified) return [line(`Not certified: ${certificate.why}.`, 'caution')];
  const { leaves, without = [] } = certificate;
  const left = without.map(({ name, why }) => line(`Not certified: ${name}, as ${why}.`, 'caution'));
  return [
    line(
      `Re-proved exactly, by a checker without a solver${leaves === 0 ? '' : `, in ${leavesWords(leaves)}`}.`,
      'good',
    ),
    ...left,
  ];
}

function leavesWords(leaves: number): string {
  return leaves === 1 ? '1 leaf' : `${leaves} leaves`;
}
