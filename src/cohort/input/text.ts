/** The text of a block, and its lines that are not UTF-8: by line from 0, the column of the first bad character. */
export interface CohortText {
  readonly text: string;
  readonly notUtf8: ReadonlyMap<number, number>;
}

const NONE: ReadonlyMap<number, number> = new Map();
const LINE_FEED = 10;
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });

/** Decodes a block of whole lines. What is wrong with one line leaves the others as they are. */
export function decodeLines(bytes: Uint8Array): CohortText {
  const text = decode(bytes);
  return text === null ? { text: lenient.decode(bytes), notUtf8: findBadLines(bytes) } : { text, notUtf8: NONE };
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

function findBadLines(bytes: Uint8Array): ReadonlyMap<number, number> {
  const bad = new Map<number, number>();
  let start = 0;
  for (let line = 0; start < bytes.length; line++) {
    const feed = bytes.indexOf(LINE_FEED, start);
    const end = feed < 0 ? bytes.length : feed;
    const own = bytes.subarray(start, end);
    // The first replacement character may be one that really stands there, which is near enough for a column.
    if (decode(own) === null) bad.set(line, lenient.decode(own).indexOf('\uFFFD') + 1);
    start = end + 1;
  }
  return bad;
}
