import type { DocumentKind } from './kind.js';

const LONGEST = 160;

/** Why a document could not be read, in a sentence for people, from what its reader threw. */
export function explainFailure(thrown: unknown, kind: DocumentKind): string {
  const why = typeof thrown === 'object' && thrown !== null && 'why' in thrown ? String(thrown.why) : '';
  const name = thrown instanceof Error ? thrown.name : '';
  if (why === 'encrypted' || name === 'PasswordException') {
    return 'This PDF is protected with a password; save or print it to a PDF without one.';
  }
  if (why === 'no-text') {
    return 'This document has no text; its pages are pictures (a scan). Have a program recognise the text first, or type the tables into a workbook.';
  }
  if (why === 'too-many-pages' || why === 'too-much-text') {
    return 'This PDF is too long; save the pages that list units and rules as a PDF of their own.';
  }
  if (name === 'RangeError')
    return 'This document nests deeper than any that people write, or is too large for memory.';
  const said = (thrown instanceof Error ? thrown.message : String(thrown)).replace(/\s+/g, ' ').slice(0, LONGEST);
  return `This is no ${kind} document that can be read (${said}).`;
}
