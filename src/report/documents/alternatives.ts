import type { AlternativesAnswer } from '../../questions/alternatives.js';
import type { CertificateDocument } from './certificate.js';
import { objectiveDocuments, type ObjectiveDocument, type UnansweredDocument } from './pathway.js';
import { totalsDocument, unitDocuments, type TotalsDocument, type UnitDocument } from './unit.js';

/** One of the best pathways. */
export interface AlternativeDocument {
  readonly objectives: readonly ObjectiveDocument[];
  readonly units: readonly UnitDocument[];
  readonly totals: TotalsDocument;
}

/** The answer to `alternatives`, best first; counts are strings, as they outgrow a double. */
export interface AlternativesDocument {
  readonly qualification: string;
  readonly status: 'answered';
  /** Whether these are all that were asked for within the allowance. */
  readonly complete: boolean;
  /** How far the first objective may be from its best; null for any distance. */
  readonly within: number | null;
  /** How many there are within it; null where that was not counted. */
  readonly total: string | null;
  /** How many share the best values; null where that was not counted. */
  readonly optimal: string | null;
  /** What `total` and `optimal` count: sets of units, or placements of units where telling sets apart was too much. */
  readonly distinct: 'units' | 'placements';
  readonly solver: string;
  /** The methods that came to the same pathways' figures independently. */
  readonly confirmedBy: readonly string[];
  /** What ended the search before there were enough; null when nothing did. */
  readonly limit: 'time' | 'size' | null;
  readonly pathways: readonly AlternativeDocument[];
}

/** The answer to `alternatives`, or why there is none. */
export type AlternativesAnswerDocument = (AlternativesDocument | UnansweredDocument) & {
  /** Where a certificate was asked for, whether there is one. */
  readonly certificate?: CertificateDocument;
};

/** The best pathways that were found. */
export function alternativesDocument(
  qualification: string,
  answer: Extract<AlternativesAnswer, { status: 'answered' }>,
  within: number | null,
): AlternativesDocument {
  const text = (value: bigint | null): string | null => (value === null ? null : String(value));
  return {
    qualification,
    status: 'answered',
    complete: answer.complete,
    within,
    total: text(answer.total),
    optimal: text(answer.optimal),
    distinct: answer.distinct,
    solver: answer.by,
    confirmedBy: answer.confirmedBy,
    limit: answer.limit,
    pathways: answer.alternatives.map(({ pathway, objectives }) => ({
      objectives: objectiveDocuments(objectives),
      units: unitDocuments(pathway),
      totals: totalsDocument(pathway),
    })),
  };
}
