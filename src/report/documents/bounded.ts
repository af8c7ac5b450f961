import { formatMeasure } from '../../domain/measure.js';
import type { PathwayAnswer } from '../../questions/pathway.js';
import type { CertificateDocument } from './certificate.js';
import {
  objectiveDocuments,
  pathwayDocument,
  type ObjectiveDocument,
  type OptimalPathwayDocument,
  type PathwayDocument,
} from './pathway.js';

type Optimal = Extract<PathwayAnswer, { status: 'optimal' }>;

/** The best pathways with every open figure at the least, and at the most, that it can be. */
export interface BoundedPathway {
  readonly least: Optimal;
  readonly most: Optimal;
  /** The figures that are open, each with its bounds. */
  readonly open: readonly { readonly name: string; readonly min: number; readonly max: number }[];
  /** How many of the objectives come before the one that is known within bounds only. */
  readonly known: number;
}

/** The best value lies between two others, because figures that it adds up are known within bounds only. */
export interface BoundedPathwayDocument {
  readonly qualification: string;
  readonly status: 'bounded';
  /** The objectives before the one that is bounded, with their values. */
  readonly objectives: readonly ObjectiveDocument[];
  /** Between which values the best lies, both included, whatever the open figures turn out to be. */
  readonly bounded: {
    readonly sense: 'minimise' | 'maximise';
    readonly measure: string;
    readonly min: number;
    readonly max: number;
  };
  readonly open: readonly { readonly name: string; readonly min: number; readonly max: number }[];
  /** The best pathway if every open figure is the least, or the most, that it can be. */
  readonly least: OptimalPathwayDocument;
  readonly most: OptimalPathwayDocument;
}

/** The answer to `solve`. */
export type SolveDocument = (PathwayDocument | BoundedPathwayDocument) & {
  /** Where a certificate was asked for, whether there is one. */
  readonly certificate?: CertificateDocument;
};

/** The bounds, and a pathway at each end. */
export function boundedPathwayDocument(qualification: string, it: BoundedPathway): BoundedPathwayDocument {
  const { sense, measure, min, max } = boundsOf(it);
  return {
    qualification,
    status: 'bounded',
    objectives: objectiveDocuments(it.least.objectives.slice(0, it.known)),
    bounded: { sense, measure: formatMeasure(measure), min, max },
    open: it.open.map(({ name, min: least, max: most }) => ({ name, min: least, max: most })),
    least: optimalDocument(qualification, it.least),
    most: optimalDocument(qualification, it.most),
  };
}

/** The objective that is bounded, and the values between which its best lies. */
export function boundsOf({ least, most, known }: BoundedPathway): Optimal['objectives'][number] & {
  readonly min: number;
  readonly max: number;
} {
  const [low, high] = [least.objectives[known], most.objectives[known]];
  if (low === undefined || high === undefined) throw new RangeError('the bounded objective was not asked for');
  return { ...low, min: low.value, max: high.value };
}

function optimalDocument(qualification: string, answer: Optimal): OptimalPathwayDocument {
  const document = pathwayDocument(qualification, answer, null);
  if (document.status !== 'optimal') throw new Error('an optimal answer has another document');
  return document;
}
