import { parse } from 'csv-parse/sync';
import { importDocument } from '../../src/import/import-document.js';
import type { ImportedQualification } from '../../src/import/import-lines.js';
import type { DocumentKind } from '../../src/import/kind.js';
import type { Printed } from './printed.js';

/** The qualifications of a document; fails where it cannot be read. */
export async function importedFrom(bytes: Uint8Array, kind: DocumentKind): Promise<readonly ImportedQualification[]> {
  const imported = await importDocument(bytes, kind);
  if (!imported.ok) throw new Error(imported.issues.map(({ message }) => message).join('\n'));
  return imported.value.qualifications;
}

/** The unit table of a document that is to come out of it, one text a unit; a blank figure is open. */
export function unitsOf({ groups }: Printed): readonly string[] {
  return groups.flatMap(({ name, units }) =>
    units.map(({ ref, title, level, credit, glh }) =>
      [name, ref, title, level, ...[credit, glh].map((figure) => (figure === '' ? 'TBC' : figure))].join(' | '),
    ),
  );
}

/** The units of a table that was written, one text a unit. */
export function unitsRead({ table }: ImportedQualification): readonly string[] {
  const rows = parse<Record<string, string>>(table, { columns: true });
  return rows.map((row) =>
    ['group', 'ref', 'title', 'level', 'credit', 'glh'].map((key) => row[key] ?? '').join(' | '),
  );
}

/** The statements of a draft in an order of their own. */
export function statementsRead({ draft }: ImportedQualification): readonly string[] {
  return draft.statements.map(({ text }) => text).sort();
}
