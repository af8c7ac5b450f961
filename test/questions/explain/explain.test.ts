import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemAt } from '../../../src/domain/item-at.js';
import type { Problem } from '../../../src/domain/problem.js';
import type { Statement } from '../../../src/domain/statement.js';
import { atLeast, between, exactly } from '../../../src/domain/interval.js';
import { EVERY_UNIT, fromGroups } from '../../../src/domain/unit-filter.js';
import { explain, type Outlook } from '../../../src/questions/explain/explain.js';
import { stepsOf } from '../../../src/questions/explain/steps.js';
import { unitsOf } from '../../../src/questions/units-of.js';
import { printStatement } from '../../../src/notation/print-statement.js';
import { arbitraryProblem } from '../../support/arbitrary-problem.js';
import { costOf, everyPathway } from '../../support/brute-force.js';
import { diagramMeans, programMeans } from '../../support/means.js';
import { unitsIn } from '../../support/units.js';

const source = { option: 'drawn' };

/** Rules that ask for something, so that there is something to explain. */
const problems = fc
  .tuple(
    arbitraryProblem({ minEntries: 3, maxEntries: 7, maxConditions: 2, repeats: 0.2 }),
    fc.integer({ min: 2, max: 9 }),
    fc.constantFrom('credits' as const, 'units' as const),
  )
  .map(([problem, least, quantity]): Problem => {
    const interval = atLeast(quantity === 'units' ? Math.ceil(least / 3) : least);
    const asks: Statement = { kind: 'amount', quantity, filter: EVERY_UNIT, interval, source };
    return { ...problem, conditions: [...problem.conditions, asks] };
  });

function newHours(problem: Problem): readonly number[] {
  return problem.entries.map(({ glh, index }) => (problem.achieved[index] === true ? 0 : (glh ?? 0)));
}

function outlook(problem: Problem): Outlook {
  const pathways = everyPathway(problem);
  if (pathways.length === 0) return { status: 'infeasible', least: null, pathways: 0n };
  const hours = newHours(problem);
  const sets = new Set(pathways.map((it) => unitsIn(problem, it)));
  return {
    status: 'optimal',
    least: Math.min(...pathways.map((it) => costOf(it, hours))),
    pathways: BigInt(sets.size),
  };
}

/** The least new hours of the pathways that count none of the units. */
function leastWithout(problem: Problem, identities: readonly string[]): number | null {
  const left = everyPathway(problem).filter(
    (it) => !it.some((at) => identities.includes(itemAt(problem.entries, at).identity)),
  );
  return left.length === 0 ? null : Math.min(...left.map((it) => costOf(it, newHours(problem))));
}

