import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST_YAML, LONGEST_YAML, readYaml } from '../../../src/read/yaml/read-yaml.js';
import { keysUnder, nearestAt, plainOf, treeAt, type Tree } from '../../../src/read/yaml/yaml-tree.js';
import { codesOf, expectWithin } from '../issues.js';

const codes = (text: string): string[] => codesOf(readYaml(text, 'f').issues);
const message = (text: string): string => readYaml(text, 'f').issues[0]?.message ?? '';

function treeOf(text: string): Tree {
  const { tree, issues } = readYaml(text, 'f');
  if (tree === null || issues.length > 0) throw new Error(codesOf(issues).join('\n'));
  return tree;
}

describe('readYaml', () => {
  it('gives the same data as was written', () => {
    const text = 'a: 1\nb: [x, "y", 2.5, true, ~]\nc:\n  d: |\n    two\n    lines\n  e:\n';
    expect(plainOf(treeOf(text))).toEqual({ a: 1, b: ['x', 'y', 2.5, true, null], c: { d: 'two\nlines\n', e: null } });
  });

  it('reads back any data that is written as JSON', () => {
    // JSON knows keys and numbers that a model has no use for.
    const key = fc.string({ maxLength: 5 }).filter((name) => name !== '__proto__' && name !== '<<');
    const { data } = fc.letrec((tie) => ({
      data: fc.oneof(
        { depthSize: 'small' },
        fc.string({ maxLength: 9 }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        tie('list'),
        tie('map'),
      ),
      list: fc.array(tie('data'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('data'), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(data, (value) => {
        expect(plainOf(treeOf(JSON.stringify(value, null, 1)))).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });

  it('knows where things stand, and where their text begins', () => {
    const tree = treeOf('a:\r\n  - plain\r\n  - "quoted"\r\n  - >\r\n    folded\r\nb: { c: 0012 }');
    const place = (...path: PropertyKey[]): string => {
      const at = treeAt(tree, path);
      if (at?.kind !== 'scalar') throw new Error('no scalar');
      return `${at.place.line}:${at.place.column} ${at.textPlace.line}:${at.textPlace.column} ${at.exact} ${at.source}`;
    };
    expect(place('a', 0)).toBe('2:5 2:5 true plain');
    expect(place('a', 1)).toBe('3:5 3:6 true quoted');
    expect(place('a', 2)).toBe('4:5 4:5 false folded\n');
    expect(place('b', 'c')).toBe('6:9 6:9 true 0012');
    expect(nearestAt(tree, ['b', 'd', 'e']).place).toEqual({ file: 'f', line: 6, column: 4 });
    expect([...keysUnder(tree, 'b')]).toEqual([['c', { file: 'f', line: 6, column: 6 }]]);
  });

  it('does not take characters apart where they are written otherwise', () => {
    const tree = treeOf(`- 'it''s'\n- "a\\tb"\n- two\n  lines\n`);
    expect([0, 1, 2].map((index) => treeAt(tree, [index])).map((at) => at?.kind === 'scalar' && at.exact)).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('replaces aliases', () => {
    expect(plainOf(treeOf('a: &one [1, 2]\nb: *one\nc: &one 3\nd: *one'))).toEqual({
      a: [1, 2],
      b: [1, 2],
      c: 3,
      d: 3,
    });
  });

  it.each([
    ['an empty file', ' \n\n', ['empty-file f:1:1']],
    ['a key given twice', 'a: 1\nb: 2\na: 3', ['repeated-key f:3:1']],
    ['a tab for indentation', 'a:\n\t- b', ['yaml f:2:1']],
    ['a second document', 'a: 1\n---\nb: 2', ['yaml f:2:1']],
    ['a second colon', 'a: b: c', ['yaml f:1:4']],
    ['a quote that is not closed', 'a: "b', ['yaml f:1:6']],
    ['several syntax errors', 'a: @b\nc: `d', ['yaml f:1:4', 'yaml f:2:4']],
    ['a list as a key', '? [a]\n: b', ['key-not-text f:1:3']],
    ['an unknown alias', 'a: *b', ['unknown-alias f:1:4']],
    ['an alias inside itself', 'a: &a\n  b: [*a]', ['alias-cycle f:2:7']],
    ['a ring of aliases', 'a: &a\n  b: &b\n    c: [*b, *a]', ['alias-cycle f:3:9', 'alias-cycle f:3:13']],
    ['a name that data cannot hold', '__proto__: 1', ['unknown-key f:1:1']],
  ])('tells %s', (_, text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('uses plain words', () => {
    expect(message('a:\n\t- b')).toBe('This is not good YAML: a tab stands where only spaces may; indent with spaces.');
    expect(message('a: b: c')).toContain("put text that contains ': ' in quotes");
  });

  it('refuses aliases that unfold without measure', () => {
    const level = (name: string, of: string): string => `${name}: &${name} [${Array(9).fill(`*${of}`).join(', ')}]`;
    const names = 'abcdefghij'.split('');
    const text = ['a: &a [x, x, x]', ...names.slice(1).map((name, index) => level(name, names[index] ?? ''))].join(
      '\n',
    );
    expect(codes(text)).toEqual(['too-many-values f:1:1']);
    expect(codes(text.split('\n').slice(0, 4).join('\n'))).toEqual([]);
  });

  it('refuses to nest without end, with aliases or without', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(codes(nested(DEEPEST_YAML))).toEqual([]);
    expect(codes(nested(DEEPEST_YAML + 1))).toEqual([`nested-too-deep f:1:${DEEPEST_YAML + 1}`]);
    const beyond = readYaml(nested(50_000), 'f');
    expect(beyond.tree).toBeNull();
    expect(beyond.issues[0]?.message).toContain('nested too deeply');
    const chain = Array.from({ length: 200 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}`}]`).join('\n');
    expect(new Set(readYaml(chain, 'f').issues.map(({ code }) => code))).toEqual(new Set(['nested-too-deep']));
  });

  it('refuses a file that is too long', () => {
    expect(codes(`a: ${'x'.repeat(LONGEST_YAML)}`)).toEqual(['file-too-large f:1:1']);
  });

  it('tells only so many of the errors that follow from one another', () => {
    const { issues } = readYaml('}\n'.repeat(100), 'f');
    expect(issues).toHaveLength(21);
    expect(issues.at(-1)?.message).toBe('There are 80 further errors of this kind from here on.');
  });

  it('answers any text with a tree or with issues that stand in it', () => {
    const piece = fc.constantFrom(
      ...'abc:-[]{}"\'|>&*?!%@`#,~\n\r\t 0'.split(''),
      '\n  ',
      ': ',
      '- ',
      '&a ',
      '*a',
      '---\n',
      '\0',
      'é',
    );
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: piece, maxLength: 60 }));
    fc.assert(
      fc.property(text, (content) => {
        const { tree, issues } = readYaml(content, 'f');
        expectWithin(issues, { f: content });
        expect(tree !== null || issues.length > 0).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});
