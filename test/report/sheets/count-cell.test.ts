import { describe, expect, it } from 'vitest';
import { renderCsv } from '../../../src/report/csv/render-csv.js';
import { renderMarkdown } from '../../../src/report/markdown/render-markdown.js';
import { table } from '../../../src/report/sheet.js';
import { countCell } from '../../../src/report/sheets/number-words.js';

const MANY = 16_034_567_890_123_456_789n ** 3n;

describe('a count in a table', () => {
  it('is in full where it fits, and about how much it is where it does not', () => {
    expect(countCell(1_597_053_447n)).toBe('1,597,053,447');
    expect(countCell(999_999_999_999_999n)).toBe('999,999,999,999,999');
    expect(countCell(MANY)).toEqual({ text: '4.12 x 10^57', tone: 'plain', exact: String(MANY) });
  });

  it('is in full in CSV, whatever a page says', () => {
    const sheet = { title: '', parts: [table([{ head: 'Pathways', align: 'right' as const }], [[countCell(MANY)]])] };
    expect(renderCsv(sheet)).toBe(`Pathways\n${MANY}`);
    expect(renderMarkdown(sheet)).toContain('| 4.12 x 10^57 |');
  });
});
