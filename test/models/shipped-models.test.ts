import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readAchieved } from '../../src/read/units/achieved.js';
import { openLibrary } from '../../src/node/library.js';
import { readTextFile } from '../../src/node/read-text-file.js';
import { codesOf, issuesOf, valueOf } from '../read/issues.js';

const shippedModels = fileURLToPath(new URL('../../models', import.meta.url));
const library = openLibrary({ userModels: shippedModels, shippedModels });
const ids = [
  'level-1-certificate-customer-service',
  'level-2-diploma-customer-service',
  'level-3-diploma-customer-service',
  'level-4-diploma-customer-service',
  'ocr-level-3-diploma-customer-service',
];

const sum = (values: readonly unknown[]): number | null =>
  values.reduce<number | null>((total, it) => (total === null || typeof it !== 'number' ? null : total + it), 0);

it('ships the five qualifications', () => {
  expect(valueOf(library.list()).map(({ id }) => id)).toEqual(ids);
});

describe.each(ids)('%s', (id) => {
  it('loads without a word', () => {
    expect(codesOf(issuesOf(library.load(id)))).toEqual([]);
    expect(codesOf(library.check(id).issues)).toEqual([]);
  });

  it('has groups that add up to the totals that its document prints', () => {
    const { rows, groups, published } = valueOf(library.load(id)).specification;
    const added = [...groups.keys()].map((group) => {
      const units = rows.filter((row) => row.group === group);
      return [
        group,
        { credits: sum(units.map(({ credit }) => credit)), glh: sum(units.map(({ glh }) => glh)), units: null },
      ] as const;
    });
    // A total is printed for every group that has no open value; the OCR document prints none.
    const known = added.filter(([, totals]) => totals.credits !== null);
    expect([...published.groupTotals]).toEqual(id.startsWith('ocr') ? [] : known);
  });
});

it('has all eleven totals that the documents print', () => {
  const printed = ids.flatMap((id) => [...valueOf(library.load(id)).specification.published.groupTotals.keys()]);
  expect(printed).toHaveLength(11);
});

it('ships an equivalences table and sample learners that read without a word', () => {
  expect(codesOf(issuesOf(library.equivalences()))).toEqual([]);
  const [csv, txt] = ['achieved.csv', 'achieved.txt'].map((name) => {
    const path = fileURLToPath(new URL(`../../data/samples/${name}`, import.meta.url));
    return valueOf(readAchieved(valueOf(readTextFile(path)), path)).map(({ ref }) => ref);
  });
  expect(csv).toEqual(txt);
  expect(csv).toContain('M&L 9');
});
