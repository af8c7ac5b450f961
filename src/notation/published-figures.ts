/** Figures of a document that belong under `published` in a model; null where it prints none. In hours. */
export interface PublishedFigures {
  readonly minimumGlh: number | null;
  readonly maximumGlh: number | null;
  readonly minimumTqt: number | null;
  readonly maximumTqt: number | null;
}

const ONE =
  /^(?:the\s)?(?:(min|max|low|high)(?:imum|\.|est)?\s)?(GLH|guided learning hours|TQT|total qualification time)(?:\s?\((?:GLH|TQT)\))?(?:\s?[:=]|\sis|\sof)?\s?(\d{1,7})(?:\shours)?$/i;

/** The figures of a sentence that only prints hours (`Minimum GLH 131, TQT 390`); null for any other. */
export function publishedFigures(sentence: string): PublishedFigures | null {
  const found = sentence.split(/, (?:and )?| and |; /).map((piece) => ONE.exec(piece));
  const figures = new Map<string, number>();
  for (const piece of found) {
    if (piece === null) return null;
    const [, extreme = 'min', noun = '', hours] = piece;
    const name = `${/^(?:max|high)/i.test(extreme) ? 'maximum' : 'minimum'}-${/^t/i.test(noun) ? 'tqt' : 'glh'}`;
    if (figures.has(name)) return null;
    figures.set(name, Number(hours));
  }
  const of = (name: string): number | null => figures.get(name) ?? null;
  return {
    minimumGlh: of('minimum-glh'),
    maximumGlh: of('maximum-glh'),
    minimumTqt: of('minimum-tqt'),
    maximumTqt: of('maximum-tqt'),
  };
}

/** What to write for figures that a document prints. */
export function wordsForPublished({ minimumGlh, maximumGlh, minimumTqt, maximumTqt }: PublishedFigures): string {
  const keys: readonly (readonly [string, number | null])[] = [
    ['minimum-glh', minimumGlh],
    ['maximum-glh', maximumGlh],
    ['minimum-tqt', minimumTqt],
    ['maximum-tqt', maximumTqt],
  ];
  const lines = keys.flatMap(([key, hours]) => (hours === null ? [] : [`'${key}: ${hours}'`]));
  return `these are figures that the document prints, and no condition; write ${lines.join(' and ')} under 'published'`;
}
