import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { qualpath } from '../support/command.js';

/*
 * What people read, word by word, for a qualification small enough to be worked out by hand. The texts in `workshop/` were
 * read and reckoned before they were kept; a change of them is a change of what people read, and wants the same.
 */
const FOLDER = fileURLToPath(new URL('workshop', import.meta.url));
const MODEL = './workshop.yaml';
const HALF = './half.yaml';
const TWIN = './workshop-twin.yaml';

const TEXTS: Readonly<Record<string, readonly string[]>> = {
  solve: ['solve', MODEL],
  'solve-held': ['solve', MODEL, '--achieved', 'W 3', '--confirm'],
  'solve-equally-good': ['solve', MODEL, '--minimise', 'units'],
  'solve-two-objectives': ['solve', MODEL, '--maximise', 'glh', '--minimise', 'units'],
  'solve-none': ['solve', MODEL, '--also', 'at most 80 GLH'],
  'solve-none-share': ['solve', MODEL, '--also', 'at most 40% of credits are at level 3 or above'],
  'solve-markdown': ['solve', MODEL, '--format', 'markdown'],
  range: ['range', MODEL],
  'range-witness': ['range', MODEL, '--witness', '--exclude', 'W 3'],
  alternatives: ['alternatives', MODEL, '-k', '4'],
  'alternatives-within': ['alternatives', MODEL, '--within', '2'],
  units: ['units', MODEL],
  'units-two-objectives': ['units', MODEL, '--minimise', 'units', '--minimise', 'glh'],
  'units-maximise': ['units', MODEL, '--maximise', 'glh', '--sort', 'cost', '--exclude', 'W 6'],
  audit: ['audit', MODEL, '--achieved', 'W 1', '--achieved', 'W 6', '--achieved', 'W 7', '--achieved', 'X1'],
  'audit-complete': [
    'audit',
    MODEL,
    '--achieved',
    'W 1',
    '--achieved',
    'W 2',
    '--achieved',
    'W 3',
    '--achieved',
    'W 5',
  ],
  'audit-none': ['audit', MODEL, '--achieved', 'W 1', '--also', 'at most 80 GLH'],
  'range-distribution': ['range', MODEL, '--distribution'],
  explain: ['explain', MODEL],
  sweep: ['sweep', MODEL, '--statement', '2=12..16'],
  tune: ['tune', MODEL, '--may-change', '2', '--aim', 'least GLH >= 100'],
  'tune-none': ['tune', MODEL, '--may-change', '2', '--aim', 'least GLH >= 100', '--aim', 'pathways >= 10'],
  compare: ['compare', MODEL, TWIN],
  report: ['report', MODEL, '--date', '2026-09-01'],
  'report-half': ['report', HALF, '--set', 'b-least=1'],
  show: ['show', MODEL],
  check: ['check', MODEL],
  list: ['list', '--models', '.'],
  match: ['match', MODEL, TWIN],
  'match-csv': ['match', MODEL, TWIN, '--csv'],
  'half-show': ['show', HALF],
  'half-check': ['check', HALF],
  'half-range': ['range', HALF, '--set', 'b-least=1'],
  'half-solve': ['solve', HALF, '--set', 'b-least=1', '--minimise', 'units'],
  'half-bounds': ['solve', HALF, '--set', 'b-least=1', '--set', 'H 5.glh=9'],
  'half-bounds-second': [
    'solve',
    HALF,
    '--set',
    'b-least=1',
    '--set',
    'H 5.glh=9',
    '--minimise',
    'units',
    '--maximise',
    'glh',
  ],
  'half-refused': ['solve', HALF, '--set', 'b-least=1'],
  'half-audit': ['audit', HALF, '--set', 'b-least=1', '--achieved', 'H 1', '--achieved', 'H 4'],
  'half-alternatives': ['alternatives', HALF, '--set', 'b-least=1', '--minimise', 'units', '-k', '3'],
  'half-units': ['units', HALF, '--set', 'b-least=2', '--minimise', 'units'],
  progress: ['progress', '--models', '.', '--achieved', 'W 1', '--achieved', 'W 4'],
};

/** Versions of programs change without anybody's reading them anew. */
const withoutVersions = (text: string): string => text.replaceAll(/\b\d+\.\d+\.\d+\b/g, 'N.N.N');

describe('what people read', () => {
  it.each(Object.entries(TEXTS))('%s', async (name, args) => {
    const { code, out, err } = await qualpath(args, { cwd: FOLDER });
    const text = `$ qualpath ${args.map((it) => (/^[\w./-]+$/.test(it) ? it : `"${it}"`)).join(' ')}\n${out}`;
    const told = withoutVersions(`${text}${err === '' ? '' : `on standard error: ${err}`}exit code ${code}\n`);
    await expect(told).toMatchFileSnapshot(`workshop/${name}.txt`);
  });

  const DOCUMENTS = Object.entries(TEXTS).filter(([name]) => !/markdown|csv|list|refused|report|sweep/.test(name));

  it.each(DOCUMENTS)('%s, as programs read it', async (name, args) => {
    const { out } = await qualpath([...args, '--json'], { cwd: FOLDER });
    await expect(out).toMatchFileSnapshot(`workshop/${name}.json`);
  });

  it('fits a narrow terminal, and is coloured on one', async () => {
    const { out } = await qualpath(['solve', MODEL], { cwd: FOLDER, terminal: 60 });
    const plain = stripVTControlCharacters(out);
    expect(Math.max(...plain.split('\n').map((line) => line.length))).toBeLessThanOrEqual(60);
    expect(out).toContain('\u001B[1mCertificate in Workshop Practice\u001B[22m');
    expect(out).toContain('\u001B[32myes\u001B[39m');
    const bare = await qualpath(['solve', MODEL], { cwd: FOLDER, terminal: 60, env: { NO_COLOR: '1' } });
    expect(bare.out).toBe(plain);
  });
});
