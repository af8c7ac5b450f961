import { didYouMean } from '../../domain/suggest.js';
import { quote } from '../../domain/quote.js';

/** Declared groups by their `groupKey`; null when any name is accepted. */
export type DeclaredGroups = ReadonlyMap<string, string> | null;

/** A group's name reduced to what tells groups apart: case, the amount of white space and characters that cannot be seen make no difference. */
export function groupKey(name: string): string {
  return name
    .replace(/\p{Cf}+/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** The declared group that is probably meant, or all of them: between names such as A and B nothing is near. */
export function suggestGroup(name: string, declared: readonly string[]): string {
  const near = name.trim().length > 2 ? didYouMean(name, declared) : '';
  if (near !== '' || declared.length === 0) return near;
  return `; it declares ${quote(declared.join(', '), 120)}`;
}
