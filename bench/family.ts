/**
 * The made-up family of growing size: one least-hours question answered from nothing by the diagram (build and sweep)
 * and by both solvers (compile and solve), in one run. A solver that is not done in time shows its limit.
 * `bench/diagram/growth.ts` shows nodes and memory of the same family.
 *
 *     npm run bench:family
 */
import { deadlineIn } from '../src/methods/deadline.js';
import { DEFAULT_OBJECTIVES, type Objective } from '../src/domain/measure.js';
import { createDiagramMethod, createDiagramStore } from '../src/methods/diagram-method.js';
import type { Method } from '../src/methods/method.js';
import { createProgramMethod } from '../src/methods/program-method.js';
import { measureSelection } from '../src/domain/totals.js';
import type { Problem } from '../src/domain/problem.js';
import { createSolver } from '../src/solvers/create-solver.js';
import { FAMILY, makeProblem } from './diagram/family.js';

const A_WHILE = 20_000;
const OBJECTIVES: readonly Objective[] = DEFAULT_OBJECTIVES.slice(0, 1);

/** A fresh diagram for every question, so that its build counts. */
const METHODS: readonly { readonly name: string; readonly make: () => Method }[] = [
  { name: 'diagram', make: () => createDiagramMethod(createDiagramStore()) },
  { name: 'javascript-lp-solver', make: () => createProgramMethod(createSolver('javascript-lp-solver')) },
  { name: 'highs', make: () => createProgramMethod(createSolver('highs')) },
];

async function time(problem: Problem, method: Method): Promise<{ text: string; value: number | null }> {
  const start = performance.now();
  const claim = await method.best(problem, OBJECTIVES, deadlineIn(A_WHILE));
  const text = `${(performance.now() - start).toFixed(1)} ms`;
  if (claim.status !== 'optimal') return { text: `${claim.status} after ${text}`, value: null };
  const [objective] = OBJECTIVES;
  return {
    text,
    value: objective === undefined ? null : measureSelection(problem, claim.selection, objective.measure),
  };
}

console.log(`${'units groups credits'.padEnd(24)}${METHODS.map(({ name }) => name.padStart(32)).join('')}`);
for (const member of FAMILY) {
  const problem = makeProblem(member);
  const cells: string[] = [];
  const values = new Set<number>();
  for (const { make } of METHODS) {
    const { text, value } = await time(problem, make());
    cells.push(text.padStart(32));
    if (value !== null) values.add(value);
  }
  if (values.size > 1) throw new Error(`the methods disagree: ${[...values].join(', ')}`);
  console.log(`${`${member.units} ${member.groups} ${member.credits}`.padEnd(24)}${cells.join('')}`);
}
