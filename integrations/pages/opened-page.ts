import type { AxeResults } from 'axe-core';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { qualpath, ROOT } from '../../test/support/command.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
export const OCR = 'ocr-level-3-diploma-customer-service';
export const LEVEL_1 = 'level-1-certificate-customer-service';
export const PROVIDER = join(ROOT, 'data/samples/provider');
export const HOSTILE = '<img src=x onerror="globalThis.hacked=1">';

/** A page with these qualifications in it, as the command writes it. */
export async function pageOf(...qualifications: readonly string[]): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'qualpath-page-')), 'page.html');
  const { code, err } = await qualpath(['page', ...qualifications, '--output', file]);
  if (code !== 0) throw new Error(err);
  return `file://${file}`;
}

/** A page that is open. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What it asked for besides itself and what it carries, and what went wrong in it. */
  readonly astray: string[];
}

/** Opens it in a window of its own. */
export async function open(browser: Browser, address: string, bypassCSP = false): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const astray: string[] = [];
  page.on('request', (request) => {
    if (!/^(?:file:|blob:|data:)/.test(request.url())) astray.push(request.url());
  });
  page.on('pageerror', (thrown) => astray.push(thrown.message));
  page.on('console', (message) => {
    if (message.type() === 'error') astray.push(message.text());
  });
  await page.goto(address);
  return { page, context, astray };
}

/** Waits until the answer at the top, being of the text as it stands, has this in it. */
export const headline = (page: Page, text: string): Promise<void> =>
  page.locator('.words:not(.old) .headline', { hasText: text }).waitFor();

/** Goes to a screen. */
export const show = (page: Page, screen: string): Promise<void> =>
  page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: screen }).click();

/** Replaces a line of the rule, counted from 1, by typing. */
export async function typeLine(page: Page, line: number, text: string): Promise<void> {
  await page
    .locator('.cm-line')
    .nth(line - 1)
    .click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

/** What axe finds against WCAG 2.2 AA. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.addScriptTag({ content: AXE });
  const { violations: found } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: tags }),
    TAGS,
  );
  return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
}

/** A made-up model of so many units, written below a new folder. */
export function modelOf(title: string, count: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'qualpath-model-'));
  const rows = Array.from({ length: count }, (_, at) => {
    const group = 'ABC'.charAt(at % 3);
    const name = `"${title.replaceAll('"', '""')} ${at + 1}"`;
    return `${group},U ${at + 1},${name},${1 + (at % 4)},${1 + ((at * 7) % 6)},${10 + ((at * 13) % 41)}\n`;
  });
  writeFileSync(join(folder, 'units.csv'), `group,ref,title,level,credit,glh\n${rows.join('')}`);
  const quoted = JSON.stringify(title);
  writeFileSync(
    join(folder, 'made-up.yaml'),
    `title: ${quoted}\nunits: units.csv\ngroups:\n  A: ${quoted}\n  B: Second\n  C: Third\nrule:\n  - at least 60 credits\n  - at least 20 credits from A\n  - at most 30 credits from C\n  - at least 30 credits at level 3 or above\n`,
  );
  return join(folder, 'made-up.yaml');
}
