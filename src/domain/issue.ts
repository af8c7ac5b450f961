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
  return { code, severity: 'error', message: shorten(message), source };
}

/** An issue that asks for a look and refuses nothing. */
export function warning(code: IssueCode, message: string, source: Source | null = null): Issue {
  return { code, severity: 'warning', message: shorten(message), source };
}

/** An issue that only tells something worth knowing. */
export function note(code: IssueCode, message: string, source: Source | null = null): Issue {
  return { code, severity: 'note', message: shorten(message), source };
}

const LONGEST_QUOTATION = 120;
const LONGEST_MESSAGE = 2000;

/** Whatever a message quotes, from whichever file, it stays one that can be read. */
function shorten(message: string): string {
  if (message.length <= LONGEST_QUOTATION) return message;
  const cut = message
    .replace(/'([^']+)'/g, (whole, quoted: string) =>
      quoted.length > LONGEST_QUOTATION ? `'${cutAt(quoted)}'` : whole,
    )
    .replace(/\S+/g, (word) => (word.length > LONGEST_QUOTATION ? cutAt(word) : word));
  return cut.length > LONGEST_MESSAGE ? `${cut.slice(0, LONGEST_MESSAGE)}…` : cut;
}

function cutAt(text: string): string {
  return `${text.slice(0, LONGEST_QUOTATION - 1).trimEnd()}…`;
}
