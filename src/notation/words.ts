import { Pattern } from './pattern.js';

/** What may not follow a word: a letter, digit or hyphen of any script, with which it would be another word. */
export const WORD_END = String.raw`(?![\p{L}\p{N}_-])`;

/** A pattern for the beginning of a text that matches whole words without regard to case; `\s+` stands between words. */
export function phrase(source: string): Pattern {
  return new Pattern(`^(?:${source})${WORD_END}`);
}

/** What handbooks say of a group, and of units before the group is named; it says nothing that the group does not. */
export const ADJECTIVE = '(?:mandatory|optional|core|compulsory|elective)';

/** Verbs for what is done with a unit that is counted. */
export const TAKEN =
  '(?:achieved|taken|chosen|selected|gained|drawn|completed|counted|included|made\\s+up|obtained|passed|used)';

/** What may stand between what is counted and where from, and says nothing: `must be taken`, `come`. */
export const COUNTING = String.raw`(?:(?:must|should|can|may|to|are|is)\s+)?(?:(?:be|come)\s+)?(?:${TAKEN}\s+)?`;

/**
 * Words that statements are made of. A name that contains one of them is printed in double quotes, whether or not it
 * could be misread where it stands.
 */
const NOTATION_WORDS = new Set(
  (
    'above achieved all already and any anywhere apart are at below between but combined count counted counts do does ' +
    'each either every exactly except excluding fewer following from glh greater guided half in includes including is ' +
    'least less level levels majority max maximum min minimum more most must need needs no none not of only optional ' +
    'or other outside over per plus require requires than the through to together total under unit units up within ' +
    'without across credit credits title titles percent may can cannot that which started'
  ).split(' '),
);

/** Letters that a pattern without regard to case takes for an `s` and a `k`. */
const LOOK_ALIKE = /[\u017F\u212A]/;

/** Whether a name contains a word of the notation, in any case. */
export function hasNotationWord(name: string): boolean {
  if (LOOK_ALIKE.test(name)) return true;
  return name.split(/[^\p{L}]+/u).some((word) => NOTATION_WORDS.has(word.toLowerCase()));
}

/** A name in double quotes, those within it doubled. */
export function inQuotes(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
