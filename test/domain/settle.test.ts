import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/ask/input-error.js';
import { openText } from '../../src/ask/open-text.js';
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

describe('settling both bounds of a statement', () => {
  const table = 'group,ref,title,level,credit,glh\nA,X,One,3,20,10\n';
  const session = (rule: string) =>
    openText({
      model: `title: T\nunits: u.csv\ngroups: { A: a }\nrule: [${rule}]\nparameters: { p: {}, q: {} }\n`,
      units: table,
    });
  const asked = async (rule: string, set: Readonly<Record<string, number>>): Promise<unknown> =>
    session(rule)
      .range({ set })
      .then(
        ({ status }) => status,
        (reason: unknown) => (reason instanceof InputError ? reason.issues.map(({ message }) => message) : reason),
      );

  it.each([
    ['between p and 9 credits', { p: 10 }, 'p is set to 10, and so the lower bound 10'],
    ['between 9 and p credits from A', { p: 8.5 }, 'p is set to 8.5, and so the lower bound 9'],
    ['between p and q units', { p: 2, q: 1 }, 'p is set to 2 and q is set to 1, and so the lower bound 2'],
    ['any of (at least 1 unit; between p and 9 GLH)', { p: 10 }, 'p is set to 10, and so the lower bound 10'],
  ])('refuses values that leave nothing between them: %s', async (rule, set, message) => {
    expect(await asked(`'${rule}'`, set)).toEqual([expect.stringContaining(message)]);
  });

  it('takes one value for both', async () => {
    expect(await asked('between p and q credits', { p: 20, q: 20 })).toBe('answered');
  });
});
