/** How a cell begins that a spreadsheet would take for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A cell of a CSV file that may be opened in a spreadsheet without fear: quoted where it must be, and with an apostrophe
 * before what would be run as a formula. The tables that this program reads may have that apostrophe.
 */
export function csvCell(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
