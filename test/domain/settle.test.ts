import { describe, expect, it } from 'vitest';
import { settle } from '../../src/domain/qualification.js';
import type { Settings } from '../../src/domain/settings.js';
import { namesToSet, openNames } from '../../src/domain/open-names.js';
import { openLibrary } from '../../src/node/library.js';

const loaded = openLibrary().load('level-2-diploma-customer-service');
if (!loaded.ok) throw new Error('the draft does not load');
const draft = loaded.value.specification;

const VALUES: readonly (readonly [string, number])[] = [
  ['B&A 38.credit', 10],
  ['B&A 38.glh', 74],
  ['a-credits', 25],
  ['c-minimum', 10],
  ['d-maximum', 6],
];

const codes = (settings: Settings): string[] => {
  const settled = settle(draft, settings);
  return settled.ok ? [] : settled.issues.map(({ code, message }) => `${code}: ${message}`);
};

describe('settling a draft', () => {
  it('names everything that is open', () => {
    expect(openNames(draft).map(({ name }) => name)).toEqual(VALUES.map(([name]) => name));
    expect(namesToSet(draft).map(({ name }) => name)).toEqual(
      VALUES.map(([name]) => name).filter((name) => !name.endsWith('.glh')),
    );
    expect(codes(new Map())).toHaveLength(3);
  });

  it('sets values by name, white space and case aside', () => {
    const settled = settle(draft, new Map([...VALUES.slice(1), ['b&a38.CREDIT', 10]]));
    const unit = settled.ok ? settled.value.entries.find(({ ref }) => ref === 'B&A 38') : undefined;
    expect(unit).toMatchObject({ credit: 10, glh: 74 });
  });

  it('refuses a name that is not open, with the nearest that is', () => {
    expect(codes(new Map([...VALUES, ['c-minimun', 3]]))).toEqual([expect.stringContaining('did you mean c-minimum?')]);
  });

  it('refuses a value outside the range that its declaration gives', () => {
    expect(codes(new Map([...VALUES.slice(0, 4), ['d-maximum', 26]]))).toEqual([
      expect.stringMatching(/^setting-out-of-range: d-maximum is set to 26.*at most 25/),
    ]);
  });
});
