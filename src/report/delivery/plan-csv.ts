import { csvCell } from '../csv-cell.js';
import type { PlanDocument } from '../documents/deliver.js';

const HEAD = 'unit,run,period,learner,staff';

/** What a timetable is made from: one row a learner of a run, or one row a run where no learners are planned. */
export function planCsv({ delivered }: PlanDocument): string {
  const rows = delivered.flatMap(({ ref, runs }) =>
    Array.from({ length: runs }, (_, at) => [ref, String(at + 1), '', '', '']),
  );
  return [HEAD, ...rows.map((cells) => cells.map(csvCell).join(','))].join('\n');
}
