import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_DEADLINE } from '../../src/methods/deadline.js';
import type { Issue } from '../../src/domain/issue.js';
import { select, type Problem } from '../../src/domain/problem.js';
import type { Statement } from '../../src/domain/statement.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { checkRule } from '../../src/check/rule.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { createDiagramMethod, createDiagramStore } from '../../src/methods/diagram-method.js';
import { createOracle, type Oracle } from '../../src/methods/oracle.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { arbitraryProblem } from '../support/arbitrary-problem.js';
import { everyPathway, everySelection } from '../support/brute-force.js';
import { smallProblem, type BriefUnit } from '../support/small-qualification.js';

const STORE = createDiagramStore();
const MEANS = [
  { name: 'by the diagram', oracle: createOracle(createDiagramMethod(STORE), NO_DEADLINE), store: STORE },
  {
    name: 'by integer programs',
    oracle: createOracle(createProgramMethod(createSolver('auto')), NO_DEADLINE),
    store: createDiagramStore({ nodeBudget: 0 }),
  },
];

const DRAWN = arbitraryProblem({ minEntries: 2, maxEntries: 7, minConditions: 1, maxConditions: 4, depth: 1 });

/** Some say one thing twice. Random statements share one source; their lines tell them apart. */
const PROBLEMS = fc.tuple(DRAWN, fc.integer({ min: 0, max: 5 })).map(([problem, draw]): Problem => ({
  ...problem,
  conditions: [...problem.conditions, ...problem.conditions.slice(0, draw === 0 ? 1 : 0)].map((statement, index) => ({
    ...statement,
    source: { file: 'random.yaml', line: index + 1, column: 1 },
  })),
}));

const linesWith = (issues: readonly Issue[], code: string): number[] =>
  issues.flatMap((issue) =>
    issue.code === code && issue.source !== null && 'line' in issue.source ? [issue.source.line] : [],
  );

const canBeMet = (problem: Problem, conditions: readonly Statement[]): boolean =>
  everyPathway({ ...problem, conditions }).length > 0;

/** The statements that stand in the notes before what is said of them. */
function namedIn(notes: readonly Issue[], statements: readonly Statement[]): string[] {
  const heads = notes.map(({ message }) => message.split(/ never binds| follow from one another/)[0] ?? '');
  return namesOfAll(statements).filter((name) => heads.some((head) => head.includes(name)));
}

function namesOfAll(statements: readonly Statement[]): string[] {
  return [...new Set(statements.map((statement) => `'${printStatement(statement)}'`))].sort();
}

/** Whether some selection meets all other conditions and breaks this one. */
function binds(problem: Problem, statement: Statement): boolean {
  const at = problem.conditions.indexOf(statement);
  return [...everySelection(problem)].some((selection) => {
    const { conditions, countedTwice } = evaluate(problem, selection);
    return countedTwice.length === 0 && conditions.every(({ holds }, index) => holds === (index !== at));
  });
}

describe.each(MEANS)('a rule checked $name', (means) => {
  it('has exactly the faults that brute force finds', async () => {
    const seen = { neverMet: 0, neverBinds: 0, conflicts: 0, unused: 0, circles: 0 };
    await fc.assert(
      fc.asyncProperty(PROBLEMS, async (problem) => {
        const { issues, complete } = await checkRule(problem, means);
        const lines = (those: readonly Statement[]) => those.map((it) => problem.conditions.indexOf(it) + 1);
        const neverMet = problem.conditions.filter((statement) => !canBeMet(problem, [statement]));
        expect(complete).toBe(true);
        expect(linesWith(issues, 'never-met')).toEqual(lines(neverMet));
        seen.neverMet += neverMet.length;
        if (neverMet.length > 0) return;
        const pathways = everyPathway(problem);
        expect(linesWith(issues, 'conflict').length > 0).toBe(pathways.length === 0);
        seen.conflicts += pathways.length === 0 ? 1 : 0;
        if (pathways.length === 0) return;
        const implied = problem.conditions.filter((statement) => !binds(problem, statement));
        const notes = issues.filter(({ code }) => code === 'never-binds');
        expect(namedIn(notes, implied)).toEqual(namesOfAll(implied));
        expect(linesWith(issues, 'never-binds').every((line) => lines(implied).includes(line))).toBe(true);
        // Whoever leaves out what is noted, of those that follow from one another the first, changes nothing.
        const noted = new Set(linesWith(issues, 'never-binds'));
        const kept = problem.conditions.filter((_, at) => !noted.has(at + 1));
        expect(everyPathway({ ...problem, conditions: kept })).toEqual(pathways);
        seen.circles += notes.filter(({ message }) => message.includes('one another')).length;
        seen.neverBinds += implied.length;
        const identities = new Set(pathways.flat().map((index) => problem.entries[index]?.identity));
        const silent = problem.conditions.flatMap((it) =>
          it.kind === 'not-counted' ? select(problem, it.filter) : [],
        );
        const unused = problem.entries.filter(({ identity, index }) => {
          const own = problem.entries.filter((it) => it.identity === identity);
          return !identities.has(identity) && own[0]?.index === index && own.some((it) => !silent.includes(it.index));
        });
        expect(linesWith(issues, 'unit-in-no-pathway')).toEqual(unused.map(({ place }) => place.line));
        seen.unused += unused.length;
      }),
      { numRuns: 300 },
    );
    for (const count of Object.values(seen)) expect(count).toBeGreaterThan(2);
  });
});

