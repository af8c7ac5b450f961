import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';
import { qualpath } from '../../test/support/command.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const LEVEL_1 = 'level-1-certificate-customer-service';
const OCR = 'ocr-level-3-diploma-customer-service';
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const PAGES: readonly (readonly string[])[] = [
  ['report', LEVEL_1],
  ['report', LEVEL_1, OCR, '--date', '2026-09-01'],
  ['report', 'test/report/workshop/half.yaml', '--set', 'b-least=1'],
  ['solve', LEVEL_1, '--also', 'at most 100 GLH'],
  ['units', OCR],
  ['list'],
  ['check', 'level-2-diploma-customer-service'],
];

/**
 * What axe finds against WCAG 2.2 AA on a page, how much wider than a narrow window it is (WCAG 1.4.10, reflow), and
 * what the page asked the network for.
 */
async function inspect(browser: Browser, html: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, bypassCSP: true });
  const page = await context.newPage();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.setContent(html, { waitUntil: 'load' });
  await page.addScriptTag({ content: AXE });
  const { violations } = await page.evaluate(
    (tags) =>
      (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({ runOnly: tags }),
    TAGS,
  );
  await page.setViewportSize({ width: 320, height: 900 });
  const tooWide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  await context.close();
  return { found: violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`), tooWide, asked };
}

/** What a command writes as the report of its answer. */
async function reportOf(args: readonly string[]): Promise<string> {
  const file = join(mkdtempSync(join(tmpdir(), 'qualpath-pages-')), 'report.html');
  await qualpath([...args, '--report', file]);
  return readFileSync(file, 'utf8');
}

const REPORTS: readonly (readonly string[])[] = [
  ['audit', OCR, '--achieved', 'data/samples/achieved.csv'],
  ['cohort', OCR, '--from', 'data/samples/cohort.csv'],
  ['deliver', OCR, LEVEL_1, '--frontier'],
];

describe.skipIf(CHROMIUM === null)(
  `pages in Chromium${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser.close();
    });

    it.each(PAGES.map((args) => [args.join(' '), args] as const))(
      'keep to WCAG 2.2 AA: %s',
      async (_, args) => {
        const { out } = await qualpath([...args, '--format', 'html']);
        expect(out).toContain('</html>');
        expect(await inspect(browser, out)).toEqual({ found: [], tooWide: 0, asked: [] });
      },
      240_000,
    );

    it.each(REPORTS.map((args) => [args.join(' '), args] as const))('keep to it as reports: %s', async (_, args) => {
      expect(await inspect(browser, await reportOf(args))).toEqual({ found: [], tooWide: 0, asked: [] });
    });

    it('would be told where one did not', async () => {
      const page =
        '<html><body><img src="data:,"><p style="color:#ccc;background:#fff">Some pale words</p></body></html>';
      const { found, tooWide } = await inspect(browser, page.replace('</p>', `${'x'.repeat(900)}</p>`));
      expect(tooWide).toBeGreaterThan(0);
      expect(found.map((it) => it.split(':')[0])).toEqual(
        expect.arrayContaining(['image-alt', 'color-contrast', 'html-has-lang']),
      );
    });
  },
);
