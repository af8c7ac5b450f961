import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];

/** Debian's Chromium; null where it is not installed, and tests that need it say so. */
export const CHROMIUM = PLACES.find((path) => existsSync(path)) ?? null;

/** Starts it without a window and without a way to the network. */
export function startBrowser(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error('Chromium is not installed');
  return chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
}
