import type { Workspace } from '../ask/workspace.js';
import type { Deadline } from '../methods/deadline.js';
import type { ExitCode } from './exit-code.js';
import type { Streams } from './streams.js';
import type { Terminal } from './terminal.js';

/** What a command is given, and how it says how it ended. */
export interface Run {
  readonly terminal: Terminal;
  readonly streams: Streams;
  /** The qualifications at hand, with the user's own models in this folder. */
  readonly workspace: (models?: string) => Workspace;
  /** The end of a command that may take so many seconds, counted from its start. */
  readonly deadlineOf: (seconds: number) => Deadline;
  /** Keeps the exit code of the command that ran. */
  readonly end: (code: ExitCode) => void;
}
