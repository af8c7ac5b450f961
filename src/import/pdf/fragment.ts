/** A piece of text on a page: what stands together without a gap. Lengths are in points; `y` grows downwards. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Whether it is the mark of a footnote, or ends with one. */
  readonly mark?: boolean;
}

/** Fragments that stand on one line, from left to right. */
export interface PageLine {
  readonly y: number;
  readonly size: number;
  readonly fragments: readonly Fragment[];
}

/** The widest gap within a piece of text, and the narrowest that is a space, in sizes of the font. */
const GAP = 0.55;
const SPACE = 0.12;
/** How far letters of one line may stand apart vertically, in sizes of the font. */
const SAME_LINE = 0.25;
const BULLET = /^(?:[•●▪◦·■□➢✓‣○*–-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])$/;

/** The mark of a footnote: short, small, and raised or lowered beside the text that it stands at. */
const MARK = /^(?:\(?\d{1,2}\)?|[*†‡§#]{1,3}|[a-z])[,.]?$/;
const SMALL = 0.8;
const RAISED = 0.75;

/** Puts pieces of text into lines, and joins those that stand together; a mark of a footnote stays apart from the figure that it stands at. */
export function linesOf(all: readonly Fragment[]): readonly PageLine[] {
  const { pieces, marks } = partMarks(all);
  const rows: Fragment[][] = [];
  for (const piece of [...pieces, ...marks].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    const first = row?.[0];
    if (
      row !== undefined &&
      first !== undefined &&
      Math.abs(piece.y - first.y) <= SAME_LINE * Math.max(first.size, piece.size)
    )
      row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => {
    const fragments = join(row.sort((a, b) => a.left - b.left));
    return { y: fragments[0]?.y ?? 0, size: Math.max(...fragments.map(({ size }) => size)), fragments };
  });
}

/** How high the blocks are in which texts are looked for by where they end, and how many of one are looked at. */
const BLOCK = 16;
const MOST_NEAR = 8;

function keyAt(x: number, y: number): string {
  return `${Math.round(x)} ${Math.round(y / BLOCK)}`;
}

/** Marks of footnotes, on the line of the text right before them; the index of texts by where they end keeps this short. */
function partMarks(all: readonly Fragment[]): {
  readonly pieces: readonly Fragment[];
  readonly marks: readonly Fragment[];
} {
  const candidates = all.filter(({ text }) => MARK.test(text));
  if (candidates.length === 0) return { pieces: all, marks: [] };
  const ends = new Map<string, Fragment[]>();
  for (const piece of all) {
    const key = keyAt(piece.right, piece.y);
    const there = ends.get(key);
    if (there === undefined) ends.set(key, [piece]);
    else if (there.length < MOST_NEAR) there.push(piece);
  }
  const marks = new Map<Fragment, Fragment>();
  for (const mark of candidates) {
    const near = [-BLOCK, 0, BLOCK].flatMap((down) =>
      [-2, -1, 0, 1, 2, 3].flatMap((step) => ends.get(keyAt(mark.left + step, mark.y + down)) ?? []),
    );
    const before = near.find(
      (it) => it !== mark && mark.size < SMALL * it.size && Math.abs(it.y - mark.y) < RAISED * it.size,
    );
    if (before !== undefined) marks.set(mark, { ...mark, y: before.y, mark: true });
  }
  return { pieces: all.filter((piece) => !marks.has(piece)), marks: [...marks.values()] };
}

function join(row: readonly Fragment[]): readonly Fragment[] {
  const joined: Fragment[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const gap = last === undefined ? Infinity : piece.left - last.right;
    const bullet = joined.length === 1 && last !== undefined && BULLET.test(last.text) && gap < 4 * piece.size;
    if (last === undefined || (gap > GAP * Math.max(piece.size, last?.size ?? 0) && !bullet)) joined.push(piece);
    else {
      const apart = piece.mark === true || last.mark === true || gap > SPACE * piece.size;
      const between = apart && !/\s$/.test(last.text) ? ' ' : '';
      joined[joined.length - 1] = {
        ...last,
        mark: piece.mark === true,
        text: `${last.text}${between}${piece.text}`,
        right: Math.max(last.right, piece.right),
      };
    }
  }
  return joined.map((it) => ({ ...it, text: it.text.trim() })).filter(({ text }) => text !== '');
}

/** About how wide the first word of a fragment is. */
export function firstWordWidth({ text, left, right }: Fragment): number {
  const word = text.split(' ')[0] ?? '';
  return ((right - left) * word.length) / Math.max(1, text.length);
}
