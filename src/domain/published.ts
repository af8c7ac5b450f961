/** The figures of a whole qualification that a document may print, by their keys under `published` in a model. */
export const PUBLISHED_FIGURES = [
  'minimum-glh',
  'maximum-glh',
  'minimum-tqt',
  'maximum-tqt',
  'credits',
  'units',
  'pathways',
] as const;

/** One of them. */
export type PublishedFigure = (typeof PUBLISHED_FIGURES)[number];

/** Printed figures of one group; null where the document prints none. */
export interface GroupFigures {
  readonly credits: number | null;
  readonly glh: number | null;
  readonly units: number | null;
}

/** Figures that the awarding organisation prints, to be set beside the computed ones. */
export interface Published {
  /** Hours, credits, numbers of units; how many pathways there are outgrows a double. */
  readonly figures: ReadonlyMap<PublishedFigure, number | bigint>;
  /** What all units of a group come to. */
  readonly groupTotals: ReadonlyMap<string, GroupFigures>;
  /** What is required from a group. */
  readonly groupRequired: ReadonlyMap<string, GroupFigures>;
}
