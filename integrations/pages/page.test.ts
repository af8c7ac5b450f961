import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShipped } from '../../src/node/index.js';
import { piecesOf } from '../../test/import/printed.js';
import { pdfDocument } from '../../test/import/render/pdf.js';
import { shippedDocuments } from '../../test/import/shipped.js';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';
import { qualpath, ROOT } from '../../test/support/command.js';
import { headline, LEVEL_1, OCR, open, pageOf, PROVIDER, show, typeLine } from './opened-page.js';

describe.skipIf(CHROMIUM === null)(
  `the page in Chromium${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    let browser: Browser;
    let ocr: string;
    beforeAll(async () => {
      browser = await startBrowser();
      ocr = await pageOf(OCR, LEVEL_1);
    });
    afterAll(async () => {
      await browser.close();
    });

    it('answers when it is opened, after a unit is ruled out, and takes that back', async () => {
      const { page, context, astray } = await open(browser, ocr);
      await headline(page, '289');
      const without = await openShipped(OCR).pathway({ exclude: ['T/506/2160'] });
      if (without.status !== 'optimal') throw new Error('OCR has pathways without the unit');
      await page.getByRole('button', { name: 'not: T/506/2160' }).click();
      await headline(page, String(without.objectives[0]?.value));
      expect(await page.locator('.wishes').textContent()).toContain('only pathways without T/506/2160');
      await page.getByRole('button', { name: 'Undo' }).click();
      await headline(page, '289');
      expect(await page.locator('tr.best').count()).toBe(12);
      expect(astray).toEqual([]);
      await context.close();
    });

    it('marks the lines of a rule that cannot be met, and mends it by a button', async () => {
      const { page, context, astray } = await open(browser, ocr);
      await headline(page, '289');
      await typeLine(page, 4, 'at least 500 credits from B');
      await headline(page, 'No pathway exists');
      expect(await page.locator('.in-conflict').count()).toBeGreaterThan(0);
      const mended = await openShipped(OCR).pathway({ also: ['at least 500 credits from B'] });
      const nearest = mended.status === 'infeasible' ? mended.conflict[0]?.nearest : null;
      await page.getByRole('button', { name: `Make it ${nearest}` }).click();
      await page.locator('.words:not(.old) .headline.good').waitFor();
      expect(await page.locator('.cm-content').textContent()).toContain(`at least ${nearest} credits from B`);
      expect(astray).toEqual([]);
      await context.close();
    });

    it('says what is wrong with a line while the answer before is greyed', async () => {
      const { page, context } = await open(browser, ocr);
      await headline(page, '289');
      await typeLine(page, 3, 'at least 55 credit from Q');
      await headline(page, 'No answer');
      expect(await page.locator('.cm-lintRange-error').count()).toBeGreaterThan(0);
      await context.close();
    });

    it('prices units, spreads hours, and shows the pathways behind a bar', async () => {
      const { page, context, astray } = await open(browser, ocr);
      await headline(page, '289');
      const prices = await openShipped(OCR).units();
      if (prices.status !== 'answered') throw new Error('OCR has prices');
      const dear = prices.units.find(({ costs }) => costs !== null && costs > 0);
      const row = page.locator('.units tr', { has: page.getByRole('button', { name: `must: ${dear?.ref}` }) });
      await row.locator('.figure', { hasText: `+${dear?.costs}` }).waitFor();
      await page.getByRole('button', { name: 'Range and spread of hours' }).click();
      await page.locator('.bar').first().click();
      await page.getByRole('heading', { name: /^Pathways with/ }).waitFor();
      expect(await page.getByText('1,597,053,447').count()).toBeGreaterThan(0);
      expect(astray).toEqual([]);
      await context.close();
    });

    it('reads a PDF, and its qualification comes to the same hours', async () => {
      const { page, context, astray } = await open(browser, await pageOf(LEVEL_1));
      await headline(page, '120');
      const printed = shippedDocuments()
        .filter(({ id }) => id === OCR)
        .map((it) => it.printed);
      const layout = { titleFirst: true, oneTable: false, totals: true, centred: false };
      const buffer = Buffer.from(pdfDocument(piecesOf(printed, layout), layout));
      await show(page, 'Import');
      await page.locator('#import-file').setInputFiles({ name: 'handbook.pdf', mimeType: 'application/pdf', buffer });
      await page.getByRole('button', { name: 'Open it in the designer' }).click();
      await headline(page, '289');
      expect(astray).toEqual([]);
      await context.close();
    });

    it('says why a document cannot be read', async () => {
      const { page, context } = await open(browser, ocr);
      await show(page, 'Import');
      const buffer = Buffer.from('%PDF-1.4 cut off');
      await page.locator('#import-file').setInputFiles({ name: 'broken.pdf', mimeType: 'application/pdf', buffer });
      await page.locator('.issues .error').waitFor();
      expect(await page.locator('.issues .error').textContent()).toMatch(/PDF|cut off|damaged/);
      await context.close();
    });

    it('plans five qualifications, and pins a unit', async () => {
      const models = [
        LEVEL_1,
        `${PROVIDER}/models/level-2-diploma-customer-service.yaml`,
        `${PROVIDER}/models/level-3-diploma-customer-service.yaml`,
        'level-4-diploma-customer-service',
        OCR,
      ];
      const { page, context, astray } = await open(browser, await pageOf(...models));
      await headline(page, '120');
      const planned = await qualpath(['deliver', ...models, '--json']);
      const document = JSON.parse(planned.out) as { readonly deliveredGlh: number };
      await show(page, 'Planner');
      for (const box of await page.locator('.planner .ticks input').all()) await box.check();
      await page.getByRole('button', { name: 'Find the plan' }).click();
      await page.getByText(document.deliveredGlh.toLocaleString('en-GB')).first().waitFor();
      await page.getByText('Pin or leave out units of the plan').click();
      await page.locator('.pins button[aria-label^="not:"]').last().click();
      await page.getByText('This plan was found before the last edit.').waitFor();
      await page.locator('#cohort-file').setInputFiles({
        name: 'learners.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(`learner,qualification,ref\nA,${OCR},\nB,${LEVEL_1},\n`),
      });
      await page.locator('#plan-capacity').fill('10');
      await page.getByRole('button', { name: 'Find the plan' }).click();
      await page.getByText('before the last edit').waitFor({ state: 'detached' });
      expect(await page.locator('.planner .error').count()).toBe(0);
      expect(astray).toEqual([]);
      await context.close();
    }, 120_000);

    it('shows a learner what is missing and all qualifications nearest first', async () => {
      const { page, context, astray } = await open(browser, ocr);
      await headline(page, '289');
      await show(page, 'Tutor');
      await page.locator('#held').fill('L/506/2150, Y/506/2152\nJ/506/2910');
      const audit = await openShipped(OCR).audit({ achieved: ['L/506/2150', 'Y/506/2152', 'J/506/2910'] });
      const words = audit.rule.find(({ holds }) => !holds)?.words ?? '';
      await page.locator('.standing td.bad', { hasText: words }).first().waitFor();
      await page.getByRole('checkbox', { name: /^K\/506\/2169/ }).check();
      expect(await page.locator('#held').inputValue()).toContain('K/506/2169');
      await page.getByText('Level 1 Certificate in Customer Service').last().waitFor();
      expect(astray).toEqual([]);
      await context.close();
    });

    it('keeps what was done when it is opened again, puts it into a link, and begins afresh when asked', async () => {
      const { page, context } = await open(browser, ocr);
      await headline(page, '289');
      await typeLine(page, 3, 'at least 60 credits');
      const more = await openShipped(OCR).pathway({ also: ['at least 60 credits'] });
      const hours = more.status === 'optimal' ? String(more.objectives[0]?.value) : '';
      await headline(page, hours);
      await page.waitForTimeout(700);
      await page.reload();
      await headline(page, hours);
      await page.getByRole('button', { name: 'Link' }).click();
      await page.waitForFunction("location.hash.startsWith('#s=')");
      const link = page.url();
      await page.getByRole('button', { name: 'Start afresh' }).click();
      await headline(page, '289');
      const foreign = await context.newPage();
      await foreign.goto(await pageOf(LEVEL_1));
      await headline(foreign, '120');
      const other = await open(browser, link);
      await headline(other.page, hours);
      expect(await other.page.locator('.cm-content').textContent()).toContain('at least 60 credits');
      await other.context.close();
      await context.close();
    });

    it('saves the model and its table as the command reads them', async () => {
      const { page, context } = await open(browser, ocr);
      await headline(page, '289');
      const downloads: Promise<string>[] = [];
      page.on('download', (download) => downloads.push(download.path()));
      await page.getByRole('button', { name: 'Save model' }).click();
      await page.waitForTimeout(1000);
      const texts = (await Promise.all(downloads)).map((path) => readFileSync(path, 'utf8'));
      const model = texts.find((text) => text.startsWith('title:'));
      const units = texts.find((text) => text.startsWith('group,'));
      expect(units).toBe(readFileSync(join(ROOT, 'data', `${OCR}.csv`), 'utf8'));
      expect(model).toBe(readFileSync(join(ROOT, 'models', `${OCR}.yaml`), 'utf8'));
      await context.close();
    });
  },
);
