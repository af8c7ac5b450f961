import type { Objective } from '../domain/measure.js';
import { pricesAlong, toBeListed, unitsOf } from './check-along.js';
import type { Diagram } from './check-diagram.js';
import type { ToCertify } from './make-certificate.js';
import type { PrintedClaim } from './print-certificate.js';
import { printMeasure } from './question.js';
import type { Listed, ObjectiveInWords } from './read-claim.js';
import type { DiagramClaim } from './read-diagram-claims.js';

/** A claim as a certificate writes it, without its proofs; diagrams are named by their places. */
export function printClaim(way: number, claim: ToCertify, diagrams: readonly Diagram[]): PrintedClaim {
  const proof = { counters: [], proofs: [] };
  switch (claim.kind) {
    case 'infeasible':
      return { kind: claim.kind, way, objectives: [], pathways: [], ...proof };
    case 'optimal': {
      const pathways = claim.selection === null ? [] : [claim.selection];
      return { kind: claim.kind, way, objectives: inWords(claim.objectives), pathways, ...proof };
    }
    case 'count': {
      const { kind, of, number, diagram } = claim;
      const objectives = inWords(claim.objectives);
      return { kind, way, diagram: diagrams.indexOf(diagram), objectives, of, number: String(number) };
    }
    case 'list': {
      const { kind, which, selections, diagram } = claim;
      const objectives = inWords(claim.objectives);
      return { kind, way, diagram: diagrams.indexOf(diagram), objectives, which, pathways: selections };
    }
    case 'prices': {
      const { kind, prices, diagram } = claim;
      // Null stands for prices that `completeClaim` works out along the diagram.
      const objectives = inWords(claim.objectives);
      return { kind, way, diagram: diagrams.indexOf(diagram), objectives, prices: prices ?? [] };
    }
    case 'shares': {
      const { kind, of, number, counted, diagram } = claim;
      const told = { number: String(number), counted: counted.map(String) };
      return { kind, way, diagram: diagrams.indexOf(diagram), of, ...told };
    }
  }
}

function inWords(objectives: readonly (Objective & { readonly value: number })[]): readonly ObjectiveInWords[] {
  return objectives.map(({ sense, measure, value }) => ({ sense, measure: printMeasure(measure), value }));
}

/**
 * A claim along a diagram with what had to be worked out along it: prices, and pathways that come first in this way of
 * using what is held and are known from another. What is not known is not added, and the checker will miss it.
 */
export function completeClaim(claim: PrintedClaim, read: DiagramClaim, wanted: ToCertify, way: Listed): PrintedClaim {
  if (claim.kind === 'prices' && read.kind === 'prices' && wanted.kind === 'prices' && wanted.prices === null) {
    return { ...claim, prices: pricesAlong(read, way) };
  }
  if (claim.kind !== 'list' || read.kind !== 'list' || wanted.kind !== 'list' || wanted.known.length === 0)
    return claim;
  const listed = new Map(read.pathways.map((pathway) => [unitsOf(pathway, way), pathway]));
  const known = new Set(wanted.known.map((pathway) => unitsOf(pathway, way)));
  for (const pathway of toBeListed(read)) {
    const units = unitsOf(pathway, way);
    if (!known.has(units)) break;
    if (!listed.has(units)) listed.set(units, pathway);
  }
  return { ...claim, pathways: [...listed.values()] };
}
