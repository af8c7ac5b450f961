import type { ObjectiveInWords, TreeClaim } from './read-claim.js';
import type { DiagramClaim, ListClaim } from './read-diagram-claims.js';
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
  return `${used}${claim.kind === 'tree' ? treeInWords(claim, refs) : alongInWords(claim, refs)}`;
}

function valuesInWords(objectives: readonly ObjectiveInWords[]): string {
  return objectives.map(({ sense, measure, value }) => `${sense} ${measure}: ${value}`).join(', ');
}

function alongInWords(claim: DiagramClaim, refs: (pathway: readonly number[]) => string): string {
  const values = valuesInWords(claim.objectives);
  switch (claim.kind) {
    case 'count': {
      const those = values === '' ? '' : ` that come to this or better, taken in order: ${values}`;
      return `there are ${claim.number} pathways, ${toldApart(claim.of)}${those}`;
    }
    case 'list':
      return `${listInWords(claim, values)}: ${claim.pathways.map((it) => `(${refs(it)})`).join('; ')}`;
    case 'prices':
      return `the best values with and without each of ${plural(claim.prices.length, 'unit', 'units')}, taken in order: ${objectiveNames(claim.objectives)}`;
    case 'shares':
      return `how many of ${claim.number} pathways, ${toldApart(claim.of)}, count each of ${plural(claim.counted.length, 'unit', 'units')}`;
  }
}

function objectiveNames(objectives: readonly ObjectiveInWords[]): string {
  return objectives.map(({ sense, measure }) => `${sense} ${measure}`).join(', ');
}

function toldApart(of: 'units' | 'placements'): string {
  return of === 'units' ? 'told apart by their units' : 'told apart by where their units are counted';
}

function listInWords({ which, pathways }: ListClaim, values: string): string {
  const these = plural(pathways.length, 'pathway', 'pathways');
  switch (which) {
    case 'all':
      return `there are no pathways, told apart by their units, but ${these}`;
    case 'as good':
      return `no others than these ${these} come to this or better, taken in order: ${values}`;
    case 'better':
      return `no pathway is better than this and none of these ${these}, which come to it or better, taken in order: ${values}`;
  }
}

function treeInWords({ claim, objectives }: TreeClaim, refs: (pathway: readonly number[]) => string): string {
  const values = valuesInWords(objectives);
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
