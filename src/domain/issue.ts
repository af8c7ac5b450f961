import type { IssueCode } from './issue-code.js';
import type { Source } from './source.js';

/** How much an issue weighs: an error refuses the input, a warning asks for a look, a note is worth knowing. */
export type Severity = 'error' | 'warning' | 'note';

/** One thing found in the input. `code` is stable for programs; `message` is a whole sentence for people. */
export interface Issue {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly message: string;
  readonly source: Source | null;
}

/** An issue that refuses the input. */
export function error(code: IssueCode, message: string, source: Source | null = null): Issue {
  return { code, severity: 'error', message, source };
}

/** An issue that asks for a look and refuses nothing. */
export function warning(code: IssueCode, message: string, source: Source | null = null): Issue {
  return { code, severity: 'warning', message, source };
}
