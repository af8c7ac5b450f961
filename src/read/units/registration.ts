import { parseDate, type IsoDate } from '../../domain/date.js';
import { error, type Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import type { TableRow } from '../table/csv-table.js';
import { isBlank } from '../table/figure-cell.js';
import { noDay } from './validity.js';

/** The column that says on which day a learner registered. */
export const REGISTERED_ON = 'registered-on';

/** The day on which the learner of these rows registered, by the first that has one; errors: texts that are no day. */
export function readRegistration(rows: readonly TableRow<string>[]): {
  readonly on: { readonly registeredOn?: IsoDate };
  readonly issues: readonly Issue[];
} {
  const cells = rows.flatMap(({ known }) => known.get(REGISTERED_ON) ?? []).filter(({ text }) => !isBlank(text));
  const days = cells.map(({ text }) => parseDate(text));
  const wrong = cells.filter((_, index) => itemAt(days, index) === null);
  const day = days.find((it) => it !== null);
  return {
    on: day === undefined ? {} : { registeredOn: day },
    issues: wrong.map(({ text, place }) => error('not-a-date', noDay(text), place)),
  };
}
