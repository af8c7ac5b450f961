import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShipped } from '../../src/node/index.js';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';
import { headline, LEVEL_1, OCR, open, pageOf, show } from './opened-page.js';

const DRAFT = 'level-3-diploma-customer-service';
const SET = { 'a-credits': 21, 'b-minimum': 15, 'c-minimum': 5, 'B&A 38.credit': 5, 'B&A 38.glh': 30 };

describe.skipIf(CHROMIUM === null)(
  `open values and wrong cells of the page in Chromium${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    let browser: Browser;
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(async () => {
      await browser.close();
    });

    it('are asked for in words of the page, set, and answered at every position of their slider', async () => {
      const { page, context, astray } = await open(browser, await pageOf(DRAFT));
      await headline(page, 'No answer yet: some values are still open.');
      expect(await page.locator('main').textContent()).not.toMatch(/--[a-z]/);
      for (const [name, value] of Object.entries(SET)) await page.getByLabel(name, { exact: true }).fill(String(value));
      const session = openShipped(DRAFT);
      const best = await session.pathway({ set: SET });
      await headline(page, String(best.status === 'optimal' && best.objectives[0]?.value));
      const { 'b-minimum': _, ...others } = SET;
      const swept = await session.sweep({ set: others, parameters: ['b-minimum=0..97'] });
      const hours = swept.flatMap((point) => point.best?.totals.newGlh ?? []);
      const impossible = swept.filter(({ status }) => status === 'infeasible').length;
      const words = `least hours from ${Math.min(...hours)} to ${Math.max(...hours)}; ${impossible} of ${swept.length} positions have no pathway`;
      await page.getByText(impossible === 0 ? (words.split(';')[0] ?? '') : words).waitFor();
      await page.getByLabel('b-minimum, from 0 to 97').focus();
      await page.keyboard.press('ArrowRight');
      const moved = await session.pathway({ set: { ...SET, 'b-minimum': 16 } });
      await headline(page, String(moved.status === 'optimal' && moved.objectives[0]?.value));
      expect(await page.getByLabel('b-minimum', { exact: true }).inputValue()).toBe('16');
      expect(astray).toEqual([]);
      await context.close();
    });

    it('are told at the cell that is wrong, by its row, until it is mended', async () => {
      const { page, context } = await open(browser, await pageOf(LEVEL_1));
      await headline(page, '120');
      const cell = page.getByLabel('credit of CS 2');
      await cell.fill('three and a bit');
      await headline(page, 'No answer: one thing is wrong.');
      expect(await cell.getAttribute('aria-invalid')).toBe('true');
      expect(await page.locator('.table .issues li').allTextContents()).toEqual([
        expect.stringMatching(/^Row 2:.*three and a bit/),
      ]);
      await cell.fill('2');
      await headline(page, '120');
      expect(await cell.getAttribute('aria-invalid')).toBe('false');
      await context.close();
    });

    it('say of a statement that it never binds, and of units what the tutor holds, however they are written', async () => {
      const { page, context } = await open(browser, await pageOf(OCR));
      await headline(page, '289');
      await page.locator('.cm-line').nth(5).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('at least 1 credit');
      const idle = page.locator('.cm-line', { hasText: 'never binds' });
      await idle.filter({ hasText: 'at least 1 credit' }).first().waitFor();
      // The other follows from the whole and the cap on group C.
      expect(await idle.count()).toBe(2);
      await show(page, 'Tutor');
      await page.locator('#held').fill('l/506/2150');
      expect(await page.getByRole('checkbox', { name: /^L\/506\/2150/ }).isChecked()).toBe(true);
      await context.close();
    });

    it('of a plan: one that is kept is changed as little as can be', async () => {
      const { page, context } = await open(browser, await pageOf(OCR, LEVEL_1));
      await headline(page, '289');
      await show(page, 'Planner');
      for (const box of await page.locator('.planner .ticks input').all()) await box.check();
      await page.getByRole('button', { name: 'Find the plan' }).click();
      await page.getByRole('button', { name: /^Keep this plan/ }).click();
      await page.getByText('As little as possible changes from the plan that is kept.').waitFor();
      await page.locator('#plan-exclude').fill('T/506/2126');
      await page.getByRole('button', { name: 'Find the plan' }).click();
      await page.getByText('before the last edit').waitFor({ state: 'detached' });
      expect(await page.locator('.planner').textContent()).toMatch(/changes [1-9]/);
      expect(await page.locator('.planner .sheet').first().textContent()).toMatch(/[Cc]hange|differ/);
      expect(await page.locator('.planner').textContent()).not.toMatch(/--[a-z]/);
      await context.close();
    });
  },
);
