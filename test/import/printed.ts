/** A unit as a document prints it. */
export interface PrintedUnit {
  readonly ref: string;
  readonly title: string;
  readonly level: string;
  readonly credit: string;
  readonly glh: string;
}

/** A qualification as a document prints it: what the writers of test documents are given. */
export interface Printed {
  readonly title: string;
  /** Conditions in the words of a handbook. */
  readonly sentences: readonly string[];
  readonly groups: readonly {
    readonly name: string;
    readonly title: string;
    readonly units: readonly PrintedUnit[];
  }[];
}

/** How a document sets its tables out. */
export interface Layout {
  /** Titles before references, and credits before levels. */
  readonly titleFirst: boolean;
  /** All groups in one table, with their headings in rows of their own. */
  readonly oneTable: boolean;
  /** A row of totals below each group. */
  readonly totals: boolean;
  /** Cells stand at the middle of their row, where a document has such a thing. */
  readonly centred: boolean;
}

const REF_FIRST = ['Unit Ref', 'Unit title', 'Level', 'Credit', 'GLH'];
const TITLE_FIRST = ['Unit title', 'Unit reference number', 'Credit value', 'Level', 'Guided learning hours'];

/** The header of a table in a layout. */
export function headerOf({ titleFirst }: Layout): readonly string[] {
  return titleFirst ? TITLE_FIRST : REF_FIRST;
}

/** The cells of a unit in a layout. */
export function cellsOf({ ref, title, level, credit, glh }: PrintedUnit, { titleFirst }: Layout): readonly string[] {
  return titleFirst ? [title, ref, credit, level, glh] : [ref, title, level, credit, glh];
}

/** The cells of the totals of a group; null where a figure is open or the layout has none. */
export function totalOf(units: readonly PrintedUnit[], layout: Layout): readonly string[] | null {
  if (!layout.totals || units.some(({ credit, glh }) => [credit, glh].some((figure) => !/\d/.test(figure))))
    return null;
  const sum = (key: 'credit' | 'glh'): string => String(units.reduce((total, unit) => total + Number(unit[key]), 0));
  return layout.titleFirst
    ? ['Total', '', sum('credit'), '', sum('glh')]
    : ['Total', '', '', sum('credit'), sum('glh')];
}

/** One piece of a document after the other: what every writer goes over. */
export type Piece =
  | { readonly kind: 'title' | 'sentence' | 'heading'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** The pieces of qualifications in a layout; the first row of a table is its header, a row of one cell a heading within. */
export function piecesOf(printed: readonly Printed[], layout: Layout): readonly Piece[] {
  return printed.flatMap(({ title, sentences, groups }) => [
    { kind: 'title' as const, text: title },
    ...sentences.map((text) => ({ kind: 'sentence' as const, text })),
    ...tablesOf(groups, layout),
  ]);
}

function tablesOf(groups: Printed['groups'], layout: Layout): readonly Piece[] {
  const below = groups.map(({ name, title, units }) => {
    const total = totalOf(units, layout);
    const rows = [...units.map((unit) => cellsOf(unit, layout)), ...(total === null ? [] : [total])];
    return { heading: `Group ${name}: ${title}`, rows };
  });
  const header = headerOf(layout);
  if (layout.oneTable) {
    return [{ kind: 'table', rows: [header, ...below.flatMap(({ heading, rows }) => [[heading], ...rows])] }];
  }
  return below.flatMap(({ heading, rows }) => [
    { kind: 'heading' as const, text: heading },
    { kind: 'table' as const, rows: [header, ...rows] },
  ]);
}
