import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDocument, arbitraryLayout, type ArbitraryDocument } from './arbitrary-printed.js';
import { importedFrom, statementsRead, unitsOf, unitsRead } from './outcome.js';
import type { Layout } from './printed.js';
import { RENDERINGS, type Rendering } from './renderings.js';

/** How many random documents each way of writing is tried with; `QUALPATH_IMPORTS=900` for a long run. */
const COUNT = Number(process.env['QUALPATH_IMPORTS'] ?? 15);

/** What came out different and is not listed for review; a document is to lose nothing without a word. */
async function silentDifferences(
  { printed, rule }: ArbitraryDocument,
  layout: Layout,
  { kind, write }: Rendering,
): Promise<readonly string[]> {
  const [read, second] = await importedFrom(write([printed], layout), kind);
  if (read === undefined || second !== undefined) return ['not one qualification'];
  const listed = JSON.stringify([read.draft.notUnderstood, read.draft.remarks]);
  const isListed = (text: string): boolean => listed.includes(JSON.stringify(text).slice(1, -1));
  const [wanted, got] = [unitsOf(printed), unitsRead(read)];
  const units = wanted.filter((unit) => !got.includes(unit) && !isListed(unit.split(' | ')[1] ?? ''));
  const extra = got.filter((unit) => !wanted.includes(unit) && !isListed(unit.split(' | ')[1] ?? ''));
  // Of a group that lost all its units, as is listed, nothing can be said.
  const lost = printed.groups.filter(({ name }) => got.every((unit) => !unit.startsWith(`${name} |`)));
  const asked = rule.filter((text) => !lost.some(({ name }) => text.endsWith(`from ${name}`)));
  const said = statementsRead(read);
  const statements = said.join('\n') === asked.toSorted().join('\n') ? [] : said;
  return [...units.map((unit) => `missing: ${unit}`), ...extra.map((unit) => `not printed: ${unit}`), ...statements];
}

describe.each(RENDERINGS)('random qualifications, written as $name', (rendering) => {
  it('come back as they were, or what is not equal is listed', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryDocument, arbitraryLayout, async (document, layout) => {
        expect(await silentDifferences(document, layout, rendering)).toEqual([]);
      }),
      { numRuns: COUNT },
    );
  });
});
