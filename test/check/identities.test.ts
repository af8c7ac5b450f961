import { describe, expect, it } from 'vitest';
import type { Equivalence } from '../../src/domain/identity.js';
import { pose } from '../../src/domain/pose.js';
import type { Specification } from '../../src/domain/specification.js';
import { checkIdentities, suggestForUnknown } from '../../src/check/identities.js';
import { proposeMatches } from '../../src/questions/match-units.js';
import { valueOf } from '../read/issues.js';
import { openLibrary } from '../../src/node/library.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const specificationOf = (units: readonly BriefUnit[], titles: Readonly<Record<string, string>> = {}): Specification => {
  const { specification } = smallProblem(units, []).qualification;
  return { ...specification, rows: specification.rows.map((row) => ({ ...row, title: titles[row.ref] ?? row.title })) };
};

const row = (unit: string, other: string, kind: Equivalence['kind']): Equivalence => ({
  unit,
  other,
  kind,
  basis: 'test',
  place: { file: 'equivalences.csv', line: 2, column: 1 },
});

describe('a unit held under another reference', () => {
  const specification = specificationOf([['A', 'CS 30', 3, 4, 19]]);
  const achieved = (equivalences: readonly Equivalence[], held: string, accepted: boolean): boolean[] => {
    const posed = pose({ ...specification, equivalentsAccepted: accepted }, { achieved: [held] }, equivalences);
    return posed.ok ? [...posed.value.achieved] : [];
  };

  it('counts when a row says that it is the same, in every qualification', () => {
    const same = [row('CS 30', 'K/506/2169', 'same')];
    expect(achieved(same, 'k/506/2169', true)).toEqual([true]);
    expect(achieved(same, 'K/506/2169', false)).toEqual([true]);
  });

  it('counts as an equivalent only where equivalents are accepted', () => {
    const equivalent = [row('K/506/2169', 'CS30', 'equivalent')];
    expect(achieved(equivalent, 'K/506/2169', true)).toEqual([true]);
    expect(achieved(equivalent, 'K/506/2169', false)).toEqual([false]);
  });

  it('covers one unit of the qualification, never two', () => {
    const two = specificationOf([
      ['A', 'X 1', 3, 5, 10],
      ['A', 'Y 1', 3, 5, 10],
    ]);
    const rows = [
      row('X 1', 'Y 1', 'equivalent'),
      row('OLD 1', 'X 1', 'equivalent'),
      row('OLD 1', 'Y 1', 'equivalent'),
    ];
    const achievedWith = (held: string): boolean[] => {
      const posed = pose(two, { achieved: [held] }, rows);
      return posed.ok ? [...posed.value.achieved] : [];
    };
    expect(achievedWith('Y 1')).toEqual([false, true]);
    expect(achievedWith('OLD 1')).toEqual([true, false]);
  });

  it('counts by white space and case alone', () => {
    expect(achieved([], 'cs30', false)).toEqual([true]);
    expect(achieved([], 'CS 31', true)).toEqual([false]);
  });
});

describe('conflicting data for one unit', () => {
  it('are warned about, within a class of same units', () => {
    const one = specificationOf([['A', 'CS 41', 4, 5, 14]]);
    const two = specificationOf([['A', 'CS41', 4, 4, 14]]);
    const three = specificationOf([['A', 'Y/506/2183', 3, 5, 14]]);
    const issues = checkIdentities([one, two, three], [row('CS 41', 'Y/506/2183', 'same')]);
    expect(issues.map(({ code, severity }) => `${code} ${severity}`)).toEqual([
      'identity-conflict warning',
      'identity-conflict warning',
    ]);
    expect(checkIdentities([one, two, three], [])).toHaveLength(1);
    expect(checkIdentities([one], [])).toEqual([]);
  });

  it('are found in the shipped drafts, which give B&A 38, CS 41 different figures', () => {
    const library = openLibrary();
    const specifications = valueOf(library.list()).flatMap(({ file }) => {
      const loaded = library.load(file);
      return loaded.ok ? [loaded.value.specification] : [];
    });
    const equivalences = library.equivalences();
    const issues = checkIdentities(specifications, equivalences.ok ? equivalences.value : []);
    const refs = issues.map(({ message }) => message.replace(/ \(.*$/, ''));
    expect(specifications).toHaveLength(5);
    expect([...new Set(refs)].sort()).toEqual(['B&A 38', 'CS 41']);
  });

  it('a reference that nothing knows gets a suggestion', () => {
    const issues = suggestForUnknown(
      [specificationOf([['A', 'CS 30', 3, 4, 19]])],
      [row('Q 1', 'Q 2', 'same')],
      ['CS 3O', 'q2', 'cs30'],
    );
    expect(issues.map(({ message }) => message)).toEqual([expect.stringContaining('did you mean CS 30?')]);
  });
});

describe('proposals for the equivalences table', () => {
  const one = specificationOf(
    [
      ['A', 'A1', 3, 4, 19],
      ['A', 'A2', 3, 4, 22],
      ['A', 'A3', 2, 3, 10],
    ],
    { A1: "Resolve customers' problems", A2: 'Lead a team', A3: 'Use hand tools' },
  );
  const two = specificationOf(
    [
      ['B', 'B1', 3, 4, 19],
      ['B', 'B2', 3, 5, 22],
      ['B', 'B3', 2, 3, 10],
    ],
    { B1: 'Resolve customers’ problems', B2: 'Lead a small team', B3: 'Keep bees' },
  );

  it('come best first, with why', () => {
    const proposals = proposeMatches(one, two, []);
    expect(proposals.map(({ unit, other, kind }) => [unit.ref, other.ref, kind])).toEqual([
      ['A1', 'B1', 'same'],
      ['A2', 'B2', 'equivalent'],
    ]);
    expect(proposals[1]?.basis).toContain('credit 4 against 5');
  });

  it('leave out what is joined already', () => {
    expect(proposeMatches(one, two, [row('A1', 'B1', 'equivalent'), row('A2', 'B2', 'same')])).toEqual([]);
  });

  it('never call units the same by their title alone', () => {
    const proposals = proposeMatches(
      specificationOf([['A', 'A1', 3, 4, 19]], { A1: 'Lead a team' }),
      specificationOf([['A', 'B1', 3, 5, 19]], { B1: 'Lead a team' }),
      [],
    );
    expect(proposals.map(({ kind }) => kind)).toEqual(['equivalent']);
  });
});
