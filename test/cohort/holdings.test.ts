import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import { achievedOf } from '../../src/domain/problem.js';
import type { Qualification } from '../../src/domain/qualification.js';
import { holdingsOf, MOST_REMEMBERED } from '../../src/cohort/holdings.js';
import { problemOf } from '../support/arbitrary-problem.js';
import { rowsOf } from '../support/small-qualification.js';

const NAMES = ['U1', 'U2', 'U3', 'U4', 'U5', 'OTHER 1', 'OTHER 2', 'OTHER 3'];
const name = fc.constantFrom(...NAMES);

const equivalence = fc.record({
  unit: name,
  other: name,
  kind: fc.constantFrom('same' as const, 'equivalent' as const),
  basis: fc.constant('drawn at random'),
  place: fc.constant({ file: 'equivalences.csv', line: 2, column: 1 }),
});

function qualificationOf(equivalences: readonly Equivalence[], equivalentsAccepted: boolean): Qualification {
  const rows = rowsOf(NAMES.slice(0, 5).map((ref, at) => [at < 3 ? 'A' : 'B', ref, 1, 1, 1] as const));
  const twice = [...rows, { ...rowsOf([['B', 'U1', 1, 1, 1]])[0], urn: 'A/111/1111' }];
  const { qualification } = problemOf(twice as typeof rows, []);
  const identities = identify(twice as typeof rows, equivalences);
  const entries = qualification.entries.map((entry) => ({ ...entry, identity: identityOf(identities, entry.ref) }));
  const specification = { ...qualification.specification, equivalentsAccepted };
  return { ...qualification, entries, identities, specification };
}

describe('what a reference achieves', () => {
  it('is what the domain says of it, alone and with others', () => {
    const references = fc.array(fc.oneof(name, fc.constantFrom(' u 1 ', 'a/111/1111', 'other1', '?')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.array(equivalence, { maxLength: 5 }), fc.boolean(), references, (rows, accepted, held) => {
        const qualification = qualificationOf(rows, accepted);
        const holdings = holdingsOf(qualification);
        const marked = qualification.entries.map(() => false);
        for (const reference of held) for (const index of holdings(reference)) marked[index] = true;
        expect(marked).toEqual(achievedOf(qualification, held));
      }),
      { numRuns: 500 },
    );
  });

  it('is still known when more spellings have come than are remembered', () => {
    const holdings = holdingsOf(qualificationOf([], true));
    for (let at = 0; at <= MOST_REMEMBERED; at++) expect(holdings(`UNKNOWN ${at}`)).toEqual([]);
    expect(holdings('U2')).toEqual([1]);
    expect(holdings('x'.repeat(10_000))).toEqual([]);
  });
});
