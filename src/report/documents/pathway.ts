import { formatMeasure } from '../../domain/measure.js';
import type { Conflict } from '../../questions/conflict.js';
import type { ObjectiveValue, PathwayAnswer, Unanswered } from '../../questions/pathway.js';
import { notSaidOfPathway, type NotSaidDocument } from './not-said.js';
import { conflictDocument, standingDocuments, type ConflictDocument, type StandingDocument } from './statement.js';
import { totalsDocument, unitDocuments, type TotalsDocument, type UnitDocument } from './unit.js';

/** An objective and what it comes to. */
export interface ObjectiveDocument {
  readonly sense: 'minimise' | 'maximise';
  readonly measure: string;
  readonly value: number;
}

/** A pathway with everything that is said of it. */
interface Found {
  readonly qualification: string;
  readonly objectives: readonly ObjectiveDocument[];
  readonly units: readonly UnitDocument[];
  readonly totals: TotalsDocument;
  /** Which totals could not be said, and why; left out where all of them are. */
  readonly notSaid?: readonly NotSaidDocument[];
  readonly rule: readonly StandingDocument[];
  /** Who found it. */
  readonly solver: string;
  /** Always true: the direct evaluator has accepted the pathway. */
  readonly verified: true;
  /** The methods that came to the same result independently. */
  readonly confirmedBy: readonly string[];
}

/** The best pathway, proved. */
export interface OptimalPathwayDocument extends Found {
  readonly status: 'optimal';
  /** How many sets of units share the best values, as a string; null where that is not known. */
  readonly equallyGood: string | null;
  /** Whether it is known to be the first in table order of these, and so the same in every run. */
  readonly first: boolean;
}

/** A pathway that a limit kept from being proved best; `bound` is the best value the first objective could still reach. */
export interface FeasiblePathwayDocument extends Found {
  readonly status: 'feasible';
  readonly bound: number | null;
  readonly limit: 'time' | 'size';
}

/** No pathway exists, and why. */
export interface InfeasibleDocument extends ConflictDocument {
  readonly qualification: string;
  readonly status: 'infeasible';
  readonly solver: string;
  readonly confirmedBy: readonly string[];
}

/** A limit stopped the search before any pathway was found, or whoever was asked failed: then `reason` says how. */
export interface UnknownDocument {
  readonly qualification: string;
  readonly status: 'unknown';
  readonly limit: 'time' | 'size' | null;
  readonly reason: string | null;
  readonly solver: string;
}

/** Methods contradict each other: a bug, and no answer. */
export interface DisputedDocument {
  readonly qualification: string;
  readonly status: 'disputed';
  readonly claims: readonly string[];
}

/** The answers to a question about pathways that are no proved best pathway. */
export type UnansweredDocument = FeasiblePathwayDocument | InfeasibleDocument | UnknownDocument | DisputedDocument;

/** The answer to `solve`. */
export type PathwayDocument = OptimalPathwayDocument | UnansweredDocument;

/** Objectives with their senses and values. */
export function objectiveDocuments(objectives: readonly ObjectiveValue[]): readonly ObjectiveDocument[] {
  return objectives.map(({ sense, measure, value }) => ({ sense, measure: formatMeasure(measure), value }));
}

/** The answer to a question about the best pathway; `conflict` is known when no pathway exists. */
export function pathwayDocument(
  qualification: string,
  answer: PathwayAnswer,
  conflict: Conflict | null,
): PathwayDocument {
  if (answer.status !== 'optimal') return unansweredDocument(qualification, answer, conflict);
  const { confirmedBy, equallyGood, first } = answer;
  const good = equallyGood === null ? null : String(equallyGood);
  return { qualification, status: 'optimal', ...foundDocument(answer), confirmedBy, equallyGood: good, first };
}

/** The same for answers without a proof of the best. */
export function unansweredDocument(
  qualification: string,
  answer: Unanswered,
  conflict: Conflict | null,
): UnansweredDocument {
  switch (answer.status) {
    case 'feasible': {
      const { bound, limit } = answer;
      return { qualification, status: 'feasible', ...foundDocument(answer), bound, limit, confirmedBy: [] };
    }
    case 'infeasible': {
      if (conflict === null) throw new Error('a question without a pathway came without its conflict');
      const { by, confirmedBy } = answer;
      return { qualification, status: 'infeasible', ...conflictDocument(conflict), solver: by, confirmedBy };
    }
    case 'unknown':
      return { qualification, status: 'unknown', limit: answer.limit, reason: answer.reason, solver: answer.by };
    case 'disputed':
      return { qualification, status: 'disputed', claims: answer.claims };
  }
}

function foundDocument({
  objectives,
  pathway,
  by,
}: Extract<PathwayAnswer, { status: 'optimal' | 'feasible' }>): Omit<Found, 'qualification' | 'confirmedBy'> {
  const silent = notSaidOfPathway(pathway);
  return {
    objectives: objectiveDocuments(objectives),
    units: unitDocuments(pathway),
    totals: totalsDocument(pathway),
    ...(silent.length === 0 ? {} : { notSaid: silent }),
    rule: standingDocuments(pathway.evaluation.conditions),
    solver: by,
    verified: pathway.certified,
  };
}
