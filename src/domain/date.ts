/** A day as ISO 8601 writes it, `2026-09-01`: such texts are in the order of the days. */
export type IsoDate = string;

/** The days within which something may be started, both included; null where there is no bound. */
export interface Validity {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

const ISO_LENGTH = 10;
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads a day that exists, `YYYY-MM-DD`; null for any other text. */
export function parseDate(text: string): IsoDate | null {
  const trimmed = text.trim();
  const [, year, month, day] = ISO.exec(trimmed) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  return new Date(time).toISOString().startsWith(trimmed) ? trimmed : null;
}

/** The day that is probably meant by a date as people or spreadsheets write it, `1/9/2026`; null when there is none. */
export function likeliestDate(text: string): IsoDate | null {
  const [, day, month, year] = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text.trim()) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  return parseDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Whether a day lies within. */
export function isWithin({ from, to }: Validity, date: IsoDate): boolean {
  return (from === null || from <= date) && (to === null || date <= to);
}

/** The day in UTC that it is. */
export function today(): IsoDate {
  return new Date().toISOString().slice(0, ISO_LENGTH);
}

/** `from 2026-09-01 to 2027-08-31`, `until 2027-08-31`. */
export function formatValidity({ from, to }: Validity): string {
  if (from === null) return to === null ? 'at any time' : `until ${to}`;
  return to === null ? `from ${from}` : `from ${from} to ${to}`;
}
