import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pagesOf, type Page } from './pages.js';
import { renderPage, siteOf } from './render.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Writes every page of the documentation below a folder, to be opened from there, and says which they are. */
export function writeSite(folder: string): readonly Page[] {
  const site = siteOf(pagesOf(ROOT));
  for (const page of site.pages) {
    const file = join(folder, page.to);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, renderPage(page, site));
  }
  // Pages stand in the folders of their sources, so pictures are found beside them.
  const pictures = join(ROOT, 'docs', 'pictures');
  if (existsSync(pictures)) cpSync(pictures, join(folder, 'docs', 'pictures'), { recursive: true });
  cpSync(fileURLToPath(new URL('./style.css', import.meta.url)), join(folder, 'style.css'));
  return site.pages;
}
