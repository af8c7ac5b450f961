/** Digits that a double holds for sure; what comes behind them is left by the arithmetic of a formula. */
const SURE_DIGITS = 15;
const LENGTH_OF_DATE = 10;

/** A cell of a workbook as one would type it into a CSV file: dates as ISO has them. Throws for what no cell holds. */
export function workbookCellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, LENGTH_OF_DATE);
  if (typeof value === 'number') return String(Number(value.toPrecision(SURE_DIGITS)));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  throw new TypeError(`a cell holds a ${typeof value}`);
}
