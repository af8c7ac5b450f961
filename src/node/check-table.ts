import type { Issue } from '../domain/issue.js';
import { checkUnitLetters } from '../read/units/check-characters.js';
import { readEquivalences } from '../read/units/equivalences.js';
import { readTextFile } from './read-text-file.js';
import { isWorkbookPath, readWorkbook } from './read-workbook.js';
import { readUnitTable } from '../read/units/unit-table.js';

/** Whether a path names a table, to be checked by itself, rather than a model. */
export function isTablePath(path: string): boolean {
  return /\.(?:csv|tsv|xlsx|xlsm|xls|ods|numbers)$/i.test(path);
}

/** Everything that is wrong or odd about one table: a unit table, or the equivalences where the file is named so. */
export function checkTable(path: string): readonly Issue[] {
  const text = isWorkbookPath(path) ? readWorkbook(path) : readTextFile(path);
  if (!text.ok) return text.issues;
  if (/(?:^|[\\/])equivalences\.\w+$/i.test(path)) {
    const rows = readEquivalences(text.value, path);
    return rows.ok ? rows.warnings : rows.issues;
  }
  const table = readUnitTable(text.value, path);
  return table.ok ? [...table.warnings, ...checkUnitLetters(table.value.rows)] : table.issues;
}