const UNITS: readonly BriefUnit[] = [
  ['A', 'A1', 3, 5, 27],
  ['A', 'A2', 3, 4, 40],
  ['B', 'B1', 3, 5, 21],
  ['B', 'B2', 2, 3, 20],
  ['C', 'C1', 3, 4, 18],
];

const [means] = MEANS as [(typeof MEANS)[number]];
const messagesOf = async (rule: readonly string[], given: Oracle = means.oracle) => {
  const { issues } = await checkRule(smallProblem(UNITS, rule), { ...means, oracle: given });
  return issues.map(({ severity, message }) => `${severity}: ${message}`);
};

describe('what is told of a rule', () => {
  it.each<[string[], string[]]>([
    [['all units from A', 'at least 15 credits'], []],
    [
      ['at least 9 credits from B'],
      ["error: 'at least 9 credits from B' can never be met: the units it looks at hold only 8 credits in all."],
    ],
    [
      ['exactly 6 credits from A'],
      ["error: 'exactly 6 credits from A' can never be met: the nearest figure that its units allow is 5."],
    ],
    [
      ['all units from A', 'exactly 9 credits from A'],
      [
        "note: 'all units from A', 'exactly 9 credits from A' follow from one another, so that none of them binds: leave out one at most, and check again.",
      ],
    ],
    [['at most 30 credits'], ["note: 'at most 30 credits' never binds: no selection of units breaks it."]],
    [
      ['all units from A', 'at least 16 credits', 'at least 3 credits from B', 'at most 4 credits from C'],
      [
        "note: 'at least 3 credits from B' never binds: 'at least 16 credits' implies it.",
        "note: 'at most 4 credits from C' never binds: no selection of units breaks it.",
      ],
    ],
    [
      ['at least 20 credits', 'at most 8 credits from A'],
      [
        "error: No pathway exists, because these cannot hold together: 'at least 20 credits', 'at most 8 credits from A'. A pathway would exist if its figure were 17.",
        "error: No pathway exists, because these cannot hold together: 'at least 20 credits', 'at most 8 credits from A'. A pathway would exist if its figure were 9.",
      ],
    ],
    [
      ['at least 9 credits from A', 'any of (at least 9 credits from B; at least 1 unit from C)'],
      [
        "warning: 'at least 9 credits from B' can never be met: the units it looks at hold only 8 credits in all, so it is no alternative.",
      ],
    ],
    [
      ['at least 9 credits', 'at most one of units C1, B1', 'all units from B'],
      ['warning: C1 (Unit C1) is in no pathway.'],
    ],
    [['at least 9 credits', 'units from C do not count'], []],
  ])('%j', async (rule, messages) => {
    expect(await messagesOf(rule)).toEqual(messages);
  });

  it('counts a unit that is listed twice once', async () => {
    const units: readonly BriefUnit[] = [
      ['A', 'U 1', 3, 2, 10],
      ['B', 'U 1', 3, 2, 10],
    ];
    const { issues } = await checkRule(smallProblem(units, ['at least 3 credits']), means);
    expect(issues.map(({ message }) => message)).toEqual([
      "'at least 3 credits' can never be met: the units it looks at hold only 2 credits in all.",
    ]);
  });

  it('says so when equivalences have merged the units of an idle statement', async () => {
    const problem = smallProblem(UNITS, ['at most one of units B1, C1', 'at least 9 credits']);
    const entries = problem.entries.map((entry) => (entry.ref === 'C1' ? { ...entry, identity: 'B1' } : entry));
    const { issues } = await checkRule({ ...problem, entries }, means);
    expect(issues.map(({ message }) => message)).toEqual([
      "'at most one of units B1, C1' never binds: equivalences make B1 and C1 one unit, of which one counts at most.",
    ]);
  });

  it('is not complete when a limit leaves a question open, and claims nothing about it', async () => {
    const problem = smallProblem(UNITS, ['at least 9 credits from B', 'at most 30 credits']);
    const unsettled: Oracle = async () => 'unsettled';
    expect(await checkRule(problem, { oracle: unsettled, store: createDiagramStore({ nodeBudget: 0 }) })).toEqual({
      issues: [],
      complete: false,
    });
  });
});
