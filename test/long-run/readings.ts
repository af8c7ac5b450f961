import { compile } from '../../src/compile/compile.js';
import { contains, type Diagram } from '../../src/diagram/diagram.js';
import { buildDiagram } from '../../src/diagram/build/build.js';
import { count } from '../../src/diagram/query/count.js';
import { goalOf } from '../../src/diagram/query/goal.js';
import { shortest } from '../../src/diagram/query/shortest.js';
import type { Objective } from '../../src/domain/measure.js';
import type { Problem, Selection } from '../../src/domain/problem.js';
import { objectiveValues } from '../../src/domain/totals.js';
import type { Statement, Threshold } from '../../src/domain/statement.js';
import { evaluate } from '../../src/evaluate/evaluate.js';
import { prepareEvaluator } from '../../src/evaluate/prepare-evaluator.js';
import { namesOf } from '../../src/notation/names.js';
import { parseStatement } from '../../src/notation/parse-statement.js';
import { printStatement } from '../../src/notation/print-statement.js';
import type { Method } from '../../src/methods/method.js';
import { answersOf, bestByBruteForce } from '../support/agreement.js';
import { everySelection } from '../support/brute-force.js';
import { canHold } from '../support/rows.js';

/** What comparing every reading of one problem came to; nothing disagrees when `disagreements` is empty. */
export interface Comparison {
  readonly disagreements: readonly string[];
  readonly selections: number;
  readonly pathways: number;
  /** Names of methods that left the problem alone because a number in it is too large for them. */
  readonly declined: readonly string[];
}

const ANY_PATHWAY = { sense: 'minimise', terms: [] } as const;

/**
 * Reads one problem in every way there is and compares: evaluators, rows and diagram on every selection; the number of
 * pathways; and the best pathway under the objectives by brute force, by every method, and by the diagram.
 */
export async function compareReadings(
  problem: Problem,
  objectives: readonly Objective[],
  methods: readonly Method[],
): Promise<Comparison> {
  const selections = [...everySelection(problem)];
  const pathways = selections.filter((selection) => evaluate(problem, selection).holds);
  const best = bestByBruteForce(problem, objectives);
  const answers = await answersOf(problem, objectives, methods);
  const declined = methods.map(({ name }) => name).filter((name) => hasDeclined(answers[name]));
  const wrong = Object.entries(answers).filter(
    ([name, answer]) => !declined.includes(name) && JSON.stringify(answer) !== JSON.stringify(best),
  );
  const disagreements = [
    ...problem.conditions.flatMap((statement) => comparePrinted(problem, statement)),
    ...comparePrepared(problem, selections, new Set(pathways)),
    ...compareRows(problem, selections, new Set(pathways)),
    ...compareDiagram(problem, objectives, { selections, pathways, best }),
    ...wrong.map(([name, answer]) => `${name} says ${JSON.stringify(answer)}, brute force ${JSON.stringify(best)}`),
  ];
  return { disagreements, selections: selections.length, pathways: pathways.length, declined };
}

function comparePrinted({ qualification }: Problem, statement: Statement): readonly string[] {
  const text = printStatement(statement);
  const parsed = parseStatement({ kind: 'line', text, source: statement.source }, namesOf(qualification.specification));
  const read = parsed.ok ? withoutPlaces(parsed.value) : parsed.issues.map(({ message }) => message).join(' ');
  return read === withoutPlaces(statement) ? [] : [`'${text}' is read back as ${read}`];
}

function withoutPlaces(statement: Statement<Threshold>): string {
  return JSON.stringify(sorted(statement));
}

/** The same data with keys in one order, without places. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'source');
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, it]) => [key, sorted(it)]));
}

function hasDeclined(answer: unknown): boolean {
  return typeof answer === 'object' && answer !== null && 'limit' in answer && answer.limit === 'size';
}

/** The evaluator that is prepared once for many selections. */
function comparePrepared(
  problem: Problem,
  selections: readonly Selection[],
  pathways: ReadonlySet<Selection>,
): readonly string[] {
  const isPathway = prepareEvaluator(problem);
  const marked = (selection: Selection): Uint8Array => {
    const counted = new Uint8Array(problem.entries.length);
    for (const index of selection) counted[index] = 1;
    return counted;
  };
  return selections
    .filter((selection) => isPathway(marked(selection)) !== pathways.has(selection))
    .map((selection) => `the prepared evaluator and the evaluator part on the entries ${selection.join(', ')}`);
}

function compareRows(
  problem: Problem,
  selections: readonly Selection[],
  pathways: ReadonlySet<Selection>,
): readonly string[] {
  const program = compile(problem, ANY_PATHWAY);
  return selections
    .filter((selection) => canHold(program, problem.entries.length, selection) !== pathways.has(selection))
    .map((selection) => `the rows and the evaluator part on the entries ${selection.join(', ')}`);
}

interface Truth {
  readonly selections: readonly Selection[];
  readonly pathways: readonly Selection[];
  readonly best: readonly number[] | null;
}

function compareDiagram(problem: Problem, objectives: readonly Objective[], truth: Truth): readonly string[] {
  const diagram = buildDiagram(problem);
  if (diagram.kind === 'too-large') return [`the diagram of ${problem.entries.length} entries is too large`];
  return [
    ...compareMembers(diagram, truth),
    ...(count(diagram) === BigInt(truth.pathways.length)
      ? []
      : [`the diagram counts ${count(diagram)} pathways, brute force ${truth.pathways.length}`]),
    ...compareOptimum(problem, objectives, diagram, truth.best),
  ];
}

function compareMembers(diagram: Diagram, { selections, pathways }: Truth): readonly string[] {
  const accepted = new Set(pathways);
  return selections
    .filter((selection) => contains(diagram, selection) !== accepted.has(selection))
    .map((selection) => `the diagram and the evaluator part on the entries ${selection.join(', ')}`);
}

function compareOptimum(
  problem: Problem,
  objectives: readonly Objective[],
  diagram: Diagram,
  best: readonly number[] | null,
): readonly string[] {
  const optimum = shortest(
    diagram,
    objectives.map((objective) => goalOf(problem, objective)),
  );
  const found = optimum === null ? null : objectiveValues(problem, optimum.selection, objectives);
  if (JSON.stringify(found) === JSON.stringify(best)) return [];
  return [`the diagram says ${JSON.stringify(found)}, brute force ${JSON.stringify(best)}`];
}
