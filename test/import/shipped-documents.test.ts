import { describe, expect, it } from 'vitest';
import { importedFrom, statementsRead, unitsOf, unitsRead } from './outcome.js';
import type { Layout } from './printed.js';
import { RENDERINGS } from './renderings.js';
import { shippedDocuments } from './shipped.js';

const LAYOUTS: readonly (readonly [string, Layout])[] = [
  ['a table for each group', { titleFirst: false, oneTable: false, totals: true, centred: false }],
  ['one table', { titleFirst: true, oneTable: true, totals: false, centred: true }],
];

describe.each(RENDERINGS)('qualifications of the package, written as $name', ({ kind, write }) => {
  it.each(LAYOUTS)('come back with every unit and statement: %s', async (_, layout) => {
    const documents = shippedDocuments();
    const read = await importedFrom(
      write(
        documents.map(({ printed }) => printed),
        layout,
      ),
      kind,
    );
    expect(read.map(({ id }) => id)).toEqual(documents.map(({ id }) => id));
    read.forEach((qualification, at) => {
      const document = documents[at];
      if (document === undefined) throw new Error('more was read than was written');
      expect(unitsRead(qualification)).toEqual(unitsOf(document.printed));
      expect(statementsRead(qualification)).toEqual([...document.rule].sort());
      expect(qualification.draft.notUnderstood).toEqual([]);
    });
  });
});
