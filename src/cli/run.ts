import type { ExitCode } from './exit-code.js';
import type { Terminal } from './terminal.js';

/** What a command is given, and how it says how it ended. */
export interface Run {
  readonly terminal: Terminal;
  /** Keeps the exit code of the command that ran. */
  readonly end: (code: ExitCode) => void;
}
