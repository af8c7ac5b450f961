import { csvCell } from '../csv-cell.js';
import type { CohortPlanDocument, PlanDocument } from '../documents/deliver.js';

const HEAD = 'unit,run,period,learner,staff';

/** What a timetable is made from: one row a learner of a run, or one row a run where no learners are planned. */
export function planCsv(document: PlanDocument | CohortPlanDocument): string {
  const rows =
    'runs' in document
      ? document.runs.flatMap(({ ref, run, period, staff, learners }) => {
          const cells = [ref, String(run), period === null ? '' : String(period)];
          return (learners.length === 0 ? [''] : learners).map((learner) => [...cells, learner, staff ?? '']);
        })
      : document.delivered.map(({ ref }) => [ref, '1', '', '', '']);
  return [HEAD, ...rows.map((cells) => cells.map(csvCell).join(','))].join('\n');
}
