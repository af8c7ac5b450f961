import fc, { type Arbitrary } from 'fast-check';
import { arbitraryColumns, arbitraryGroupNames, arbitraryReferences } from './arbitrary-names.js';

/** The names of a random qualification. Its units have `cost` in every one of `counted`, `subject` in every one of `keys`. */
export interface Vocabulary {
  readonly groups: readonly string[];
  readonly references: readonly string[];
  readonly counted: readonly string[];
  readonly keys: readonly string[];
}

/** A, B, C, D and U 1, U 2 ... */
export function plainVocabulary(units: number): Vocabulary {
  return {
    groups: ['A', 'B', 'C', 'D'],
    references: Array.from({ length: units }, (_, index) => `U ${index + 1}`),
    counted: ['cost'],
    keys: ['subject'],
  };
}

/** Names out of the words of the notation, and any others that a table can hold. */
export function arbitraryVocabulary(units: number): Arbitrary<Vocabulary> {
  return fc
    .record({
      groups: arbitraryGroupNames(4),
      references: arbitraryReferences(units, units),
      columns: arbitraryColumns(2, 2).filter((columns) =>
        columns.every((column) => !['cost', 'subject'].includes(column.toLowerCase())),
      ),
    })
    .map(({ groups, references, columns }) => ({
      groups,
      references,
      counted: ['cost', ...columns.slice(0, 1)],
      keys: ['subject', ...columns.slice(1)],
    }));
}
