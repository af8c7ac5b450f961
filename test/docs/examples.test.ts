import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as library from '../../src/index.js';
import * as ofNode from '../../src/node/index.js';
import { ROOT } from '../support/command.js';
import { examplesOfSources, promised, run } from '../support/examples.js';

const examples = examplesOfSources();

describe('the examples of the docstrings', () => {
  const before = process.cwd();
  beforeAll(() => process.chdir(ROOT));
  afterAll(() => process.chdir(before));

  it.each(examples.map((example) => [`${example.file}:${example.line}`, example] as const))(
    'print what they say: %s',
    async (_, example) => {
      expect(promised(example)).not.toEqual([]);
      expect(await run(example)).toEqual(promised(example));
    },
  );
});

const read = (path: string): string => readFileSync(join(ROOT, 'src', path), 'utf8');

/** The file that an entry takes each of its values from. */
function sourcesOf(entry: string): ReadonlyMap<string, string> {
  const lists = [...read(entry).matchAll(/export \{([^}]*)\} from '([^']+)';/g)];
  return new Map(
    lists.flatMap(([, names = '', from = '']) =>
      names.split(',').map((name) => [name.trim(), join(entry, '..', from.replace(/\.js$/, '.ts'))] as const),
    ),
  );
}

/** The docstring right before a declaration; empty where there is none. */
function docstringOf(text: string, declaration: RegExp): string {
  const at = text.search(declaration);
  const above = at === -1 ? '' : text.slice(0, at).trimEnd();
  return above.endsWith('*/') ? above.slice(above.lastIndexOf('/**')) : '';
}

const values = (entry: object): readonly string[] =>
  Object.entries(entry)
    .filter(([, value]) => typeof value === 'function')
    .map(([name]) => name);

describe('the public entries', () => {
  const sources = new Map([...sourcesOf('index.ts'), ...sourcesOf('node/index.ts')]);

  it('show an example of every function and class', () => {
    const names = [...new Set([...values(library), ...values(ofNode)])];
    expect(names.length).toBeGreaterThan(80);
    const without = names.filter((name) => {
      const file = sources.get(name);
      if (file === undefined || !existsSync(join(ROOT, 'src', file))) return true;
      const declared = new RegExp(`^export (?:async )?(?:function\\*?|class) ${name}\\b`, 'm');
      return !docstringOf(read(file), declared).includes('@example');
    });
    expect(without).toEqual([]);
  });

  it.each([
    ['ask/session.ts', 'Session', ['id', 'title', 'specification', 'warnings', 'answers']],
    ['ask/workspace.ts', 'Workspace', []],
  ])('show an example of every question: %s', (file, name, others) => {
    const [, body = ''] = read(file).split(`export interface ${name} {\n`);
    const [members = ''] = body.split(/^\}/m);
    const names = [...members.matchAll(/^  readonly (\w+):/gm)].map(([, member = '']) => member);
    const without = names.filter(
      (it) => !docstringOf(members, new RegExp(`^  readonly ${it}:`, 'm')).includes('@example'),
    );
    expect(without).toEqual(others);
  });
});
