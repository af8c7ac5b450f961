import type { Pathway } from '../../evaluate/certify.js';
import type { PathwayChange } from '../../questions/compare/pathways.js';
import type { StatementChanges } from '../../questions/compare/statements.js';
import type { UnitChanges } from '../../questions/compare/units.js';
import type { RangeAnswerDocument } from './range.js';
import { totalsDocument, unitDocuments, type TotalsDocument, type UnitDocument } from './unit.js';

/** A unit that both versions list, and one thing that differs; null for what is open or none. */
export interface UnitChangeDocument {
  readonly ref: string;
  readonly field: 'title' | 'level' | 'credit' | 'glh' | 'groups';
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** A pathway of one version that is none of the other. */
export interface ChangedPathwayDocument {
  readonly units: readonly UnitDocument[];
  readonly totals: TotalsDocument;
  /** What of the other version it does not meet: statements as printed, and units that are not listed there. */
  readonly why: readonly string[];
}

/** What the change means for one learner. */
export interface ComparedLearnerDocument {
  readonly learner: string;
  /** The least new hours under either version; null without a pathway, or where none was found in time. */
  readonly before: number | null;
  readonly after: number | null;
  readonly change: 'better' | 'worse' | 'same' | 'unknown';
}

/** Two versions of a qualification, or two qualifications, side by side. */
export interface CompareDocument {
  readonly old: string;
  readonly new: string;
  readonly units: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly UnitChangeDocument[];
  };
  /** As printed. */
  readonly statements: { readonly added: readonly string[]; readonly removed: readonly string[] };
  readonly before: RangeAnswerDocument;
  readonly after: RangeAnswerDocument;
  /** Sets of units that only the old version accepts, only the new one, and both, as strings; null where they were not counted. */
  readonly pathways: { readonly lost: string; readonly gained: string; readonly kept: string } | null;
  /** The one with the least hours; null where there is none, or none was found. */
  readonly examples: {
    readonly lost: ChangedPathwayDocument | null;
    readonly gained: ChangedPathwayDocument | null;
  };
  /** In the order of the file; left out without one. */
  readonly learners?: readonly ComparedLearnerDocument[];
}

/** All that a comparison found. */
export interface Comparison {
  readonly old: string;
  readonly new: string;
  readonly units: UnitChanges;
  readonly statements: StatementChanges;
  readonly before: RangeAnswerDocument;
  readonly after: RangeAnswerDocument;
  readonly pathways: PathwayChange | null;
  /** Why an example is no pathway of the other version. */
  readonly why: (example: Pathway, other: 'old' | 'new') => readonly string[];
  readonly learners: readonly ComparedLearnerDocument[] | null;
}

/** The comparison for programs. */
export function compareDocument(found: Comparison): CompareDocument {
  const { units, statements, before, after, pathways, learners } = found;
  const example = (pathway: Pathway | null, other: 'old' | 'new'): ChangedPathwayDocument | null =>
    pathway === null
      ? null
      : { units: unitDocuments(pathway), totals: totalsDocument(pathway), why: found.why(pathway, other) };
  return {
    old: found.old,
    new: found.new,
    units: {
      added: units.added.map(({ ref }) => ref),
      removed: units.removed.map(({ ref }) => ref),
      changed: units.changed,
    },
    statements,
    before,
    after,
    pathways:
      pathways === null
        ? null
        : { lost: String(pathways.lost), gained: String(pathways.gained), kept: String(pathways.kept) },
    examples: {
      lost: pathways === null ? null : example(pathways.lostExample, 'new'),
      gained: pathways === null ? null : example(pathways.gainedExample, 'old'),
    },
    ...(learners === null ? {} : { learners }),
  };
}
