import { line, table, type Sheet } from '../sheet.js';
import type { NamedProgram } from '../../program/formats/named-program.js';

/** What a program is about and how large it is. */
export function programSheet({ program, about }: NamedProgram): Sheet {
  const [title = '', ...lines] = about;
  const factors = program.rows.reduce((sum, { terms }) => sum + terms.length, 0);
  return {
    title,
    parts: [
      ...lines.map((text) => line(text)),
      table(
        [
          { head: 'Columns', align: 'right' },
          { head: 'Rows', align: 'right' },
          { head: 'Factors', align: 'right' },
        ],
        [[program.columns.length, program.rows.length, factors]],
      ),
    ],
  };
}
