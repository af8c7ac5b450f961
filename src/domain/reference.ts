/**
 * A reference reduced to what tells units apart: references that differ only in white space, case or characters that
 * cannot be seen (a zero-width space, a mark of direction, a soft hyphen) are one.
 *
 * @example
 * ```ts
 * import { referenceKey } from 'qualpath';
 *
 * console.log(referenceKey('cs 12') === referenceKey('CS12')); // true
 * ```
 */
export function referenceKey(reference: string): string {
  return reference.replace(/[\s\p{Cf}]+/gu, '').toUpperCase();
}

const URN = /^([A-Z])\/(\d{3})\/(\d{4})$/;
const QUALIFICATION_NUMBER = /^(\d{3})\/(\d{4})\/([\dX])$/;
const UNIT_LETTERS = 'ADFHJKLMRTY';
const WEIGHTS = [8, 7, 6, 5, 4, 3, 2] as const;

function remainder(digits: string): number {
  return WEIGHTS.reduce((sum, weight, position) => sum + weight * Number(digits[position]), 0) % 11;
}

/** Whether the text has the shape of an Ofqual unit reference, `L/506/2150`. */
export function isUrn(reference: string): boolean {
  return URN.test(referenceKey(reference));
}

/**
 * The letter that the seven digits of a unit reference call for, or null when the text is no unit reference.
 * Weights 8 to 2 over the digits, modulo 11, index `ADFHJKLMRTY`.
 */
export function expectedUnitLetter(reference: string): string | null {
  const match = URN.exec(referenceKey(reference));
  return match === null ? null : (UNIT_LETTERS[remainder(`${match[2]}${match[3]}`)] ?? null);
}

/** The last character that a qualification number `NNN/NNNN/C` calls for, or null when the text is none. */
export function expectedNumberCharacter(number: string): string | null {
  const match = QUALIFICATION_NUMBER.exec(number.trim().toUpperCase());
  if (match === null) return null;
  const r = remainder(`${match[1]}${match[2]}`);
  return r === 10 ? 'X' : String(r);
}
