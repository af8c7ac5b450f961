import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atLeast, atMost, between, exactly, type Interval } from '../../../src/domain/interval.js';
import type { Statement } from '../../../src/domain/statement.js';
import { EVERY_UNIT, fromGroups, fromUnits } from '../../../src/domain/unit-filter.js';
import { buildDiagram } from '../../../src/diagram/build/build.js';
import { contains, nodeCount, type Diagram } from '../../../src/diagram/diagram.js';
import { evaluate } from '../../../src/evaluate/evaluate.js';
import { arbitraryProblem, problemOf } from '../../support/arbitrary-problem.js';
import { everySelection } from '../../support/brute-force.js';
import { built } from '../built.js';
import { plainQualification } from '../../../src/benchmark/families/plain.js';

const SOURCE = { file: 'test.yaml', line: 1, column: 1 };
const INTERVALS: readonly Interval[] = [
  atLeast(1),
  atLeast(2),
  atMost(0),
  atMost(1),
  exactly(1),
  exactly(2),
  between(1, 3),
];

function row(group: string, ref: string, credit: number) {
  const place = { file: 'test.csv', line: 1, column: 1 };
  return {
    group,
    ref,
    urn: null,
    title: ref,
    level: 2 as const,
    credit,
    glh: credit,
    columns: new Map(),
    figures: new Map(),
    place,
  };
}

function credits(group: string, interval: Interval): Statement {
  return { kind: 'amount', quantity: 'credits', filter: fromGroups(group), interval, source: SOURCE };
}

/** Each node as its level and its two children. */
function nodesOf({ arcs, first, entries }: Diagram): readonly string[] {
  const nodes: string[] = [];
  for (let level = 0; level < entries.length; level++) {
    const [begin, end] = [first[level] ?? 0, first[level + 1] ?? 0];
    for (let node = begin; node < end; node++) nodes.push(`${level}: ${arcs[2 * node]} ${arcs[2 * node + 1]}`);
  }
  return nodes;
}

