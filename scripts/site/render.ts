import MarkdownIt from 'markdown-it';
import { dirname, join, relative } from 'node:path/posix';
import { SECTIONS, type Page } from './pages.js';

/** What every page needs to know of the others. */
export interface Site {
  readonly pages: readonly Page[];
  /** Where each source stands in the site; folders by their path with a slash at the end. */
  readonly places: ReadonlyMap<string, string>;
}

/** The site of some pages: a link to a folder leads to the first page of it, or to its own README. */
export function siteOf(pages: readonly Page[]): Site {
  const places = new Map<string, string>();
  for (const { source, to } of pages) {
    const folder = `${dirname(source)}/`;
    if (!places.has(folder)) places.set(folder, to);
    if (source.endsWith('/README.md') || source.endsWith('/index.md')) places.set(folder, to);
    places.set(source, to);
  }
  return { pages, places };
}

/** One page as HTML, which needs nothing but the stylesheet beside the first page. */
export function renderPage(page: Page, site: Site): string {
  const up = relative(dirname(page.to), '.');
  const way = (to: string): string => relative(dirname(page.to), to);
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escape(page.title)}${page.to === 'index.html' ? '' : ' - qualpath'}</title>
<link rel="stylesheet" href="${up === '' ? '' : `${up}/`}style.css">
</head>
<body>
<a class="skip" href="#page">To the page</a>
<nav aria-label="Pages">${navigation(page, site, way)}</nav>
<main id="page" tabindex="-1">
${markdownFor(page, site).render(page.text)}
</main>
</body>
</html>
`;
}

function navigation(page: Page, { pages }: Site, way: (to: string) => string): string {
  return SECTIONS.map((section) => {
    const own = pages.filter((it) => it.section === section);
    const shown = section === 'Reference' ? own.filter(({ to }) => to === 'api/index.html') : own;
    if (shown.length === 0) return '';
    const items = shown.map((it) => {
      const here = it === page ? ' aria-current="page"' : '';
      return `<li><a href="${way(it.to)}"${here}>${escape(section === 'Reference' ? 'API reference' : it.title)}</a></li>`;
    });
    const open = section === 'Decisions' && page.section !== 'Decisions' ? '' : ' open';
    return `<details${open}><summary>${section}</summary><ul>${items.join('')}</ul></details>`;
  }).join('\n');
}

/** Reads Markdown as GitHub does: headings can be linked to, links between sources lead to pages. */
function markdownFor(page: Page, { places }: Site): MarkdownIt {
  const markdown = new MarkdownIt({ html: true, linkify: false });
  const { rules } = markdown.renderer;
  const used = new Map<string, number>();
  rules['heading_open'] = (tokens, at, options, _, self) => {
    const text = tokens[at + 1]?.children?.map(({ content }) => content).join('') ?? '';
    const slug = slugOf(text);
    const before = used.get(slug) ?? 0;
    used.set(slug, before + 1);
    tokens[at]?.attrSet('id', before === 0 ? slug : `${slug}-${before}`);
    return self.renderToken(tokens, at, options);
  };
  // What scrolls can be reached by the keyboard, and each has a name of its own.
  let tables = 0;
  rules['table_open'] = () =>
    `<div class="table" tabindex="0" role="region" aria-label="Table ${(tables += 1)}"><table>`;
  rules['table_close'] = () => '</table></div>';
  rules['fence'] = (tokens, at) => `<pre tabindex="0"><code>${escape(tokens[at]?.content ?? '')}</code></pre>\n`;
  const lost: boolean[] = [];
  rules['link_open'] = (tokens, at, options, _, self) => {
    const href = tokens[at]?.attrGet('href') ?? '';
    const to = placeOf(href, page, places);
    lost.push(to === null);
    if (to === null) return '<span class="file">';
    tokens[at]?.attrSet('href', to);
    return self.renderToken(tokens, at, options);
  };
  rules['link_close'] = () => (lost.pop() === true ? '</span>' : '</a>');
  return markdown;
}

/** Where a link leads in the site; null for a file of the repository that is no page. */
function placeOf(href: string, page: Page, places: Site['places']): string | null {
  if (/^[a-z]+:/i.test(href) || href.startsWith('#')) return href;
  const [path = '', anchor] = href.split('#');
  const target = join(dirname(page.source), decodeURIComponent(path));
  const to = places.get(target) ?? places.get(`${target}/`);
  if (to === undefined) return null;
  return `${relative(dirname(page.to), to)}${anchor === undefined ? '' : `#${anchor}`}`;
}

/** The anchor of a heading, as GitHub makes it. */
function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
}

function escape(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
