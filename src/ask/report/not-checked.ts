import { openNames } from '../../domain/open-names.js';
import { notSaidOfDistribution } from '../../report/documents/distribution.js';
import type { SolveDocument } from '../../report/documents/bounded.js';
import type { CertificateDocument } from '../../report/documents/certificate.js';
import type { ExplainAnswerDocument } from '../../report/documents/explain.js';
import type { NotSaidDocument } from '../../report/documents/not-said.js';
import { notSaidOfRange } from '../../report/documents/range.js';
import type { EvidentRange } from '../../report/sheets/report.js';
import type { Answer } from '../answer.js';
import type { Asked } from '../asked.js';

/** What was answered besides the range. */
interface Answered {
  readonly best: Answer<SolveDocument> | null;
  readonly explained: Answer<ExplainAnswerDocument> | null;
  readonly certificate: CertificateDocument;
}

/** What a report could not say, or did not check, and why. */
export function notCheckedOf(
  { specification, problem }: Asked,
  ranged: EvidentRange | null,
  { best, explained, certificate }: Answered,
): readonly NotSaidDocument[] {
  const open = openNames(specification).length;
  return [
    ...(ranged === null ? [] : notSaidOfRange(problem, ranged.range, ranged.printed)),
    ...(ranged === null ? [] : notSaidOfDistribution(ranged.distributions)),
    ...(ranged !== null && ranged.range.pathways === null
      ? [{ figure: 'pathways', why: 'The pathways are too many to be counted' }]
      : []),
    ...(best === null ? [{ figure: 'best', why: 'Hours are not known, so nothing is said of the least hours' }] : []),
    ...uncertified(certificate),
    ...(explained?.outcome === 'limit'
      ? [{ figure: 'explain', why: 'A limit left some of the small changes open' }]
      : []),
    ...(ranged !== null && ranged.printed.length === 0
      ? [{ figure: 'published', why: `The model has no printed figures to compare with` }]
      : []),
    ...(open > 0
      ? [{ figure: 'open', why: 'Values that the specification leaves open are as given for this report' }]
      : []),
  ];
}

function uncertified(certificate: CertificateDocument): readonly NotSaidDocument[] {
  if (!certificate.certified) return [{ figure: 'certificate', why: `There is no certificate: ${certificate.why}` }];
  const without = certificate.without ?? [];
  return without.map(({ name, why }) => ({ figure: 'certificate', why: `The certificate leaves out ${name}: ${why}` }));
}
