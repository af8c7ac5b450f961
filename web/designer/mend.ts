/** How thresholds stand in a statement: `at least 55`, `more than 50%`, `between 6 and 9`. */
const THRESHOLD = /^(at least|at most|exactly)(\s+)(\d+(?:\.\d+)?)/i;
const BETWEEN = /^(between\s+)(\d+(?:\.\d+)?)(\s+and\s+)(\d+(?:\.\d+)?)/i;

/** A statement with its threshold moved to the nearest figure that can be met; null where it has none to be moved. */
export function mendStatement(line: string, nearest: number): string | null {
  const indent = line.slice(0, line.length - line.trimStart().length);
  const text = line.trimStart();
  if (THRESHOLD.test(text))
    return indent + text.replace(THRESHOLD, (_, word: string, space: string) => `${word}${space}${nearest}`);
  const between = BETWEEN.exec(text);
  if (between === null) return null;
  const [least, most] = [Number(between[2]), Number(between[4])];
  const mended = nearest < least ? [nearest, most] : nearest > most ? [least, nearest] : null;
  if (mended === null) return null;
  return indent + text.replace(BETWEEN, (_, word: string, __, and: string) => `${word}${mended[0]}${and}${mended[1]}`);
}

/** The name that stands where a threshold does: `at least b-minimum credits`; null where a figure does. */
export function parameterIn(line: string, names: readonly string[]): string | null {
  const word = /^(?:at least|at most|exactly)\s+(\S+)/i.exec(line.trimStart())?.[1];
  return names.find((name) => name === word) ?? null;
}
