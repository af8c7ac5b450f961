/** A piece of text on a page: what stands together without a gap. Lengths are in points; `y` grows downwards. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
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

/** Puts pieces of text into lines, and joins those that stand together. */
export function linesOf(pieces: readonly Fragment[]): readonly PageLine[] {
  const rows: Fragment[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.y - b.y || a.left - b.left)) {
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

function join(row: readonly Fragment[]): readonly Fragment[] {
  const joined: Fragment[] = [];
  for (const piece of row) {
    const last = joined.at(-1);
    const gap = last === undefined ? Infinity : piece.left - last.right;
    const bullet = joined.length === 1 && last !== undefined && BULLET.test(last.text) && gap < 4 * piece.size;
    if (last === undefined || (gap > GAP * piece.size && !bullet)) joined.push(piece);
    else {
      const between = gap > SPACE * piece.size && !/\s$/.test(last.text) ? ' ' : '';
      joined[joined.length - 1] = {
        ...last,
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
