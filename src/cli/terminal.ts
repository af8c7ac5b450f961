import { createColors } from 'picocolors';
import type { Issue } from '../domain/issue.js';
import { formatSource } from '../domain/source.js';
import { PLAIN, type Page, type Palette } from '../report/palette.js';
import { EXIT } from './exit-code.js';

/** Where a command writes: data, diagnostics, and how wide and colourful the page is. */
export interface Terminal {
  /** Writes text and a line end to standard output. */
  readonly print: (text: string) => void;
  /** Writes text and a line end to standard error. */
  readonly tell: (text: string) => void;
  readonly page: Page;
  /** Whether standard error is a terminal, so that progress may be drawn on it. */
  readonly showsProgress: boolean;
}

const DEFAULT_WIDTH = 80;
const NARROWEST = 40;

/** The terminal of this process. Colour only on a terminal, and never under NO_COLOR. */
export function openTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  const colourful = stdout.isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
  const width = stdout.isTTY ? Math.max(NARROWEST, stdout.columns) : DEFAULT_WIDTH;
  return {
    print: (text) => void stdout.write(`${withoutControls(text, colourful)}\n`),
    tell: (text) => void stderr.write(`${withoutControls(text, false)}\n`),
    page: { width, palette: colourful ? colours() : PLAIN },
    showsProgress: stderr.isTTY,
  };
}

const ESCAPE = '\u001B';
/** The codes that the palette uses, and no others: some hide text. */
const COLOUR = /^\[(?:[012]|22|3[1239])m/;
const LONGEST_COLOUR = 4;

/**
 * Text from files and arguments may hold control characters, which would let a title move the cursor or rename the
 * window. Only line ends, tabs and, where colour is shown, colours come through; marks that turn text round do not.
 */
function withoutControls(text: string, keepsColour: boolean): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character, offset: number) => {
    if (character === '\n' || character === '\t') return character;
    const follows = text.slice(offset + 1, offset + 1 + LONGEST_COLOUR);
    return keepsColour && character === ESCAPE && COLOUR.test(follows) ? character : '';
  });
}

function colours(): Palette {
  const { bold, dim, green, red, yellow } = createColors(true);
  return { bold, dim, good: green, bad: red, caution: yellow };
}

/** Ends the process quietly when the reader of its output has gone, as `head` does; output that fails is an error. */
export function stopWhenUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? EXIT.answered : EXIT.disputed);
    });
  }
}

/** Every issue on standard error, one a line: where, how grave, and what. */
export function tellIssues(terminal: Terminal, issues: readonly Issue[]): void {
  for (const { severity, message, source } of issues) {
    terminal.tell(`${source === null ? '' : `${formatSource(source)}: `}${severity}: ${message}`);
  }
}
