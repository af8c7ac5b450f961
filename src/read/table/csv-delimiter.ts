const DELIMITERS = [',', ';', '\t'];

/** Where the header of a table begins, what separates its cells, and whether anything but `sep=` stands above it. */
export interface TableStart {
  readonly delimiter: string;
  /** The offset of the header's first character. */
  readonly offset: number;
  /** True when lines above the header are left out, such as a title. */
  readonly below: boolean;
}

/** How many lines from the top a header is looked for. */
export const MOST_LINES_ABOVE = 50;

interface Line {
  readonly text: string;
  readonly offset: number;
}

/**
 * Finds the header of a table. Its cells are separated by the comma, semicolon or tab that makes the most of the
 * `expected` columns appear, and among equals by the one that occurs most often: spreadsheets save semicolons wherever
 * the comma is the decimal sign, and some say so in a line `sep=;` above the header. The header is the first line that is
 * not blank; but where that has none of the columns and one further down has at least half of them, it is that one.
 */
export function findTable(text: string, expected: readonly string[]): TableStart {
  const lines = firstLines(text);
  const [first = { text: '', offset: 0 }, ...others] = lines;
  const named = namedDelimiter(first.text);
  if (named !== null) return { delimiter: named, offset: others[0]?.offset ?? text.length, below: false };
  const likelier = knownIn(first.text, expected) > 0 ? undefined : others.find((line) => isHeader(line.text, expected));
  const header = likelier ?? first;
  return { delimiter: chooseDelimiter(header.text, expected), offset: header.offset, below: likelier !== undefined };
}

/** What a line `sep=;`, as Excel saves it above a header, says of the cells; null for any other line. */
export function namedDelimiter(line: string): string | null {
  return /^"?sep=([^\p{L}\p{N}"\s]|\t)"?\s*$/iu.exec(line)?.[1] ?? null;
}

/** What separates the cells of a header; see {@link findTable}. */
export function chooseDelimiter(header: string, expected: readonly string[]): string {
  const names = new Set(expected);
  const score = (delimiter: string): number => {
    const cells = header.split(delimiter).map(columnName);
    return cells.filter((cell) => names.has(cell)).length * header.length + cells.length;
  };
  return DELIMITERS.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best));
}

/** The first lines that are not blank. */
function firstLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let offset = 0; offset < text.length && lines.length < MOST_LINES_ABOVE;) {
    const feed = text.indexOf('\n', offset);
    const end = feed < 0 ? text.length : feed;
    const line = text.slice(offset, end);
    if (line.trim() !== '') lines.push({ text: line, offset });
    offset = end + 1;
  }
  return lines;
}

function isHeader(line: string, expected: readonly string[]): boolean {
  return knownIn(line, expected) >= Math.ceil(expected.length / 2);
}

function knownIn(line: string, expected: readonly string[]): number {
  const names = new Set(expected);
  const cells = line.split(chooseDelimiter(line, expected)).map(columnName);
  return cells.filter((cell) => names.has(cell)).length;
}

/** The name of a column as it is compared: without surrounding white space and quotes, in lower case. */
export function columnName(cell: string): string {
  return cell
    .replace(/\p{Cf}+/gu, '')
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()
    .toLowerCase();
}
