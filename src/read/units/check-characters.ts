import { warning, type Issue } from '../../domain/issue.js';
import { expectedNumberCharacter, expectedUnitLetter, referenceKey } from '../../domain/reference.js';
import type { Place } from '../../domain/source.js';
import type { UnitRow } from '../../domain/unit.js';
import { quote } from '../../domain/quote.js';

/** A warning for each Ofqual unit reference, in `ref` or `urn`, whose letter does not go with its digits. */
export function checkUnitLetters(rows: readonly UnitRow<unknown>[]): Issue[] {
  return rows.flatMap((row) =>
    [row.ref, ...(row.urn === null ? [] : [row.urn])].flatMap((reference) => checkUnitLetter(reference, row.place)),
  );
}

function checkUnitLetter(reference: string, place: Place): Issue[] {
  const expected = expectedUnitLetter(reference);
  const key = referenceKey(reference);
  if (expected === null || key.startsWith(expected)) return [];
  const message = `The unit reference ${reference} is mistyped: its digits go with the letter ${expected} (${expected}${key.slice(1)}), or a digit is wrong.`;
  return [warning('check-character', message, place)];
}

/** A warning when a qualification number has not the shape `NNN/NNNN/C`, or its last character is not the right one. */
export function checkQualificationNumber(number: string, place: Place): Issue[] {
  const expected = expectedNumberCharacter(number);
  if (expected === null) {
    const message = `${quote(number)} has not the shape of an Ofqual qualification number, such as 601/3435/5.`;
    return [warning('number-shape', message, place)];
  }
  const right = `${number.trim().slice(0, -1)}${expected}`;
  if (right === number.trim().toUpperCase()) return [];
  const message = `The qualification number ${number} is mistyped: it would have to end in ${expected} (${right}), or a digit is wrong.`;
  return [warning('check-character', message, place)];
}
