import type { Cursor } from './cursor.js';
import { phrase } from './words.js';

const RECOGNISED =
  '(?:RPL|APL|APEL|(?:the\\s+)?recognition\\s+of\\s+prior\\s+learning|(?:accreditation\\s+of\\s+)?prior\\s+learning|credit\\s+transfer)';
const WAYS = `${RECOGNISED}(?:\\s+(?:or|and|and\\s*\\/\\s*or)\\s+${RECOGNISED})*`;

const ACHIEVED = phrase(
  '(?:(?:are|is|must\\s+be|may\\s+be|can\\s+be)\\s+)?(?:achieved\\s+already|already\\s+achieved)',
);
const THROUGH = phrase(
  `(?:(?:may|can|must|are|is)\\s+)?(?:(?:be|come)\\s+)?(?:(?:achieved|gained|obtained|claimed)\\s+)?(?:through|by|via)\\s+${WAYS}`,
);
const LIMITED = phrase(
  `${WAYS}\\s+(?:(?:is|are)\\s+limited\\s+to(?:\\s+(?:a\\s+)?maximum(?:\\s+of)?)?|(?:must|may|can)\\s*not\\s+exceed|may\\s+(?:only\\s+)?(?:account\\s+for|make\\s+up|contribute)(?=\\s+(?:at\\s+most|up\\s+to|no\\s+more)))`,
);

/** Reads `are achieved already`, `through RPL or credit transfer`: words that say the same of what is counted. */
export function acceptAchieved(cursor: Cursor): boolean {
  return cursor.match(ACHIEVED) !== null || cursor.match(THROUGH) !== null;
}

/** Reads `credit transfer is limited to`, after which the figure follows. */
export function acceptLimited(cursor: Cursor): boolean {
  return cursor.match(LIMITED) !== null;
}
