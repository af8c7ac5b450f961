/** Draws the pictures of README and docs anew, from the program as it is: the page in Chromium, and the spread of hours. */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from '../test/support/browser.js';
import { qualpath, ROOT } from '../test/support/command.js';

const OCR = 'ocr-level-3-diploma-customer-service';
const PICTURES = join(ROOT, 'docs/pictures');

mkdirSync(PICTURES, { recursive: true });
const file = join(mkdtempSync(join(tmpdir(), 'qualpath-page-')), 'page.html');
await qualpath(['page', OCR, '--output', file]);
await qualpath(['range', OCR, '--distribution', '--svg', join(PICTURES, 'range.svg'), '--force']);
const browser = await startBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 800 }, colorScheme: 'light' });
await page.goto(`file://${file}`);
await page.locator('.words:not(.old) .headline', { hasText: '289' }).waitFor();
await page.locator('.units .figure', { hasText: '+' }).first().waitFor();
await page.screenshot({ path: join(PICTURES, 'page.png') });
await browser.close();
