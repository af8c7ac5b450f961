/**
 * A level of the regulated qualifications framework as an ordinal: Entry 1 is -2, Entry 2 is -1, Entry 3 is 0, and
 * levels 1 to 8 are themselves, so that `<` orders them as the framework does.
 */
export type Level = -2 | -1 | 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const ENTRY_OFFSET = 3;

/** Every level, lowest first. */
export const LEVELS: readonly Level[] = [-2, -1, 0, 1, 2, 3, 4, 5, 6, 7, 8];

/** The level as handbooks write it: `Entry 3`, `3`. */
export function formatLevel(level: Level): string {
  return level <= 0 ? `Entry ${level + ENTRY_OFFSET}` : String(level);
}

/** Reads `3`, `Level 3`, `Entry 2`, `E2`; null when the text names no level. */
export function parseLevel(text: string): Level | null {
  const match = /^(?:level\s+)?(?:(entry|e)\s*(?:level\s*)?)?(\d)$/i.exec(text.trim());
  if (match === null) return null;
  const digit = Number(match[2]);
  const ordinal = match[1] === undefined ? digit : digit - ENTRY_OFFSET;
  const valid = match[1] === undefined ? digit >= 1 && digit <= 8 : digit >= 1 && digit <= 3;
  return valid ? (ordinal as Level) : null;
}
