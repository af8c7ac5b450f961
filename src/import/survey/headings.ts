import { formatLevel, parseLevel } from '../../domain/level.js';
import { flatten } from '../document.js';

/** A heading above the units of a group: `Group B: Optional units (minimum 15 credits)`. */
export interface GroupHeading {
  /** What the group is called in the model: its letter or number, or the word that tells it apart. */
  readonly name: string;
  readonly title: string;
  /** A condition that stands in the heading; null when there is none. */
  readonly condition: string | null;
}

const KINDS = 'mandatory|optional|core|compulsory|elective|additional|specialist|imported';
const NAME = '[A-Z]{1,2}\\d{0,2}|\\d{1,2}|[IVX]{1,4}';
const LETTERED = new RegExp(
  `^(?:(${KINDS})\\s+)?(?:unit\\s+)?(?:group|section|block|category)\\s+(${NAME})(?![\\p{L}\\p{N}])\\s*[-–—:.)]*\\s*(.*)$`,
  'iu',
);
const LETTER_LAST = new RegExp(
  `^((?:${KINDS})\\s+units?)\\s*[-–—:,(]*\\s*group\\s+(${NAME})(?![\\p{L}\\p{N}])\\)?\\s*[-–—:]*\\s*(.*)$`,
  'iu',
);
const PLAIN = new RegExp(`^(?:the\\s+)?((${KINDS})\\s+(?:units?|modules?|group))\\s*:?\\s*(\\(.*\\))?$`, 'iu');
const CONTINUED = /\s*[-–(]?\s*\b(?:continued|cont'?d?)\b\.?\)?\s*$/i;
const VERB = /\b(?:must|may|can|cannot|should|need|needs|is|are|only|from|to be|will|does|do|have|has|require[sd]?)\b/i;
const COUNTS = /\b(?:credits?|units|GLH|hours)\b/i;

/** Reads a heading of a group; null for any other text. */
export function groupHeading(text: string): GroupHeading | null {
  const line = flatten(text).replace(CONTINUED, '');
  if (line.length > 140 || /[.;]$/.test(line)) return null;
  return kindFirst(line) ?? withoutName(line) ?? nameFirst(line);
}

/** `Optional units group B`. */
function kindFirst(line: string): GroupHeading | null {
  const [, kind = '', name = '', rest = ''] = LETTER_LAST.exec(line) ?? [];
  return isName(name) ? heading(name, kind, rest) : null;
}

/** `Mandatory units`: the word is the name. */
function withoutName(line: string): GroupHeading | null {
  const [, title = '', kind = '', condition = ''] = PLAIN.exec(line) ?? [];
  return kind === '' ? null : heading(capital(kind), title, condition);
}

/** `Group B: Optional units`, `Mandatory Group A`. */
function nameFirst(line: string): GroupHeading | null {
  const [, kind = '', name = '', rest = ''] = LETTERED.exec(line) ?? [];
  return isName(name) ? heading(name, kind === '' ? '' : `${capital(kind)} units`, rest) : null;
}

/** A letter or figure; `group a` is part of a sentence or a title. */
function isName(name: string): boolean {
  return /^[\p{Lu}\d]/u.test(name);
}

function heading(name: string, before: string, rest: string): GroupHeading | null {
  const bracket = /\(([^()]*)\)\s*$/.exec(rest);
  const inBracket = bracket?.[1] ?? '';
  const condition = /\d|\bX\b/.test(inBracket) ? inBracket : null;
  const title = (condition === null ? rest : rest.slice(0, bracket?.index)).replace(/[\s:–—-]+$/, '').trim();
  if (VERB.test(title) || /[,;]/.test(name) || (/\d/.test(title) && COUNTS.test(title))) return null;
  if (/^(?:and|or|to|,)/i.test(title)) return null;
  const named =
    title === '' ? before : before === '' || title.toLowerCase().includes('unit') ? title : `${before}: ${title}`;
  return { name, title: inSentenceCase(named), condition };
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

/** `MANDATORY UNITS` reads as `Mandatory units`; what has small letters already is left alone. */
function inSentenceCase(text: string): string {
  return /\p{Ll}/u.test(text) ? text : capital(text);
}

/** The title of a qualification, and what it says of it. */
export interface QualificationHeading {
  readonly title: string;
  /** The level in the title, as a figure or `Entry n`; null when it names none. */
  readonly level: string | null;
}

const AWARDS = /\b(?:award|certificate|diploma|nvq|btec national|foundation degree|degree|access to he)\b/i;
const LEVEL = /\b(entry\s+level\s+[1-3]|entry\s+[1-3]|level\s+(?:\d{1,2}|one|two|three|four|five|six|seven|eight))\b/i;
const NO_TITLE =
  /\b(?:must|learners?|candidates?|students?|you|achieve[sd]?|awarded|units|structure|rules?|guide|page|includes?|following|contents|is|are|can|may|will|this|these|who|overview|introduction|purpose|entry requirements|progression)\b/i;

/** Reads a line as the title of a qualification; `heading` where the document sets it apart. Null for any other line. */
export function qualificationHeading(text: string, heading: boolean): QualificationHeading | null {
  const line = flatten(text)
    .replace(/^#+\s*/, '')
    .replace(/^\d+(?:\.\d+)+\.?\s+/, '')
    .replace(/\s*\((?:combined|competence|knowledge)[^()]*\)$/i, '');
  const level = LEVEL.exec(line)?.[1] ?? null;
  if (!AWARDS.test(line) || (level === null && !heading)) return null;
  if (line.length > 140 || /[.:;?]$/.test(line) || NO_TITLE.test(line) || !/^\p{Lu}/u.test(line)) return null;
  return { title: line, level: level === null ? null : levelText(level) };
}

function levelText(level: string): string | null {
  const parsed = parseLevel(level.replace(/entry\s+level/i, 'Entry'));
  return parsed === null ? null : formatLevel(parsed);
}

/** A title reduced to what tells qualifications apart. */
export function titleKey(title: string): string {
  return title
    .toLowerCase()
    .replace(/\([^()]*\)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
