import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** Which folders of `src` each folder may import, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  notation: ['domain'],
  read: ['domain', 'notation'],
  import: ['domain', 'notation', 'read'],
  evaluate: ['domain'],
  program: ['domain'],
  compile: ['domain', 'program'],
  diagram: ['domain'],
  solvers: ['domain', 'program'],
  certificate: ['domain', 'notation', 'diagram', 'solvers'],
  methods: ['domain', 'compile', 'diagram', 'program', 'solvers'],
  questions: ['domain', 'notation', 'evaluate', 'diagram', 'methods'],
  check: ['domain', 'notation', 'diagram', 'methods', 'questions'],
  delivery: ['domain', 'evaluate', 'compile', 'diagram', 'program', 'solvers', 'methods'],
  cohort: ['domain', 'read', 'evaluate', 'diagram', 'methods', 'questions', 'report'],
  benchmark: [
    'domain',
    'certificate',
    'notation',
    'read',
    'evaluate',
    'compile',
    'diagram',
    'program',
    'solvers',
    'methods',
    'delivery',
  ],
  export: ['domain', 'notation', 'compile', 'program', 'methods', 'delivery'],
  report: ['domain', 'notation', 'import', 'evaluate', 'program', 'questions', 'benchmark'],
  ask: [
    'domain',
    'certificate',
    'notation',
    'read',
    'import',
    'program',
    'solvers',
    'methods',
    'questions',
    'check',
    'cohort',
    'delivery',
    'export',
    'benchmark',
    'report',
  ],
  node: [
    'domain',
    'certificate',
    'read',
    'import',
    'compile',
    'program',
    'solvers',
    'cohort',
    'benchmark',
    'report',
    'ask',
    '.',
  ],
  cli: ['domain', 'import', 'program', 'solvers', 'methods', 'cohort', 'report', 'ask', 'node'],
  '.': [
    'domain',
    'notation',
    'read',
    'import',
    'evaluate',
    'compile',
    'diagram',
    'program',
    'solvers',
    'methods',
    'questions',
    'check',
    'report',
    'ask',
  ],
};

/** The folders that may touch the machine: files, threads and the process. */
const MACHINE = ['cli', 'node'];

/** The files that check a certificate, besides `check.ts`: they read its text, and import one another only. */
const CHECKED_WITH = [
  'check-along',
  'check-claim',
  'check-diagram',
  'check-plan',
  'claim-in-words',
  'least-cost',
  'listed-entry',
  'merits',
  'parse-json',
  'plan-in-words',
  'read-certificate',
  'read-claim',
  'read-diagram',
  'read-diagram-claims',
  'read-entry',
  'read-plan',
  'read-question',
  'read-rule',
  'read-tree',
  'sentence-reader',
  'shape',
  'states',
  'sweep-diagram',
  'verify',
];
const LONGEST_CHECKER = 180;
/** Words of sentences that follow a `from` are no modules. */
const IS_MODULE = /^[\w@./:-]+$/;

interface SourceFile {
  readonly path: string;
  readonly folder: string;
  readonly imports: readonly string[];
  readonly text: string;
}

function readSources(): SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => {
      const text = readFileSync(join(SRC, path), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
      return { path, folder: path.includes('/') ? (path.split('/')[0] ?? '.') : '.', imports, text };
    });
}

const sources = readSources();

describe('the folders of src', () => {
  it('import only what the table allows', () => {
    const broken = sources.flatMap(({ path, folder, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(SRC, join(SRC, path, '..', target)))
        .map((target) => (target.includes('/') ? (target.split('/')[0] ?? '.') : '.'))
        .filter((target) => target !== folder && !(ALLOWED[folder] ?? []).includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('reach the page by the entry of the library alone', () => {
    const web = fileURLToPath(new URL('../web', import.meta.url));
    const files = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path));
    const broken = files.flatMap((path) => {
      const text = readFileSync(join(web, path), 'utf8');
      const imports = [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map((match) => match[1] ?? '');
      const outside = imports.map((it) => relative(web, join(web, path, '..', it))).filter((it) => it.startsWith('..'));
      return outside.filter((it) => it !== '../src/index.js').map((it) => `${path} imports ${it}`);
    });
    expect(files.length).toBeGreaterThan(20);
    expect(broken).toEqual([]);
  });

  it('are all named in the table', () => {
    expect([...new Set(sources.map(({ folder }) => folder))].filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it('leave the machine to cli and node', () => {
    const touching = sources
      .filter(({ folder }) => !MACHINE.includes(folder))
      .filter(({ imports, text }) => imports.some((it) => it.startsWith('node:')) || /\bprocess\.\w/.test(text))
      .map(({ path }) => path);
    expect(touching).toEqual([]);
  });

  it('know nothing of qualifications in program and solvers', () => {
    const knowing = sources
      .filter(({ folder }) => folder === 'program' || folder === 'solvers')
      .flatMap(({ path, imports }) =>
        imports.filter((it) => /domain\/(?!interval|result)/.test(it)).map((it) => `${path} imports ${it}`),
      );
    expect(knowing).toEqual([]);
  });

  it('leave the checker of certificates alone: one short file that imports nothing, and readers that need no more', () => {
    const within = (path: string): SourceFile => {
      const source = sources.find((it) => it.path === path);
      if (source === undefined) throw new Error(`there is no ${path}`);
      return source;
    };
    const check = within('certificate/check.ts');
    expect(check.imports).toEqual([]);
    expect(check.text.trimEnd().split('\n').length).toBeLessThanOrEqual(LONGEST_CHECKER);
    const broken = CHECKED_WITH.flatMap((name) =>
      within(`certificate/${name}.ts`)
        .imports.filter((it) => IS_MODULE.test(it))
        .filter((it) => !['check', ...CHECKED_WITH].some((allowed) => it === `./${allowed}.js`)),
    );
    expect(broken).toEqual([]);
  });
});
