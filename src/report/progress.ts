import { issuesJson } from './issues-json.js';
import type { Progress } from '../questions/progress.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';

/** The JSON document of `progress`, nearest first. */
export function progressJson(progress: readonly Progress[]): readonly object[] {
  return progress.map((it) => {
    const { id, title } = it;
    if (it.status === 'open') return { id, title, status: it.status, open: it.names };
    if (it.status === 'broken') return { id, title, status: it.status, issues: issuesJson(it.issues) };
    if (it.status !== 'answered') return { id, title, status: it.status };
    const { newGlh, newCredits, newUnits, overlapCredits } = it.totals;
    return { id, title, status: 'optimal', complete: it.complete, newGlh, newCredits, newUnits, overlapCredits };
  });
}

/** The progress for people: one line a qualification. */
export function renderProgress(progress: readonly Progress[], page: Page): string {
  const { good, bad, dim } = page.palette;
  const rows = progress.map((it) => {
    const title = it.title ?? it.id;
    if (it.status === 'open') return [title, dim('values are open'), '', '', ''];
    if (it.status === 'broken') return [title, bad('the model has errors'), '', '', ''];
    if (it.status !== 'answered') return [title, it.status === 'infeasible' ? 'no pathway' : it.status, '', '', ''];
    const { newGlh, newCredits, newUnits, overlapCredits } = it.totals;
    const state = it.complete ? good('complete') : 'to do';
    return [title, state, String(newGlh), String(newUnits), `${overlapCredits} of ${overlapCredits + newCredits}`];
  });
  return renderTable(
    [
      { head: 'Qualification', flexible: true },
      { head: 'State' },
      { head: 'New GLH', align: 'right' },
      { head: 'New units', align: 'right' },
      { head: 'Credits held', align: 'right' },
    ],
    rows,
    page,
  );
}
