import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';
import { qualpath } from '../../test/support/command.js';
import { headline, HOSTILE, LEVEL_1, modelOf, OCR, open, pageOf, show, violations } from './opened-page.js';

describe.skipIf(CHROMIUM === null)(
  `the page in Chromium, whoever uses it and whatever is put in${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser.close();
    });

    it('has no violation of WCAG 2.2 AA on any screen, light or dark, wide or narrow', async () => {
      const { page, context } = await open(browser, await pageOf(OCR, LEVEL_1), true);
      await headline(page, '289');
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const screen of ['Designer', 'Import', 'Planner', 'Tutor']) {
          await show(page, screen);
          await page.waitForTimeout(500);
          expect([scheme, screen, await violations(page)]).toEqual([scheme, screen, []]);
          await page.setViewportSize({ width: 640, height: 900 });
          const wide = await page.evaluate(
            'document.documentElement.scrollWidth - document.documentElement.clientWidth',
          );
          expect([screen, wide]).toEqual([screen, 0]);
          await page.setViewportSize({ width: 1280, height: 900 });
        }
      }
      await context.close();
    }, 120_000);

    it('takes every title for text, whatever stands in it', async () => {
      const { page, context, astray } = await open(browser, await pageOf(modelOf(HOSTILE, 30)));
      await page.locator('.words:not(.old) .headline.good').waitFor();
      for (const more of ['Range and spread of hours', 'Why these hours', 'The next best pathways']) {
        await page.getByRole('button', { name: more }).click();
        await page.getByRole('heading', { name: more }).last().waitFor();
      }
      for (const screen of ['Import', 'Planner', 'Tutor', 'Designer']) {
        await show(page, screen);
        await page.waitForTimeout(300);
      }
      expect(await page.locator('img:not(.cm-widgetBuffer)').count()).toBe(0);
      expect(await page.evaluate('globalThis.hacked')).toBeUndefined();
      expect(await page.getByText(HOSTILE).count()).toBeGreaterThan(0);
      expect(astray).toEqual([]);
      await context.close();
    });

    it('takes 300 units', async () => {
      const model = modelOf('Made up', 300);
      const { page, context, astray } = await open(browser, await pageOf(model));
      await page.locator('.words:not(.old) .headline.good').waitFor();
      const { out } = await qualpath(['solve', model, '--json']);
      const document = JSON.parse(out) as { readonly objectives: readonly { readonly value: number }[] };
      await headline(page, String(document.objectives[0]?.value));
      expect(await page.locator('.units tbody tr').count()).toBe(300);
      expect(astray).toEqual([]);
      await context.close();
    });
  },
);
