import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { describe, expect, it } from 'vitest';
import { writeSite } from '../../scripts/site/write-site.js';

type Node = DefaultTreeAdapterMap['node'];

interface Element {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every element of a page, in its order. */
function elementsOf(node: Node): readonly Element[] {
  const own =
    'tagName' in node
      ? [{ tag: node.tagName, attributes: new Map(node.attrs.map(({ name, value }) => [name, value])) }]
      : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsOf)] : own;
}

const folder = mkdtempSync(join(tmpdir(), 'qualpath-site-'));
const pages = writeSite(folder).map((page) => ({
  ...page,
  elements: elementsOf(parse(readFileSync(join(folder, page.to), 'utf8'))),
}));

const idsOf = new Map(
  pages.map(({ to, elements }) => [to, new Set(elements.flatMap(({ attributes }) => attributes.get('id') ?? []))]),
);

const linksOf = ({ elements }: (typeof pages)[number]): readonly string[] =>
  elements.flatMap(({ tag, attributes }) => (tag === 'a' ? (attributes.get('href') ?? []) : []));

const isAbsolute = (address: string): boolean => /^(?:[a-z]+:|\/)/i.test(address);

describe('the pages of the documentation', () => {
  it('are made of README, docs, decisions and integrations', () => {
    const sources = pages.map(({ source }) => source);
    expect(sources).toEqual(
      expect.arrayContaining([
        'README.md',
        'docs/notation.md',
        'integrations/mcp/README.md',
        'docs/decisions/0001-units-that-do-not-count.md',
      ]),
    );
    expect(new Set(pages.map(({ to }) => to)).size).toBe(pages.length);
  });

  it('lead to one another, and to what there is on them', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter((href) => !isAbsolute(href))
        .filter((href) => {
          const [path = '', anchor] = href.split('#');
          const to = path === '' ? page.to : normalize(join(dirname(page.to), path));
          const ids = idsOf.get(to);
          return ids === undefined || (anchor !== undefined && anchor !== '' && !ids.has(anchor));
        })
        .map((href) => `${page.to}: ${href}`),
    );
    expect(broken).toEqual([]);
  });

  it('load nothing but the stylesheet and pictures beside them', () => {
    const loaded = pages.flatMap(({ to, elements }) =>
      elements.flatMap(({ tag, attributes }) => {
        const address = tag === 'a' ? undefined : (attributes.get('src') ?? attributes.get('href'));
        return address === undefined ? [] : [normalize(join(dirname(to), address))];
      }),
    );
    expect([...new Set(loaded)].filter((path) => !/^docs\/pictures\/[\w-]+\.(?:png|svg)$/.test(path))).toEqual([
      'style.css',
    ]);
    expect(loaded.filter((path) => !existsSync(join(folder, path)))).toEqual([]);
    expect(pages.filter(({ elements }) => elements.some(({ tag }) => tag === 'script'))).toEqual([]);
    expect(readFileSync(join(folder, 'style.css'), 'utf8')).not.toMatch(/url\(|@import/);
  });

  it('have each page of the documentation in the navigation of every other', () => {
    const [first] = pages;
    if (first === undefined) throw new Error('there is no page');
    const named = new Set(linksOf(first));
    const missing = pages.filter(({ section, to }) => section !== 'Reference' && !named.has(to));
    expect(missing.map(({ to }) => to)).toEqual([]);
  });
});
