import fc, { type Arbitrary } from 'fast-check';
import { referenceKey } from '../../src/domain/reference.js';
import type { Names } from '../../src/notation/names.js';

/** Words of the notation and of handbooks, signs between them, and beginnings of other names. */
const WORDS = (
  'above achieved all already and and/or any anywhere apart are at below between both but cannot come compulsory core ' +
  'count counted credit credits do does either elective except exactly excluding fewer from GLH group groups half in ' +
  'include includes is least less level levels majority mandatory max maximum may min. minimum more most must need ' +
  'needs no none not number of only optional or other outside overall per percent plus required requires RPL share ' +
  'taken than that the through title titles to together total under unit units up within without A B L3 Entry 1 3 12 ' +
  '15-20 7.5 50% & / - – : ; , . ( ) " \' “ ” # + = one two learners must-be or-else and+ U CS s'
).split(' ');

/** Names that once went wrong, and some that look as if they could. */
const ODD = [
  'Plus',
  'any',
  'or',
  'units',
  'from',
  'B except units',
  'B except',
  'at level 3',
  'A, B',
  'A; B',
  'say "so"',
  '"quoted"',
  "'C'",
  '“curly”',
  'V(2)',
  'Group A: core',
  'unit 7',
  'all or none of',
  'at least 2',
  'ſ',
  'unitſ',
  'K',
  'oré',
  'İ',
  'ß',
  'A.',
  'B,',
  'none of (x; y)',
];

/** Any name that a table or a model can hold for a group, a unit or a column: some text without control characters. */
export function arbitraryName(): Arbitrary<string> {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
  return fc
    .oneof(
      { weight: 3, arbitrary: words.map((it) => it.join(' ')) },
      { weight: 1, arbitrary: words.map((it) => it.join('')) },
      { weight: 2, arbitrary: fc.constantFrom(...ODD) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 8 }) },
      { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }) },
    )
    .map((name) => name.replace(/\p{C}/gu, '').trim())
    .filter((name) => name !== '');
}

/** Names of groups: two that differ in case or white space alone are one, and no model has both. */
export function arbitraryGroupNames(maxLength = 4): Arbitrary<string[]> {
  const selector = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();
  return fc.uniqueArray(arbitraryName(), { minLength: 1, maxLength, selector });
}

/** References of units, one a unit. */
export function arbitraryReferences(minLength = 2, maxLength = 5): Arbitrary<string[]> {
  return fc.uniqueArray(
    arbitraryName().filter((name) => referenceKey(name) !== ''),
    { minLength, maxLength, selector: referenceKey },
  );
}

/** Names of columns beside those that mean something of their own, and those of measures, which no table may have. */
export function arbitraryColumns(minLength = 0, maxLength = 3): Arbitrary<string[]> {
  const known = [
    'group',
    'ref',
    'title',
    'level',
    'credit',
    'glh',
    'urn',
    'valid-from',
    'valid-to',
    'units',
    'credits',
  ];
  return fc.uniqueArray(
    arbitraryName().filter((name) => !known.includes(name.toLowerCase())),
    { minLength, maxLength, selector: (name) => name.toLowerCase() },
  );
}

/** All the names of one model. */
export function arbitraryNames(): Arbitrary<Names> {
  const urn = fc.constantFrom(null, null, 'K/506/2169', 'L/506/2150');
  const parameters = fc.uniqueArray(
    fc.constantFrom('c-minimum', 'x', 'of', 'and', 'units', 'at', 'than', 'the', 'a.b'),
    {
      maxLength: 3,
    },
  );
  return fc.record({
    groups: arbitraryGroupNames(),
    units: fc
      .tuple(arbitraryReferences(), urn)
      .map(([refs, first]) => refs.map((ref, at) => ({ ref, urn: at === 0 ? first : null }))),
    columns: arbitraryColumns(),
    parameters,
  });
}
