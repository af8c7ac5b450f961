import { warning, type Issue } from '../../domain/issue.js';
import type { Cell } from '../table/cells.js';

const INVISIBLE = /\p{Cf}/gu;

/** The text without characters that cannot be seen: zero-width spaces, marks of direction, soft hyphens. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '').trim();
}

/** A warning for a reference with characters in it that cannot be seen; it is read without them. */
export function checkInvisible({ text, place }: Cell): Issue[] {
  const found = [...new Set(text.match(INVISIBLE))].map(codeOf);
  if (found.length === 0) return [];
  const characters = found.length === 1 ? 'a character' : 'characters';
  const message = `The reference ${withoutInvisible(text)} holds ${characters} that cannot be seen (${found.join(', ')}), and is read without.`;
  return [warning('invisible-character', message, place)];
}

function codeOf(character: string): string {
  const code = character.codePointAt(0);
  if (code === undefined) throw new Error('a character without a code');
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
