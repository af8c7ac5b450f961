import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Names } from '../../src/notation/names.js';
import { openText } from '../../src/index.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { ROOT } from '../support/command.js';

/** The names that the examples of the page use. */
const NAMES: Names = {
  groups: ['A', 'B', 'C', 'D', 'ADD', 'Route 1', 'Route 2', 'Arts and Media'],
  units: ['CS 26', 'CS 30', 'CS 31'].map((ref) => ({ ref, urn: null })),
  columns: ['subject'],
  parameters: ['c-minimum'],
};

const PAGE = readFileSync(join(ROOT, 'docs', 'notation.md'), 'utf8');

/** The pieces of code in each cell of the table below a heading cell, row by row. */
function rowsUnder(head: string): string[][][] {
  const [, table = ''] = PAGE.split(new RegExp(`^\\| ${head} .*\\n\\|[ -|]*\\n`, 'm'));
  const rows = table.slice(0, table.search(/^(?!\|)/m)).trim();
  return rows.split('\n').map((row) => row.split(' | ').map(codeIn));
}

function codeIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, code = '']) => code);
}

const parse = (text: string) => parseStatement({ kind: 'line', text, source: { option: 'docs' } }, NAMES);

const reading = (text: string): string => {
  const parsed = parse(text);
  return parsed.ok ? printStatement(parsed.value) : parsed.issues.map(({ message }) => message).join('\n');
};

/** Pieces of code that stand for a word of a model, not for a statement. */
const WORDS = new Set([
  'c-minimum',
  'parameters',
  'any of:',
  'either',
  'subject',
  'minimum-glh: 150',
  'minimum-tqt: 410',
  'published:',
]);

const isStatement = (code: string): boolean => !WORDS.has(code);

describe('the page on the notation', () => {
  it('shows a whole model that can be read', () => {
    const model = /A model file is YAML[^]*?```yaml\n([^]*?)```/.exec(PAGE)?.[1] ?? '';
    const units = 'group,ref,title,level,credit,glh\nA,U 1,One,2,7,60\nB,U 2,Two,2,6,50\n';
    const { specification, warnings } = openText({ model, units, id: 'page' });
    expect(warnings).toEqual([]);
    expect([
      specification.number,
      specification.level,
      specification.sources.length,
      specification.rule.length,
    ]).toEqual(['600/0000/0', 2, 1, 2]);
  });

  it('shows statements that can be read', async () => {
    const examples = rowsUnder('you want to say').flatMap(([, write = []]) => write.filter(isStatement));
    expect(examples.length).toBeGreaterThan(25);
    expect(examples.filter((text) => !parse(text).ok)).toEqual([]);
  });

  it('says how the wording of handbooks is read', async () => {
    const rows = rowsUnder('a handbook writes');
    expect(rows.length).toBeGreaterThan(10);
    for (const [wordings = [], [meaning] = []] of rows) {
      expect(wordings.map(reading)).toEqual(wordings.map(() => meaning));
    }
  });

  it('names other wording that is refused, and what to write instead', async () => {
    const rows = rowsUnder('instead of');
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.flatMap(([wordings = []]) => wordings).filter((text) => parse(text).ok)).toEqual([]);
    const instead = rows.flatMap(([, write = []]) => write.filter(isStatement));
    expect(instead.filter((text) => !parse(text).ok)).toEqual([]);
  });

  it('shows the message that it promises', async () => {
    const message = /: error: (In the statement 'at least 15 credits from D'.*)$/m.exec(PAGE)?.[1];
    const names = { ...NAMES, groups: ['A', 'B', 'C'] };
    const source = { file: 'models/mine.yaml', line: 14, column: 5 };
    const parsed = parseStatement({ kind: 'line', text: 'at least 15 credits from D', source }, names);
    expect(parsed.ok ? [] : parsed.issues).toMatchObject([{ message, source: { column: 30 } }]);
    expect(PAGE).toContain('models/mine.yaml:14:30: error:');
  });
});
