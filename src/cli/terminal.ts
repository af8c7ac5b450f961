import { createColors } from 'picocolors';
import type { Issue } from '../domain/issue.js';
import { PLAIN, type Page, type Palette } from '../report/text/palette.js';
import { formatIssue } from '../report/text/format-issue.js';
import { renderSheet } from '../report/text/render-sheet.js';
import type { Sheet } from '../report/sheet.js';
import { withoutControls } from './controls.js';
import type { Streams } from './streams.js';

/** Where a command writes: data, diagnostics, and how wide and colourful the page is. */
export interface Terminal {
  /** Writes text and a line end to standard output. */
  readonly print: (text: string) => void;
  /** Writes a sheet to standard output, for people. */
  readonly show: (sheet: Sheet) => void;
  /** Writes text and a line end to standard error. */
  readonly tell: (text: string) => void;
  /** Draws over the line that standard error stands in. */
  readonly draw: (text: string) => void;
  readonly page: Page;
  /** Whether standard error is a terminal, so that progress may be drawn on it. */
  readonly showsProgress: boolean;
}

const DEFAULT_WIDTH = 80;
const NARROWEST = 40;

/** The terminal of a run. Colour only on a terminal, and never under NO_COLOR. */
export function openTerminal({ stdout, stderr, env }: Streams): Terminal {
  const isTerminal = stdout.isTTY === true;
  const colourful = isTerminal && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const width = isTerminal && stdout.columns !== undefined ? Math.max(NARROWEST, stdout.columns) : DEFAULT_WIDTH;
  const page = { width, palette: colourful ? colours() : PLAIN };
  return {
    print: (text) => void stdout.write(`${withoutControls(text)}\n`),
    // Text that people read is cleaned piece by piece as it is laid out, so that no title passes for a colour.
    show: (sheet) => void stdout.write(`${renderSheet(cleaned(sheet), page)}\n`),
    tell: (text) => void stderr.write(`${withoutControls(text)}\n`),
    draw: (text) => void stderr.write(text),
    page,
    showsProgress: stderr.isTTY === true,
  };
}

/** The sheet with every text in it free of control characters. */
function cleaned<T>(part: T): T {
  if (typeof part === 'string') return withoutControls(part) as T;
  if (Array.isArray(part)) return part.map(cleaned) as T;
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(Object.entries(part).map(([key, value]) => [key, cleaned<unknown>(value)])) as T;
}

function colours(): Palette {
  const { bold, dim, green, red, yellow } = createColors(true);
  return { bold, dim, good: green, bad: red, caution: yellow };
}

/** Every issue on standard error, one a line: where, how grave, and what. */
export function tellIssues(terminal: Terminal, issues: readonly Issue[]): void {
  for (const issue of issues) terminal.tell(formatIssue(issue));
}
