import type { ListedDocument } from '../documents/list.js';
import { line, table, type Sheet } from '../sheet.js';

/** The qualifications at hand, one line each. */
export function listSheet(listed: readonly ListedDocument[]): Sheet {
  const title = 'Qualifications at hand';
  if (listed.length === 0) return { title, parts: [line('There are no models here.')] };
  const rows = listed.map(({ id, title: name, level, open }) => [
    id,
    name,
    level,
    open.length === 0 ? null : `${open.length} open`,
  ]);
  return {
    title,
    parts: [
      table(
        [{ head: 'Id' }, { head: 'Title', flexible: true }, { head: 'Level', align: 'right' }, { head: 'Values' }],
        rows,
      ),
    ],
  };
}
