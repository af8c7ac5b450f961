import { check, type Verdict } from './check.js';
import { checkAlong } from './check-along.js';
import { faultOfDiagram, type Diagram } from './check-diagram.js';
import type { Listed } from './read-claim.js';
import type { ReadCertificate, ReadClaim } from './read-certificate.js';

/** What is known of a diagram once it has been walked: why it is none of the rule; null where it is. */
type Walk = (diagram: Diagram) => string | null;

/** What became of each claim of a certificate. Each diagram is walked once a way. */
export function checkEach({ claims, ways }: Pick<ReadCertificate, 'claims' | 'ways'>): readonly Verdict[] {
  const walks = ways.map((way) => walkOnce(way));
  return claims.map((claim) => {
    const [way, walk] = [ways[claim.way], walks[claim.way]];
    if (way === undefined || walk === undefined) throw new RangeError(`there is no way ${claim.way}`);
    return checkClaim(claim, way, walk);
  });
}

/** Whether every claim of a certificate is proved; the first that is not decides. */
export function checkCertificate(certificate: ReadCertificate): Verdict {
  const verdicts = checkEach(certificate);
  const at = verdicts.findIndex(({ proved }) => !proved);
  const refused = verdicts[at];
  if (refused !== undefined && !refused.proved) {
    return verdicts.length === 1 ? refused : { ...refused, where: `claim ${at + 1}, ${refused.where}` };
  }
  return { proved: true, leaves: verdicts.reduce((sum, it) => sum + (it.proved ? it.leaves : 0), 0) };
}

function walkOnce(way: Listed): Walk {
  const known = new Map<Diagram, string | null>();
  return (diagram) => {
    const before = known.get(diagram);
    if (before !== undefined) return before;
    const fault = faultOfDiagram(diagram, way);
    known.set(diagram, fault);
    return fault;
  };
}

function checkClaim(claim: ReadClaim, way: Listed, walk: Walk): Verdict {
  if (claim.kind === 'tree') return check(claim.claim);
  const refuse = (why: string, where: string): Verdict => ({ proved: false, why, where });
  const fault = walk(claim.diagram);
  if (fault !== null) return refuse(fault, 'the diagram');
  return checkAlong(claim, way);
}
