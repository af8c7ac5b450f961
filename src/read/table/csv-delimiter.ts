const DELIMITERS = [',', ';', '\t'];

/**
 * What separates the cells of a table: the comma, semicolon or tab that makes the most of the `expected` columns appear
 * in the header, and among equals the one that occurs most often there. Spreadsheets save semicolons wherever the
 * comma is the decimal sign.
 */
export function chooseDelimiter(text: string, expected: readonly string[]): string {
  const header = text.split('\n', 50).find((line) => line.trim() !== '') ?? '';
  const names = new Set(expected);
  const score = (delimiter: string): number => {
    const cells = header.split(delimiter).map(columnName);
    return cells.filter((cell) => names.has(cell)).length * header.length + cells.length;
  };
  return DELIMITERS.reduce((best, candidate) => (score(candidate) > score(best) ? candidate : best));
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
