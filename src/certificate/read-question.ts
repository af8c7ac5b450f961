import { byUnit, type Listed } from './read-claim.js';
import type { ListedEntry } from './listed-entry.js';
import { readEntry } from './read-entry.js';
import { readSentence, roomForSums, type Room } from './read-rule.js';
import { arrayOf, objectOf, textOf } from './shape.js';

/** What a certificate is about: a title, the sentences as written, and what they come to over the entries. */
export interface ReadQuestion {
  readonly title: string;
  readonly rule: readonly string[];
  readonly listed: Listed;
}

/** The most units that a certificate may list. */
const MOST_ENTRIES = 5000;

/** Reads a question; throws a SyntaxError that says where it is none. */
export function readQuestion(value: unknown, room: Room = roomForSums()): ReadQuestion {
  const question = objectOf(value, 'question', ['title', 'entries', 'rule']);
  const entries = arrayOf(question.entries, 'entries', readEntry);
  if (entries.length > MOST_ENTRIES) throw new SyntaxError(`more than ${MOST_ENTRIES} entries are not read`);
  const rule = arrayOf(question.rule, 'rule', textOf);
  return { title: textOf(question.title, 'title'), rule, listed: listedOf(entries, rule, room) };
}

/** Entries with what sentences ask of them, for which there has to be room. */
export function listedOf(entries: readonly ListedEntry[], rule: readonly string[], room: Room): Listed {
  return { entries, once: byUnit(entries), rule: rule.map((sentence) => readSentence(sentence, entries, room)) };
}
