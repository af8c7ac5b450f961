import type { Objective } from '../domain/measure.js';
import type { Problem, Selection } from '../domain/problem.js';
import type { Statement } from '../domain/statement.js';
import { itemAt } from '../domain/item-at.js';
import { everyWay } from '../domain/using-held.js';
import { checkEach } from './check-claim.js';
import type { Diagram } from './check-diagram.js';
import { findProofs, type Effort } from './find-proof.js';
import { completeClaim, printClaim } from './print-claim.js';
import { printOne, printSeveral, type PrintedClaim, type PrintedTreeClaim } from './print-certificate.js';
import { questionOf, type CertificateQuestion } from './question.js';
import { readCertificate, type ReadCertificate } from './read-certificate.js';
import type { ListClaim, PricesClaim } from './read-diagram-claims.js';

type Objectives = readonly (Objective & { readonly value: number })[];

/**
 * What is claimed of one way of using what is held: that nothing is better than these values, and a selection comes to
 * them where one is named; that there is no pathway; or, along a diagram, how many pathways there are, which come first
 * (`list`; `known` are those that may be added to the list), what units cost (null where that is still to be worked out),
 * and how many pathways count them.
 */
export type ToCertify =
  | { readonly kind: 'optimal'; readonly selection: Selection | null; readonly objectives: Objectives }
  | { readonly kind: 'infeasible' }
  | AlongDiagram;

/** What is claimed along a diagram. */
export type AlongDiagram = { readonly diagram: Diagram } & (
  | {
      readonly kind: 'count';
      readonly objectives: Objectives;
      readonly of: 'units' | 'placements';
      readonly number: bigint;
    }
  | {
      readonly kind: 'list';
      readonly objectives: Objectives;
      readonly which: ListClaim['which'];
      readonly selections: readonly Selection[];
      readonly known: readonly Selection[];
    }
  | { readonly kind: 'prices'; readonly objectives: Objectives; readonly prices: PricesClaim['prices'] | null }
  | {
      readonly kind: 'shares';
      readonly of: 'units' | 'placements';
      readonly number: bigint;
      readonly counted: readonly bigint[];
    }
);

/** What cannot be claimed, and why. */
export interface NotClaimed {
  readonly kind: 'not claimed';
  readonly why: string;
}

/** A claim, about which way (as `everyWay` has them), and what it is called where it cannot be certified. */
export interface Part {
  readonly name: string;
  readonly way: number;
  readonly claim: ToCertify | NotClaimed;
}

type Claimed = Part & { readonly claim: ToCertify };

/** One claim about the first way alone. */
export function onePart(claim: ToCertify): readonly Part[] {
  return [{ name: 'the claim', way: 0, claim }];
}

/** A certificate as text, which the checker has accepted already, and what it leaves out; or why there is none. */
export type Certified =
  | {
      readonly certified: true;
      readonly text: string;
      readonly leaves: number;
      readonly without: readonly LeftOut[];
    }
  | { readonly certified: false; readonly why: string };

/** A claim that could not be certified, and why. */
export interface LeftOut {
  readonly name: string;
  readonly why: string;
}

/**
 * Makes the certificate of claims about `statements` and checks it, exactly as anybody else would. Never throws for a
 * claim that cannot be proved: it says why, and leaves it out.
 */
export function makeCertificate(
  problem: Problem,
  statements: readonly Statement[],
  wanted: readonly Part[],
  effort?: Effort,
): Certified {
  const parts = wanted.filter((part): part is Claimed => part.claim.kind !== 'not claimed');
  const notClaimed = wanted.flatMap(({ name, claim }) => ('why' in claim ? [{ name, why: claim.why }] : []));
  const ways = everyWay(problem);
  const [first] = ways;
  if (first === undefined) throw new RangeError('there is always a way of using what is held');
  const question = tryToPrint(first, statements, parts);
  if (typeof question === 'string') return { certified: false, why: question };
  const diagrams = [...new Set(parts.flatMap(({ claim }) => ('diagram' in claim ? [claim.diagram] : [])))];
  const held = ways.slice(1).map(({ achieved }) => [...achieved.keys()].filter((index) => achieved[index]));
  const unproved = parts.map(({ way, claim }) => printClaim(way, claim, diagrams));
  const textOf = (claims: readonly PrintedClaim[]): string => {
    const [only] = claims;
    const alone = claims.length === 1 && held.length === 0 && diagrams.length === 0;
    if (alone && only !== undefined && isOfTrees(only)) return printOne(question, only);
    return printSeveral(question, held, diagrams, claims);
  };
  const { kept, without } = prove(parts, unproved, readCertificate(textOf(unproved)), effort);
  return finish(kept, [...notClaimed, ...without], textOf);
}

/** The claims with their proofs, those that have none left out. */
function prove(
  parts: readonly Claimed[],
  unproved: readonly PrintedClaim[],
  { claims, ways }: ReadCertificate,
  effort: Effort | undefined,
): { readonly kept: readonly (readonly [string, PrintedClaim])[]; readonly without: readonly LeftOut[] } {
  const kept: (readonly [string, PrintedClaim])[] = [];
  const without: LeftOut[] = [];
  for (const [at, { name, claim: wanted }] of parts.entries()) {
    const [claim, own] = [itemAt(unproved, at), itemAt(claims, at)];
    if (own.kind !== 'tree') {
      kept.push([name, completeClaim(claim, own, wanted, itemAt(ways, own.way))]);
      continue;
    }
    const proofs = findProofs(own.claim, effort);
    if (proofs.found) kept.push([name, { ...claim, counters: proofs.counters, proofs: proofs.proofs }]);
    else without.push({ name, why: proofs.why });
  }
  return { kept, without };
}

/** Reads what was made, and leaves out what the checker refuses. */
function finish(
  kept: readonly (readonly [string, PrintedClaim])[],
  without: readonly LeftOut[],
  textOf: (claims: readonly PrintedClaim[]) => string,
): Certified {
  const text = textOf(kept.map(([, claim]) => claim));
  const verdicts = kept.length === 0 ? [] : checkEach(readCertificate(text));
  const refused = verdicts.flatMap((verdict, at): LeftOut[] => {
    if (verdict.proved) return [];
    const [name] = itemAt(kept, at);
    return [{ name, why: `the checker refuses it: ${verdict.why}` }];
  });
  const out = [...without, ...refused];
  if (refused.length > 0) {
    return finish(
      kept.filter((_, at) => verdicts[at]?.proved),
      out,
      textOf,
    );
  }
  if (kept.length === 0) return { certified: false, why: [...new Set(out.map(({ why }) => why))].join('; ') };
  const leaves = verdicts.reduce((sum, verdict) => sum + (verdict.proved ? verdict.leaves : 0), 0);
  return { certified: true, text, leaves, without: out };
}

function tryToPrint(
  problem: Problem,
  statements: readonly Statement[],
  parts: readonly Claimed[],
): CertificateQuestion | string {
  const measures = parts.flatMap(({ claim }) => ('objectives' in claim ? claim.objectives : []));
  try {
    return questionOf(
      problem,
      statements,
      measures.map(({ measure }) => measure),
    );
  } catch (thrown) {
    if (thrown instanceof RangeError) return `a statement has no words in a certificate: ${thrown.message}`;
    throw thrown;
  }
}

function isOfTrees(claim: PrintedClaim): claim is PrintedTreeClaim {
  return 'proofs' in claim;
}
