import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM, startBrowser } from '../../test/support/browser.js';
import { qualpath, ROOT } from '../../test/support/command.js';
import { headline, LEVEL_1, OCR, open, pageOf, show, typeLine } from './opened-page.js';

/** The bytes of the file that a button saves. */
async function savedBy(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return readFileSync(await download.path());
}

const opened = (page: Page, ...files: readonly { readonly name: string; readonly text: string | Uint8Array }[]) =>
  page
    .locator('.tools input[type=file]')
    .setInputFiles(
      files.map(({ name, text }) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) })),
    );

describe.skipIf(CHROMIUM === null)(
  `files of the page in Chromium${CHROMIUM === null ? ' (chromium is not installed)' : ''}`,
  () => {
    let browser: Browser;
    let address: string;
    beforeAll(async () => {
      browser = await startBrowser();
      address = await pageOf(OCR, LEVEL_1);
    });
    afterAll(async () => {
      await browser.close();
    });

    it('come back from a saved workspace, which the command reads too', async () => {
      const { page, context, astray } = await open(browser, address);
      await headline(page, '289');
      await typeLine(page, 3, 'at least 60 credits');
      await page.getByRole('button', { name: 'not: T/506/2160' }).click();
      await page.locator('.wishes').waitFor();
      await page.locator('.words:not(.old) .headline.good').waitFor();
      const words = await page.locator('.headline').textContent();
      const zip = await savedBy(page, 'Save all');
      const files = unzipSync(new Uint8Array(zip));
      expect(Object.keys(files).toSorted()).toEqual(
        [
          `data/${LEVEL_1}.csv`,
          `data/${OCR}.csv`,
          'data/equivalences.csv',
          `models/${LEVEL_1}.yaml`,
          `models/${OCR}.yaml`,
          'workspace.json',
        ].toSorted(),
      );
      const folder = mkdtempSync(join(tmpdir(), 'qualpath-workspace-'));
      writeFileSync(
        join(folder, 'm.yaml'),
        strFromU8(files[`models/${OCR}.yaml`] ?? new Uint8Array()).replace('../data/', ''),
      );
      writeFileSync(join(folder, `${OCR}.csv`), files[`data/${OCR}.csv`] ?? '');
      const { out } = await qualpath(['solve', join(folder, 'm.yaml'), '--exclude', 'T/506/2160']);
      expect(out).toContain(words);
      await page.getByRole('button', { name: 'Start afresh' }).click();
      await headline(page, '289');
      await opened(page, { name: 'qualpath.zip', text: zip });
      await headline(page, String(words));
      await page.getByRole('button', { name: 'Undo' }).click();
      await headline(page, '289');
      expect(astray).toEqual([]);
      await context.close();
    });

    it('are refused in words where they are none, too large, or without their table', async () => {
      const { page, context } = await open(browser, address);
      await headline(page, '289');
      const model = readFileSync(join(ROOT, 'models', `${OCR}.yaml`), 'utf8');
      const cases = [
        [[{ name: 'broken.zip', text: 'PK no zip' }], 'broken.zip cannot be read: it is no whole zip file.'],
        [[{ name: 'bomb.zip', text: zipSync({ 'a.yaml': new Uint8Array(30_000_000) }) }], 'more than 20 MB'],
        [[{ name: 'notes.csv', text: 'a,b\n' }], 'There is no model (.yaml) among these files.'],
        [[{ name: 'mine.yaml', text: model }], 'choose both files at once'],
        [[{ name: 'workspace.json', text: '{"version":1,"qualifications":[{"id":5}]}' }], 'There is no model'],
      ] as const;
      for (const [files, words] of cases) {
        await opened(page, ...files);
        await page.locator('.notice', { hasText: words }).waitFor();
        expect(await page.locator('.notice').count()).toBe(1);
      }
      await context.close();
    });

    it('give a report as a page and as a workbook', async () => {
      const { page, context, astray } = await open(browser, address);
      await headline(page, '289');
      const html = (await savedBy(page, 'Report')).toString('utf8');
      expect(html).toContain('OCR Level 3 Diploma in Customer Service');
      expect(html).toContain('1,597,053,447');
      const parts = unzipSync(new Uint8Array(await savedBy(page, 'Workbook')));
      expect(Object.keys(parts).some((name) => name.startsWith('xl/worksheets/'))).toBe(true);
      expect(strFromU8(parts['xl/sharedStrings.xml'] ?? strToU8(''))).toContain('Champion customer service');
      expect(astray).toEqual([]);
      await context.close();
    });

    it('of text pasted and not understood are said in words of one’s own, by keys', async () => {
      const { page, context, astray } = await open(browser, address);
      await show(page, 'Import');
      await page.getByText('Or paste its text').click();
      await page
        .locator('#import-text')
        .fill(
          [
            'Level 2 Award in Tests',
            'Learners must achieve at least 6 credits.',
            'Learners should take some of Group B, as agreed with the tutor in 3 cases.',
            '',
            'Group A',
            'Ref\tTitle\tLevel\tCredit\tGLH',
            'T1\tFirst\t2\t3\t10',
            'T2\tSecond\t2\t3\t12',
            'Group B',
            'Ref\tTitle\tLevel\tCredit\tGLH',
            'T3\tThird\t2\t3\t20',
            'T4\tFourth\t2\t3\t25',
          ].join('\n'),
        );
      await page.getByRole('button', { name: 'Read it' }).click();
      const line = page.locator('.unread > li').first();
      await line.focus();
      await page.keyboard.press('e');
      await page.keyboard.type('at least 3 credits from B');
      await page.getByRole('button', { name: 'Open it in the designer' }).click();
      await headline(page, '30');
      expect(await page.locator('.cm-content').textContent()).toContain('at least 3 credits from B');
      expect(astray).toEqual([]);
      await context.close();
    });

    it('are edited by keys alone: words are offered, cells pasted and left, and every step undone', async () => {
      const { page, context, astray } = await open(browser, address);
      await headline(page, '289');
      await typeLine(page, 3, 'at least 60 credits');
      await page.locator('.cm-line').nth(5).click();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.keyboard.type('at mo');
      await page.locator('.cm-tooltip-autocomplete li', { hasText: 'at most' }).first().waitFor();
      await page.keyboard.press('Escape');
      const cell = page.getByLabel('glh of L/506/2150');
      await cell.focus();
      await page.evaluate(`(() => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', '99\\n98\\n');
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      })()`);
      expect(await page.getByLabel('glh of Y/506/2152').inputValue()).toBe('98');
      await page.keyboard.press('ArrowDown');
      expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe('glh of Y/506/2152');
      for (let step = 0; step < 6; step += 1) await page.keyboard.press('Control+z');
      await headline(page, '289');
      expect(await cell.inputValue()).toBe('27');
      expect(await page.locator('.cm-line').count()).toBe(6);
      expect(astray).toEqual([]);
      await context.close();
    });
  },
);
