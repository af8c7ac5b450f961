import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inPageWords, sheetInPageWords } from '../../web/engine/page-words.js';
import { ROOT } from '../support/command.js';

/** Folders and files whose sentences the page can show; what it does not ask (sweeps, aims, certificates ...) is left out. */
const SHOWN = ['domain', 'read', 'check', 'questions', 'notation', 'import', 'delivery', 'evaluate'];
const FILES = [
  'pathway',
  'audit',
  'range',
  'alternatives',
  'explain',
  'deliver',
  'cohort-plan',
  'overlap',
  'progress',
  'conflict',
  'distribution',
  'number-words',
  'report',
  'show',
  'missing',
  'standings',
]
  .map((name) => `report/sheets/${name}.ts`)
  .concat(
    ['pathway', 'audit', 'range', 'alternatives', 'explain', 'check', 'deliver', 'overlap'].map(
      (name) => `ask/answers/${name}.ts`,
    ),
  )
  .concat(
    [
      'as-of',
      'version',
      'held',
      'prepare',
      'bounds',
      'delivery/joint-of',
      'delivery/earlier-plan',
      'delivery/terms-of',
    ].map((name) => `ask/${name}.ts`),
  );
/** What stands for an option as it was typed, and is no sentence. */
const OPTION = /^(?:--[a-z-]+(?: |$)|x ?--[a-z-]+$)(?!.*[.;])/;
/** What the page never comes to: one file of learners is chosen, a report is saved with its certificate. */
const NEVER = [/^qualpath verify /, /^Dates /, /^Say with --staff/];

function sentencesOf(path: string): readonly string[] {
  const text = readFileSync(join(ROOT, 'src', path), 'utf8')
    .replace(/\/\*\*[\s\S]*?\*\//g, '')
    .replace(/\/\/.*$/gm, '');
  const literals = [...text.matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`|"((?:[^"\\\n]|\\.)*)"/g)];
  return literals.map(([, single, back, double]) =>
    (single ?? back ?? double ?? '').replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, 'x'),
  );
}

describe('the words of the page', () => {
  it('name no option of the command, whatever the library says', () => {
    const folders = SHOWN.flatMap((folder) =>
      readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => join(folder, name)),
    );
    const all = [...folders, ...FILES].flatMap(sentencesOf);
    const named = all.filter(
      (text) => /(?:^|[\s('])--[a-z]/.test(text) && !OPTION.test(text) && !NEVER.some((it) => it.test(text)),
    );
    expect(named.length).toBeGreaterThan(10);
    expect(named.map(inPageWords).filter((text) => /--[a-z]|qualpath [a-z]/.test(text))).toEqual([]);
  });

  it('say where a value is set', () => {
    expect(inPageWords('b-minimum is open until --set gives it; no statement depends on it.')).toBe(
      'b-minimum is open until it is set under Open values; no statement depends on it.',
    );
    expect(
      inPageWords(
        'GLH is not known for 2 of 5 units, and --minimise new-glh needs it: --set "MX 1.glh=..." --set "MX 2.glh=..." (MX 2.glh is from 10 to 30); or ask for what is known, as with --minimise units',
      ),
    ).toBe(
      'GLH is not known for 2 of 5 units, and the answer needs it: MX 1.glh, MX 2.glh, under Open values (MX 2.glh is from 10 to 30)',
    );
  });

  it('leave titles, figures and pictures as they are', () => {
    const picture = { title: 'A --set "x=..."', description: '', svg: '<svg><title>--set "x=..."</title></svg>' };
    const sheet = {
      title: 'T',
      parts: [
        { kind: 'table', columns: [{ head: 'GLH', align: 'right' }], rows: [[5, 'Use of -- and --set', null]] },
        { kind: 'picture', picture },
      ],
    } as const;
    expect(sheetInPageWords(sheet)).toEqual(sheet);
  });
});
