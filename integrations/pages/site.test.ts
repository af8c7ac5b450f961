import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeSite } from '../../scripts/site/write-site.js';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

describe.skipIf(CHROMIUM === null)(
  `the documentation in Chromium${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'qualpath-site-'));
    let browser: Browser;
    beforeAll(async () => {
      writeSite(folder);
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser.close();
    });

    it.each([
      ['index.html', 'light'],
      ['index.html', 'dark'],
      ['docs/notation.html', 'light'],
      ['docs/notation.html', 'dark'],
    ] as const)('keeps to WCAG 2.2 AA without a network: %s, %s', async (page, colorScheme) => {
      const context = await browser.newContext({ colorScheme, offline: true, viewport: { width: 1280, height: 900 } });
      const tab = await context.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(pathToFileURL(join(folder, page)).href);
      await tab.addScriptTag({ content: AXE });
      const { violations } = await tab.evaluate(
        (tags) =>
          (globalThis as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run({
            runOnly: tags,
          }),
        TAGS,
      );
      await tab.setViewportSize({ width: 320, height: 900 });
      const tooWide = await tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
      await context.close();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
      expect(tooWide).toBe(0);
      expect(asked.filter((url) => !url.startsWith('file:'))).toEqual([]);
    });
  },
);
