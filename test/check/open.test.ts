import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSolver } from '../../src/solvers/create-solver.js';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Issue } from '../../src/domain/issue.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import { setParameters } from '../../src/domain/qualification.js';
import { checkModel } from '../../src/check/model.js';
import { scopeOf } from '../../src/check/scope.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { createOracle } from '../../src/methods/oracle.js';
import { arbitraryProblem, problemOf } from '../support/arbitrary-problem.js';
import { everyPathway } from '../support/brute-force.js';
import { statementFor, type BriefUnit, rowsOf } from '../support/small-qualification.js';

/** For all questions of the tests in this file together. */
const store = createDiagramStore();
const method = createDiagramMethod(store);
const MEANS = {
  oracle: createOracle(method, NO_DEADLINE),
  store,
  method,
  confirmers: [],
  deadline: NO_DEADLINE,
  solver: createSolver('auto'),
};
const PLACES = { groups: new Map(), published: new Map(), groupTotals: new Map(), groupRequired: new Map() };

const issuesOf = async (specification: Specification): Promise<readonly Issue[]> => {
  const { issues } = await checkModel(specification, PLACES, { settings: new Map(), equivalences: [] }, MEANS);
  return issues;
};

/** The problem's specification with the figure of its first amount left open as `x`; null when it has no amount. */
function leaveOpen(problem: Problem): Specification | null {
  const at = problem.conditions.findIndex(({ kind }) => kind === 'amount');
  const opened = problem.conditions[at];
  if (opened?.kind !== 'amount') return null;
  const place = { file: 'random.yaml', line: 1, column: 1 };
  const rule = problem.conditions.map((statement, index): Statement<Threshold> => {
    if (index !== at) return statement;
    return { ...opened, interval: { min: { parameter: 'x' }, max: null } };
  });
  const parameters = new Map([['x', { name: 'x', min: null, max: null, note: null, place }]]);
  return { ...problem.qualification.specification, rule, parameters };
}

describe('what is proved of a rule with an open figure', () => {
  it('holds for every value of it', async () => {
    let proved = 0;
    await fc.assert(
      fc.asyncProperty(
        arbitraryProblem({ minEntries: 2, maxEntries: 6, minConditions: 2, maxConditions: 4, depth: 1, same: 0 }),
        fc.nat(12),
        async (drawn, value) => {
          const problem = { ...drawn, achieved: drawn.achieved.map(() => false) };
          const specification = leaveOpen(problem);
          fc.pre(specification !== null);
          const issues = await issuesOf(specification);
          const conditions = specification.rule.map((statement) => setParameters(statement, new Map([['x', value]])));
          const pathways = everyPathway({ ...problem, conditions });
          const refusals = issues.filter(({ severity }) => severity === 'error');
          expect(refusals.length === 0 || pathways.length === 0).toBe(true);
          const lines = issues.flatMap(({ code, source }) =>
            code === 'unit-in-no-pathway' && source !== null && 'line' in source ? [source.line] : [],
          );
          const counted = new Set(pathways.flat().map((index) => problem.entries[index]?.identity));
          const unused = problem.entries.filter(({ place }) => lines.includes(place.line));
          expect(unused.filter(({ identity }) => counted.has(identity))).toEqual([]);
          proved += refusals.length + lines.length;
        },
      ),
      { numRuns: 300 },
    );
    expect(proved).toBeGreaterThan(30);
  });
});

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['B', 'B1', 3, 5, 21],
  ['B', 'B2', 2, 3, 20],
];

/** A specification in which the credit of B1 is not confirmed yet. */
function withOpenCredit(rule: readonly string[]): Specification {
  const rows = rowsOf(UNITS).map((row) =>
    row.ref === 'B1' ? { ...row, credit: { open: 'B1.credit', min: null, max: null } } : row,
  );
  const { specification } = problemOf(rowsOf(UNITS), []).qualification;
  return { ...specification, rows, rule: rule.map((text) => statementFor(UNITS, text)) };
}

describe('an open credit value', () => {
  it('keeps those statements out that look at it, at any depth', () => {
    const rule = [
      'at least 8 credits',
      'at least 5 credits from A',
      'at least 2 units from B',
      'at least 40 GLH from B',
      'at least 3 credits at level 2',
      'at least 50% of credits are from A',
      'any unit from A needs at least 3 credits from B',
      'any of (at least 1 unit from A; all of (at least 3 credits from units B1, B2; all units from A))',
    ];
    const specification = withOpenCredit(rule);
    const { leftOut, open } = scopeOf(specification, new Map());
    expect(open).toEqual(['B1.credit']);
    expect(leftOut.map((statement) => specification.rule.indexOf(statement))).toEqual([0, 5, 6, 7]);
  });

  it('is told with what waits for it, and leaves the rest to be proved', async () => {
    const issues = await issuesOf(withOpenCredit(['at least 8 credits', 'at least 6 credits from A']));
    expect(issues.map(({ code, message }) => [code, message])).toEqual([
      ['group-not-mentioned', expect.stringContaining('group B') as string],
      ['open-value', "B1.credit is open until --set gives it; nothing is proved yet about 'at least 8 credits'."],
      ['never-met', "'at least 6 credits from A' can never be met: the units it looks at hold only 5 credits in all."],
    ]);
  });
});

describe('a statement about what is held', () => {
  it('that asks for more than there is can never be met', async () => {
    const units: readonly BriefUnit[] = [
      ['A', 'U 1', 3, 5, 10],
      ['B', 'U 1', 3, 5, 10],
      ['B', 'U 2', 3, 4, 10],
    ];
    const rule = ['at least 5 credits from A', 'at least 2 credits from B'];
    const messages = async (...more: string[]) => {
      const { qualification } = problemOf(
        rowsOf(units),
        [...rule, ...more].map((text) => statementFor(units, text)),
      );
      return (await issuesOf(qualification.specification)).map(({ message }) => message);
    };
    expect(await messages('at least 9 credits are achieved already')).toEqual([]);
    expect(await messages('at least 10 credits are achieved already')).toEqual([
      "'at least 10 credits are achieved already' can never be met: the units it looks at hold only 9 credits in all.",
    ]);
  });
});
