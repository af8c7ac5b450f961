/**
 * A level of a qualifications framework as an ordinal: Entry 1 is -2, Entry 2 is -1, Entry 3 is 0, and levels 1 to 12
 * (Scotland counts so far) are themselves, so that `<` orders them as the framework does.
 */
export type Level = -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/** The level of a unit: null when it has none, `open` while it is not confirmed. */
export type UnitLevel = Level | null | 'open';

const ENTRY_OFFSET = 3;

/** Every level, lowest first. */
export const LEVELS: readonly Level[] = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];

/** The levels in words, for messages. */
export const LEVEL_RANGE = 'Entry 1 to Entry 3 and 1 to 12';

const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/**
 * The level as handbooks write it: `Entry 3`, `3`; `-` for none, `TBC` for one that is not confirmed.
 *
 * @example
 * ```ts
 * import { formatLevel } from 'qualpath';
 *
 * console.log(formatLevel(3), formatLevel(0), formatLevel(null)); // 3 Entry 3 -
 * ```
 */
export function formatLevel(level: UnitLevel): string {
  if (level === null) return '-';
  if (level === 'open') return 'TBC';
  return level <= 0 ? `Entry ${level + ENTRY_OFFSET}` : String(level);
}

/**
 * Reads `3`, `L3`, `Level 3`, `Three`, `Entry 2`, `E2`; null when the text names no level.
 *
 * @example
 * ```ts
 * import { parseLevel } from 'qualpath';
 *
 * console.log(parseLevel('Level 3'), parseLevel('Entry 3'), parseLevel('13')); // 3 0 null
 * ```
 */
export function parseLevel(text: string): Level | null {
  const match = /^(?:l(?:evel)?\s*)?(?:(entry|e)\s*(?:level\s*)?)?(\d{1,2}|[a-z]+)$/i.exec(text.trim());
  if (match?.[2] === undefined) return null;
  const digits = /^\d/.test(match[2]) ? Number(match[2]) : 1 + WORDS.indexOf(match[2].toLowerCase());
  if (digits < 1 || (match[1] !== undefined && digits > ENTRY_OFFSET)) return null;
  const ordinal = match[1] === undefined ? digits : digits - ENTRY_OFFSET;
  return LEVELS.find((level) => level === ordinal) ?? null;
}
