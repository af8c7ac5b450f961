import { describe, expect, it } from 'vitest';
import { makeCertificate, onePart } from '../../src/certificate/make-certificate.js';
import { objectiveValues } from '../../src/domain/totals.js';
import { bestByBruteForce } from '../support/agreement.js';
import { everyPathway } from '../support/brute-force.js';
import { certifyBest } from '../support/certificates.js';
import { smallProblem } from '../support/small-qualification.js';

const HOURS = [{ sense: 'minimise', measure: { over: 'all', quantity: 'glh' } }] as const;
const PROBLEM = smallProblem(
  [
    ['A', 'U1', 3, 7, 31],
    ['A', 'U2', 3, 11, 47],
    ['A', 'U3', 3, 6, 20],
    ['B', 'U4', 3, 9, 39],
    ['B', 'U5', 3, 13, 61],
    ['B', 'U6', 3, 5, 33],
  ],
  ['exactly 24 credits', 'at least 1 unit from B'],
);

describe('where there is no certificate', () => {
  it('says that the proof would be too large, and never how long it took', async () => {
    const [selection, best] = [bestSelection(), bestByBruteForce(PROBLEM, HOURS)];
    const objectives = HOURS.map((it, at) => ({ ...it, value: best?.[at] ?? Number.NaN }));
    const claim = { kind: 'optimal', selection, objectives } as const;
    expect(makeCertificate(PROBLEM, PROBLEM.conditions, onePart(claim))).toMatchObject({ certified: true });
    expect(makeCertificate(PROBLEM, PROBLEM.conditions, onePart(claim), { nodes: 0, cells: Infinity })).toEqual({
      certified: false,
      why: 'the proof has more than 0 branches and leaves',
    });
  });

  it('says that the claim fails, where it is false', async () => {
    expect(makeCertificate(PROBLEM, PROBLEM.conditions, onePart({ kind: 'infeasible' }))).toEqual({
      certified: false,
      why: 'a selection meets all that is claimed to be impossible',
    });
  });

  it('gives the same certificate for the same question', async () => {
    expect(await certifyBest(PROBLEM, HOURS)).toEqual(await certifyBest(PROBLEM, HOURS));
  });
});

function bestSelection(): readonly number[] {
  const best = String(bestByBruteForce(PROBLEM, HOURS));
  const found = everyPathway(PROBLEM).find((it) => String(objectiveValues(PROBLEM, it, HOURS)) === best);
  if (found === undefined) throw new Error('the problem has a pathway');
  return found;
}
