import type { CertificateDocument } from './certificate.js';
import type { ConflictMemberDocument, SourceDocument } from './statement.js';
import type { ObjectiveDocument } from './pathway.js';
import type { UnitDocument } from './unit.js';

/** One unit of a plan. */
export interface DeliveredUnitDocument {
  readonly ref: string;
  readonly title: string;
  /** Hours of one run: the largest that a table gives; null where some table does not say. */
  readonly glh: number | null;
  readonly runs: number;
  /** The qualifications whose pathways count it. */
  readonly qualifications: readonly string[];
  /** Why it is in, in words. */
  readonly why: string;
}

/** One qualification of a plan, with its pathway inside it. */
export interface PlannedQualificationDocument {
  readonly id: string;
  readonly units: readonly UnitDocument[];
  /** Hours of the pathway; null where some are not known. */
  readonly glh: number | null;
  /** The least hours of any pathway, as if it were planned alone; null where that is not known. */
  readonly aloneGlh: number | null;
}

/** One point of the trade-off: so many units can do with so many hours and no fewer. */
export interface FrontierPointDocument {
  readonly units: number;
  readonly glh: number;
  readonly status: 'optimal' | 'feasible';
}

/** A plan: `optimal` is proved best, `feasible` is one that a limit kept from being proved. */
export interface PlanDocument {
  readonly status: 'optimal' | 'feasible';
  readonly objectives: readonly ObjectiveDocument[];
  /** Hours of all runs; null where some are not known. */
  readonly deliveredGlh: number | null;
  /** No plan can have less of the first objective; null when nothing is known. */
  readonly bound: number | null;
  /** How far the first objective may be from its best, as a fraction of its value; null when nothing is known. */
  readonly gap: number | null;
  /** Hours if each qualification were planned alone and delivered by itself. */
  readonly separateGlh: number | null;
  readonly savingGlh: number | null;
  readonly delivered: readonly DeliveredUnitDocument[];
  readonly qualifications: readonly PlannedQualificationDocument[];
  /** By ascending units; only where it was asked for. */
  readonly frontier?: readonly FrontierPointDocument[];
  /** Whether these are all points of the trade-off. */
  readonly frontierComplete?: boolean;
  /** Who proved it; null where nobody did. */
  readonly provedBy: string | null;
  /** Who came to the same value independently. */
  readonly confirmedBy: readonly string[];
  /** Whether it is known to be the first in the order of the units of all plans that are as good. */
  readonly first: boolean;
  /** Always true: every pathway was accepted by the direct evaluator, and the sums were added up anew. */
  readonly verified: true;
}

/** A run of a unit: who sits in it and, where that is planned, when and with whom. */
export interface RunDocument {
  readonly ref: string;
  /** From 1. */
  readonly run: number;
  readonly period: number | null;
  readonly staff: string | null;
  readonly learners: readonly string[];
}

/** One learner of a plan. */
export interface PlannedLearnerDocument {
  readonly learner: string;
  readonly qualification: string;
  /** References of all units of the pathway, in table order. */
  readonly counted: readonly string[];
  /** Those of them that the learner does not hold. */
  readonly attends: readonly string[];
}

/** A learner who cannot be served, and why. */
export interface UnservedLearnerDocument {
  readonly learner: string;
  readonly why: string;
}

/** A unit of a plan for learners. */
export interface SeatedUnitDocument extends DeliveredUnitDocument {
  /** How many learners attend it. */
  readonly seats: number;
}

/** A plan for learners. */
export interface CohortPlanDocument {
  readonly status: 'optimal' | 'feasible';
  readonly objectives: readonly ObjectiveDocument[];
  /** Hours of all runs; null where some are not known. */
  readonly deliveredGlh: number | null;
  readonly bound: number | null;
  readonly gap: number | null;
  readonly delivered: readonly SeatedUnitDocument[];
  readonly qualifications: readonly { readonly id: string; readonly learners: number }[];
  readonly runs: readonly RunDocument[];
  readonly learners: readonly PlannedLearnerDocument[];
  readonly unserved: readonly UnservedLearnerDocument[];
  /** By ascending units; only where it was asked for. */
  readonly frontier?: readonly FrontierPointDocument[];
  readonly frontierComplete?: boolean;
  readonly provedBy: string | null;
  readonly confirmedBy: readonly string[];
  readonly verified: true;
}

/** No learner can be served, or not all of those who are left together. */
export interface NobodyServedDocument {
  readonly status: 'infeasible';
  readonly unserved: readonly UnservedLearnerDocument[];
  /** What cannot be kept together where each of the learners who are left could be served alone. */
  readonly conflict: readonly WishDocument[];
  /** Whether leaving out any one of the conflict lets the others be kept; where there is a conflict. */
  readonly smallest?: boolean;
}

/** A qualification that has no pathway, whatever is delivered for others, and why. */
export interface UnservedQualificationDocument {
  readonly id: string;
  readonly conflict: readonly ConflictMemberDocument[];
  readonly smallest: boolean;
}

/** A limit or wish that cannot be kept together with others; `nearest` is the figure at which there is a plan. */
export interface WishDocument {
  readonly statement: string;
  readonly source: SourceDocument;
  readonly nearest: number | null;
}

/** There is no plan: some qualifications have no pathway, or limits and wishes are in each other's way. */
export interface NoPlanDocument {
  readonly status: 'infeasible';
  readonly unserved: readonly UnservedQualificationDocument[];
  readonly conflict: readonly WishDocument[];
  /** Whether leaving out any one of the conflict lets the others be kept. */
  readonly smallest: boolean;
  readonly provedBy: string;
  readonly confirmedBy: readonly string[];
}

/** A limit stopped the search before any plan was found, or whoever was asked failed. */
export interface UnknownPlanDocument {
  readonly status: 'unknown';
  readonly reason: string | null;
}

/** Two roads contradict each other, or a plan does not stand up to the check: a bug, and no answer. */
export interface DisputedPlanDocument {
  readonly status: 'disputed';
  readonly claims: readonly string[];
}

/** The answer to `deliver`. */
export type DeliverDocument = (
  PlanDocument | CohortPlanDocument | NoPlanDocument | NobodyServedDocument | UnknownPlanDocument | DisputedPlanDocument
) & {
  /** Where a certificate was asked for, whether there is one. */
  readonly certificate?: CertificateDocument;
};
