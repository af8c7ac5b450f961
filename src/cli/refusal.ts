import type { Issue } from '../domain/issue.js';
import type { Result } from '../domain/result.js';
import { exitCodeFor, type ExitCode } from './exit-code.js';
import { tellIssues, type Terminal } from './terminal.js';

/** Thrown by a command to end on input that it refuses; `main` prints every issue and returns the exit code. */
export class Refusal extends Error {
  readonly issues: readonly Issue[];
  readonly code: ExitCode;

  constructor(issues: readonly Issue[]) {
    super(issues.map(({ message }) => message).join('\n'));
    this.issues = issues;
    this.code = exitCodeFor(issues);
  }
}

/** The value of a result, with its warnings told; ends the command with every issue when there is none. */
export function valueOrRefuse<T>(result: Result<T>, terminal: Terminal): T {
  if (!result.ok) throw new Refusal(result.issues);
  tellIssues(terminal, result.warnings);
  return result.value;
}
