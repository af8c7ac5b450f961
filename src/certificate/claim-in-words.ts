import type { TreeClaim } from './read-claim.js';
import type { ReadCertificate, ReadClaim } from './read-certificate.js';

/** What the claims of a certificate are about. */
export function aboutInWords({ title, rule, ways: [first] }: ReadCertificate): string {
  const entries = plural(first?.entries.length ?? 0, 'entry', 'entries');
  return `${title}, ${entries}, ${plural(rule.length, 'condition', 'conditions')}`;
}

/** What a claim of a certificate says. */
export function claimInWords({ ways }: ReadCertificate, claim: ReadClaim): string {
  const { entries = [] } = ways[claim.way] ?? {};
  const used = ways.length === 1 ? '' : `in way ${claim.way + 1} of ${ways.length} of using what is held, `;
  const refs = (pathway: readonly number[]): string => pathway.map((index) => entries[index]?.ref).join(', ');
  return `${used}${claim.kind === 'count' ? countInWords(claim) : treeInWords(claim, refs)}`;
}

function countInWords({ of, number }: Extract<ReadClaim, { readonly kind: 'count' }>): string {
  const told = of === 'units' ? 'told apart by their units' : 'told apart by where their units are counted';
  return `there are ${number} pathways, ${told}`;
}

function treeInWords({ claim, objectives }: TreeClaim, refs: (pathway: readonly number[]) => string): string {
  const values = objectives.map(({ sense, measure, value }) => `${sense} ${measure}: ${value}`).join(', ');
  const [pathway] = claim.pathways;
  switch (claim.kind) {
    case 'infeasible':
      return 'no selection meets all of the conditions';
    case 'optimal': {
      const best = `no pathway is better than this, taken in order: ${values}`;
      return pathway === undefined ? best : `${best}; one that comes to it counts ${refs(pathway)}`;
    }
    case 'complete':
      return `these ${plural(claim.pathways.length, 'pathway is', 'pathways are')} all that come to this or better: ${values}`;
  }
}

function plural(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
