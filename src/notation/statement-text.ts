import type { Source } from '../domain/source.js';

/**
 * A statement as written, before it is understood: one line, or one of the nesting words (`any of`, `at least 2 of`)
 * with its list. `source` is where the line or the word begins.
 */
export type StatementText =
  | { readonly kind: 'line'; readonly text: string; readonly source: Source }
  | {
      readonly kind: 'nested';
      readonly word: string;
      readonly source: Source;
      readonly parts: readonly StatementText[];
    };
