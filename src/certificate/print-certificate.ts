import type { Claim, Tree } from './check.js';
import type { Diagram } from './check-diagram.js';
import type { CertificateQuestion } from './question.js';
import type { ObjectiveInWords } from './read-claim.js';
import { FORMAT, SEVERAL } from './read-certificate.js';

/** A claim that trees prove, as it is written. */
export interface PrintedTreeClaim {
  readonly kind: Claim['kind'];
  readonly way: number;
  readonly objectives: readonly ObjectiveInWords[];
  readonly pathways: readonly (readonly number[])[];
  readonly counters: Claim['counters'];
  readonly proofs: readonly Tree[];
}

/** A claim that is proved along the diagram of a number, as it is written. */
export interface PrintedAlong {
  readonly kind: 'count' | 'list' | 'prices' | 'shares';
  readonly way: number;
  readonly diagram: number;
  /** What the kind has besides. */
  readonly [field: string]: unknown;
}

/** Any claim, as it is written. */
export type PrintedClaim = PrintedTreeClaim | PrintedAlong;

/** A certificate of one claim: one unit and one sentence a line, and the proofs as short as they are. */
export function printOne(question: CertificateQuestion, claim: PrintedTreeClaim): string {
  const { kind, objectives, pathways, counters, proofs } = claim;
  return `{
  "format": ${JSON.stringify(FORMAT)},
  ${printQuestion(question)},
  "claim": { "kind": ${JSON.stringify(kind)},
  "objectives": ${lines(objectives)},
  "pathways": ${lines(pathways)} },
  "counters": ${JSON.stringify(counters)},
  "proofs": ${JSON.stringify(proofs)}
}
`;
}

/** A certificate of several claims; `ways` are the other ways of using what is held, by the entries that are achieved. */
export function printSeveral(
  question: CertificateQuestion,
  ways: readonly (readonly number[])[],
  diagrams: readonly Diagram[],
  claims: readonly PrintedClaim[],
): string {
  const drawn = diagrams.map(({ order, arcs }) => `{ "order": ${JSON.stringify(order)},\n    "arcs": ${lines(arcs)} }`);
  return `{
  "format": ${JSON.stringify(SEVERAL)},
  ${printQuestion(question)},
  "ways": ${lines(ways)},
  "diagrams": [${drawn.join(', ')}],
  "claims": ${lines(claims)}
}
`;
}

function printQuestion({ title, entries, rule }: CertificateQuestion): string {
  return `"question": { "title": ${JSON.stringify(title)},
  "entries": ${lines(entries)},
  "rule": ${lines(rule)} }`;
}

function lines(items: readonly unknown[]): string {
  return items.length === 0 ? '[]' : `[\n    ${items.map((item) => JSON.stringify(item)).join(',\n    ')}\n  ]`;
}