describe('an explanation', () => {
  it('says of every statement and step what solving the changed rule by brute force says', async () => {
    let [binding, steps] = [0, 0];
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const found = await explain(problem, diagramMeans());
        const whole = outlook(problem);
        expect(found.status === 'answered' ? found.least : null).toBe(whole.least);
        for (const [at, { without, steps: own }] of (found.status === 'answered' ? found.statements : []).entries()) {
          const others = problem.conditions.filter((_, index) => index !== at);
          expect(without).toEqual(outlook({ ...problem, conditions: others }));
          binding += (without.least ?? 0) < (whole.least ?? 0) ? 1 : 0;
          for (const step of own) {
            const changed = problem.conditions.with(at, step.statement);
            expect(step.outlook).toEqual(outlook({ ...problem, conditions: changed }));
            steps += 1;
          }
        }
      }),
      { numRuns: 40 },
    );
    expect(binding).toBeGreaterThan(0);
    expect(steps).toBeGreaterThan(20);
  });

  it('withdraws every unit, and every pair that does more harm than either alone', async () => {
    let harmful = 0;
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const found = await explain(problem, diagramMeans());
        const { single, pairs } = (found.status === 'answered' ? found.withdrawals : null) ?? { single: [], pairs: [] };
        for (const { units, least } of single) {
          const [unit] = units;
          expect(least).toBe(leastWithout(problem, [unit?.identity ?? '']));
        }
        const identities = found.status === 'answered' ? unitsOf(problem).map(([{ identity }]) => identity) : [];
        const expected = identities.flatMap((a, at) =>
          identities.slice(at + 1).flatMap((b): (readonly [string, number | null])[] => {
            const [alone, other, both] = [[a], [b], [a, b]].map((it) => leastWithout(problem, it));
            if (alone === null || other === null || alone === undefined || other === undefined) return [];
            return both === null || (both ?? 0) > Math.max(alone, other) ? [[`${a} ${b}`, both ?? null]] : [];
          }),
        );
        const told = pairs.map(({ units, least }) => [units.map(({ identity }) => identity).join(' '), least] as const);
        expect(new Map(told)).toEqual(new Map(expected));
        harmful += told.length;
      }),
      { numRuns: 40 },
    );
    expect(harmful).toBeGreaterThan(0);
  });

  it('knows which groups the pathways of least hours use', async () => {
    const uses = new Set<string>();
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const found = await explain(problem, diagramMeans());
        if (found.status !== 'answered') return;
        const hours = newHours(problem);
        const best = everyPathway(problem).filter((it) => costOf(it, hours) === found.least);
        const expected = [...problem.qualification.specification.groups.keys()].map((group) => {
          const using = best.filter((it) => it.some((at) => itemAt(problem.entries, at).group === group)).length;
          return { group, used: using === 0 ? 'never' : using === best.length ? 'always' : 'sometimes' };
        });
        expect(found.groups).toEqual(expected);
        for (const { used } of expected) uses.add(used);
      }),
      { numRuns: 40 },
    );
    expect([...uses].sort()).toEqual(['always', 'never', 'sometimes']);
  });

  it('leaves out what needs a diagram where there is none, and answers the rest', async () => {
    const [problem] = fc.sample(problems, { numRuns: 1, seed: 5 });
    if (problem === undefined) throw new Error('there is one');
    const [byDiagram, byPrograms] = [await explain(problem, diagramMeans()), await explain(problem, programMeans())];
    expect(byPrograms).toMatchObject({ status: byDiagram.status, withdrawals: null, groups: null });
    const leastOf = (it: typeof byDiagram): unknown =>
      it.status === 'answered' ? it.statements.map(({ without, steps }) => [without.least, steps.length]) : null;
    expect(leastOf(byPrograms)).toEqual(leastOf(byDiagram));
  });
});

describe('the steps of a statement', () => {
  const [drawn] = fc.sample(arbitraryProblem({ minEntries: 6, maxConditions: 0, same: 0 }), { numRuns: 1, seed: 2 });
  if (drawn === undefined) throw new Error('there is one');
  const problem: Problem = drawn;
  const words = (statement: Statement): readonly string[] =>
    stepsOf(problem, statement).map(({ change, statement: it }) => `${change}: ${printStatement(it)}`);

  it.each([
    [
      { kind: 'amount', quantity: 'credits', filter: EVERY_UNIT, interval: atLeast(5), source },
      ['tighter: at least 6 credits', 'looser: at least 4 credits'],
    ],
    [
      { kind: 'amount', quantity: 'units', filter: EVERY_UNIT, interval: exactly(3), source },
      ['down: exactly 2 units', 'up: exactly 4 units'],
    ],
    [
      { kind: 'amount', quantity: 'units', filter: EVERY_UNIT, interval: between(0, 2), source },
      ['tighter: between 1 and 2 units', 'tighter: between 0 and 1 unit', 'looser: between 0 and 3 units'],
    ],
    [{ kind: 'combination', interval: atLeast(1), parts: [], source }, []],
  ] as const)('of %j', (statement, expected) => {
    expect(words(statement as Statement)).toEqual(expected);
  });

  it('never go below nought', () => {
    const filter = fromGroups('A');
    const statement: Statement = { kind: 'not-counted', filter, source };
    expect(words(statement).every((it) => !it.includes('-'))).toBe(true);
  });
});