describe('the paths of a diagram', () => {
  it('are exactly the selections that the evaluator accepts', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 10, maxConditions: 3 }), (problem) => {
        const diagram = built(problem);
        const wrong = [...everySelection(problem)].filter(
          (selection) => contains(diagram, selection) !== evaluate(problem, selection).holds,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('are exactly the right selections when one deeply nested condition stands alone', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 7, maxConditions: 1, depth: 4 }), (problem) => {
        const diagram = built(problem);
        const wrong = [...everySelection(problem)].filter(
          (selection) => contains(diagram, selection) !== evaluate(problem, selection).holds,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  // Sums of 0, 1 and 2 are the numbers of the two outcomes and of the first node, and a share runs through -1: none of
  // them may be taken for a mark that says "decided".
  it('do not take a sum for an outcome', () => {
    const rows = [row('A', 'A1', 1), row('A', 'A2', 1), row('B', 'B1', 0), row('B', 'B2', 2), row('C', 'C1', 1)];
    const whole = { kind: 'share', quantity: 'credits', whole: EVERY_UNIT, source: SOURCE } as const;
    const share: Statement = { ...whole, part: fromGroups('A'), percent: atLeast(50) };
    const wrong = INTERVALS.flatMap((a) =>
      INTERVALS.flatMap((b) =>
        [atLeast(1), exactly(0), exactly(2)].flatMap((interval) => {
          const parts = [credits('A', a), credits('B', b), share];
          const problem = problemOf(rows, [{ kind: 'combination', interval, parts, source: SOURCE }]);
          const diagram = built(problem);
          const differs = [...everySelection(problem)].filter(
            (selection) => contains(diagram, selection) !== evaluate(problem, selection).holds,
          );
          return differs.map((selection) => ({ a, b, interval, selection }));
        }),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('keep at most one entry of a unit that is listed twice', () => {
    const problem = problemOf([row('A', 'X', 1), row('B', 'X', 1)], []);
    const diagram = built(problem);
    expect([[], [0], [1], [0, 1]].map((selection) => contains(diagram, selection))).toEqual([true, true, true, false]);
  });

  it('are none for a selection that names an entry twice or one that is none', () => {
    const diagram = built(problemOf([row('A', 'X', 1)], []));
    expect([[0, 0], [1], [-1]].map((selection) => contains(diagram, selection))).toEqual([false, false, false]);
  });
});

describe('a diagram', () => {
  it('has one path and no node when there is no entry', () => {
    const diagram = built(problemOf([], []));
    expect([nodeCount(diagram), contains(diagram, [])]).toEqual([0, true]);
  });

  it('has no node when no pathway exists', () => {
    const diagram = built(problemOf([row('A', 'X', 1)], [credits('A', atLeast(2))]));
    expect([nodeCount(diagram), contains(diagram, []), contains(diagram, [0])]).toEqual([0, false, false]);
  });

  it('has no two nodes of a level with the same children, and no node without a pathway', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 10, maxConditions: 3 }), (problem) => {
        const nodes = nodesOf(built(problem));
        expect(new Set(nodes).size).toBe(nodes.length);
        expect(nodes.filter((node) => node.endsWith(': 0 0'))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same every time', () => {
    fc.assert(
      fc.property(arbitraryProblem({ maxEntries: 10 }), (problem) => {
        expect(built(problem)).toEqual(built(problem));
      }),
      { numRuns: 100 },
    );
  });

  it('stays exact where it is worth while to prepare the conjunction', () => {
    const member = { units: 64, groups: 4, credits: 40, seed: 7 };
    const problem = plainQualification(member).problem;
    const diagram = built(problem);
    let state = 1;
    const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    const selections = Array.from({ length: 4000 }, () => {
      const density = random() / 2;
      return problem.entries.filter(({ group }) => group === 'A' || random() < density).map(({ index }) => index);
    });
    const verdicts = selections.map((selection) => evaluate(problem, selection).holds);
    expect(selections.map((selection) => contains(diagram, selection))).toEqual(verdicts);
    expect(new Set(verdicts).size).toBe(2);
  });
});

describe('the node budget', () => {
  const problem = plainQualification({ units: 75, groups: 4, credits: 70, seed: 2 }).problem;

  it('stops a diagram that takes more', () => {
    const outcomes = [0, 10, 1000, 20_000].map((nodeBudget) => buildDiagram(problem, { nodeBudget }));
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 4 }, () => 'too-large'));
  });

  it('is also a time, after which a diagram counts as too large', () => {
    expect(buildDiagram(problem, { milliseconds: -1 }).kind).toBe('too-large');
    expect(buildDiagram(problem, { milliseconds: 600_000 }).kind).toBe('diagram');
  });

  it('says how many nodes were made, not far beyond the budget', () => {
    const outcome = buildDiagram(problem, { nodeBudget: 20_000 });
    const nodes = outcome.kind === 'too-large' ? outcome.nodes : 0;
    expect(nodes).toBeGreaterThan(20_000);
    expect(nodes).toBeLessThan(21_000);
  });

  it('is enough when it is what the diagram was made with', () => {
    const { made } = built(problem);
    expect([made, made - 1].map((nodeBudget) => buildDiagram(problem, { nodeBudget }).kind)).toEqual([
      'diagram',
      'too-large',
    ]);
  });

  it('holds within nested lists too', () => {
    const parts = ['B', 'C', 'D'].map((group): Statement => ({
      kind: 'amount',
      quantity: 'glh',
      filter: fromGroups(group),
      interval: exactly(100),
      source: SOURCE,
    }));
    const nested: Statement = { kind: 'combination', interval: exactly(2), parts, source: SOURCE };
    const outcome = buildDiagram({ ...problem, conditions: [nested] }, { nodeBudget: 5000 });
    expect(outcome.kind).toBe('too-large');
  });
});

describe('large numbers', () => {
  it('cost nothing but their differences', () => {
    const rows = Array.from({ length: 12 }, (_, at) => row('A', `U ${at}`, 999_999_937 - at));
    const interval = between(2_999_999_787, 2_999_999_796);
    const problem = problemOf(rows, [
      credits('A', interval),
      {
        kind: 'not-counted',
        filter: fromUnits('U 3'),
        source: SOURCE,
      },
    ]);
    const diagram = built(problem);
    const wrong = [...everySelection(problem)].filter(
      (selection) => contains(diagram, selection) !== evaluate(problem, selection).holds,
    );
    expect(wrong).toEqual([]);
    expect(nodeCount(diagram)).toBeGreaterThan(12);
  });
});
