import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identify, identityOf, type Equivalence } from '../../src/domain/identity.js';
import { isOfUse, waysOf } from '../../src/domain/using-held.js';
import type { Qualification } from '../../src/domain/qualification.js';
import { holdingsOf, MOST_REMEMBERED } from '../../src/cohort/holdings.js';
import { problemOf } from '../support/arbitrary-problem.js';
import { rowsOf } from '../support/small-qualification.js';

const NAMES = ['U1', 'U2', 'U3', 'U4', 'U5', 'OTHER 1', 'OTHER 2', 'OTHER 3'];
const name = fc.constantFrom(...NAMES);

const equivalence = fc.record({
  unit: name,
  other: name,
  kind: fc.constantFrom('same' as const, 'equivalent' as const, 'replaces' as const),
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
        const { ways, complete, unknown } = holdingsOf(qualification)(held);
        const { ways: covered, complete: all } = waysOf(qualification, held);
        const marked = covered.map((way) => qualification.entries.map(({ identity }) => (way.has(identity) ? 1 : 0)));
        expect(ways.map((way) => [...way])).toEqual(marked);
        expect(complete).toBe(all);
        expect(unknown).toEqual([...new Set(held)].filter((ref) => !isOfUse(qualification, ref)));
      }),
      { numRuns: 500 },
    );
  });

  it('is still known when more spellings have come than are remembered', () => {
    const holdings = holdingsOf(qualificationOf([], true));
    const marked = (reference: string): number[] => [...holdings([reference]).ways[0]];
    for (let at = 0; at <= MOST_REMEMBERED; at++) expect(holdings([`UNKNOWN ${at}`]).unknown).toHaveLength(1);
    expect(marked('U2')).toEqual([0, 1, 0, 0, 0, 0]);
    expect(holdings(['x'.repeat(10_000)]).unknown).toHaveLength(1);
  });
});
