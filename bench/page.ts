/**
 * What the page costs: how large its file is, how soon it answers when it is opened, and how soon a changed figure of the
 * OCR diploma is answered on the screen. Times are of this machine, in Debian's Chromium without a window.
 *
 *     npm run bench:page
 */
import { mkdtempSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../test/support/browser.js';
import { qualpath } from '../test/support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const OPENINGS = 7;
const EDITS = 61;

const file = join(mkdtempSync(join(tmpdir(), 'qualpath-page-')), 'page.html');
await qualpath(['page', '--output', file]);

/** The part of the file that is looked at only when a document is imported or a workbook written. */
function readersIn(html: string): number {
  return /id="readers">([^<]*)</.exec(html)?.[1]?.length ?? 0;
}

function sorted(times: readonly number[]): readonly number[] {
  return times.toSorted((a, b) => a - b);
}

function told(name: string, times: readonly number[]): void {
  const all = sorted(times);
  const [median, worst] = [all[Math.floor(all.length / 2)] ?? 0, all.at(-1) ?? 0];
  console.log(`${name}: median ${median.toFixed(0)} ms, worst ${worst.toFixed(0)} ms of ${all.length}`);
}

/** Milliseconds from the beginning of the navigation to the first answer on the screen. */
async function opening(browser: Browser): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`file://${file}`, { waitUntil: 'commit' });
  await page.waitForSelector('.words:not(.old) .headline');
  const time = await page.evaluate('performance.now()');
  await context.close();
  return Number(time);
}

/** Milliseconds from each edit of a unit's hours to the frame in which its answer stands. */
async function edits(browser: Browser): Promise<readonly number[]> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`file://${file}`);
  await page.locator('header select').selectOption(OCR);
  await page.locator('.words:not(.old) .headline', { hasText: '289' }).waitFor();
  await page.waitForTimeout(1000);
  const times = await page.evaluate(`(async () => {
    const input = [...document.querySelectorAll('.units input')].find((it) => it.getAttribute('aria-label') === 'glh of L/506/2150');
    const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set;
    const frame = () => new Promise((settle) => requestAnimationFrame(settle));
    const times = [];
    for (let edit = 1; edit <= ${EDITS}; edit += 1) {
      const before = document.querySelector('.words .headline').textContent;
      const begun = performance.now();
      setter.call(input, String(27 + (edit % 7) + 1));
      input.dispatchEvent(new Event('input', { bubbles: true }));
      while (document.querySelector('.words.old') !== null || document.querySelector('.words .headline').textContent === before) await frame();
      times.push(performance.now() - begun);
      await new Promise((settle) => setTimeout(settle, 400));
    }
    return times;
  })()`);
  await context.close();
  return times as readonly number[];
}

const bytes = statSync(file).size;
const readers = readersIn(readFileSync(file, 'utf8'));
console.log(
  `file: ${((bytes - readers) / 1000).toFixed(0)} kB, and ${(readers / 1000).toFixed(0)} kB that read documents`,
);
const browser = await startBrowser();
try {
  const first: number[] = [];
  for (let at = 0; at < OPENINGS; at += 1) first.push(await opening(browser));
  told('first answer after opening', first);
  told('an edit of hours to its answer', await edits(browser));
} finally {
  await browser.close();
}
