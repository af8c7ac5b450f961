import type { QualificationDraft } from './draft.js';

/** A figure that a document prints, by the keys under which it stands below `published`. */
export type PublishedKey = readonly [path: readonly string[], value: number];

/** The figures that a document prints of hours and of totals of groups; of a group that is totalled twice, the last. */
export function publishedKeys({
  published,
  totals,
}: Pick<QualificationDraft, 'published' | 'totals'>): readonly PublishedKey[] {
  const hours: readonly (readonly [string, number | null])[] =
    published === null
      ? []
      : [
          ['minimum-glh', published.minimumGlh],
          ['maximum-glh', published.maximumGlh],
          ['minimum-tqt', published.minimumTqt],
          ['maximum-tqt', published.maximumTqt],
        ];
  const groups = [...new Map(totals.map((total) => [total.group, total])).values()];
  return [
    ...hours.flatMap(([key, value]): readonly PublishedKey[] => (value === null ? [] : [[[key], value]])),
    ...groups.flatMap(({ group, credits, glh }): readonly PublishedKey[] => [
      ...(credits === null ? [] : [[['group-totals', group, 'credits'], Number(credits)] as const]),
      ...(glh === null ? [] : [[['group-totals', group, 'glh'], Number(glh)] as const]),
    ]),
  ];
}
