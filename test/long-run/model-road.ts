import fc, { type Arbitrary } from 'fast-check';
import { stringify } from 'yaml';
import { chooseVersion } from '../../src/ask/version.js';
import type { IsoDate } from '../../src/domain/date.js';
import type { Equivalence } from '../../src/domain/identity.js';
import type { Objective } from '../../src/domain/measure.js';
import { pose } from '../../src/domain/pose.js';
import type { Problem } from '../../src/domain/problem.js';
import type { Result } from '../../src/domain/result.js';
import type { Specification } from '../../src/domain/specification.js';
import type { Statement } from '../../src/domain/statement.js';
import { everyWay } from '../../src/domain/using-held.js';
import { printStatement } from '../../src/notation/print-statement.js';
import { findPathway } from '../../src/questions/pathway.js';
import { readModel } from '../../src/read/model/model-file.js';
import { bestByBruteForce } from '../support/agreement.js';
import { diagramMeans, programMeans } from '../support/means.js';
import { everyUse } from '../support/replaced.js';
import type { RuleCase } from './arbitrary-rule.js';
import { unitsAsKeys } from './model-text.js';

/** What a model file says around a rule, and what a learner asks of it. */
export interface RoadCase extends RuleCase {
  /** How many of the statements, from the first, are the rule; the others are the title's. */
  readonly inRule: number;
  /** For each version, beginning with the oldest, how many statements of the rule it has, from the first. */
  readonly versions: readonly number[];
  /** Which of the days below the learner registers on. */
  readonly day: number;
  /** Whether the title is asked for. */
  readonly titled: boolean;
  readonly rows: readonly Equivalence[];
  readonly held: readonly string[];
}

const TITLE = 'Earned besides';
const OLD = ['OLD 1', 'OLD 2', 'BETWEEN'];
const PLACE = { file: 'equivalences.csv', line: 2, column: 1 };

/** The first days of up to three versions, and a day to register on from each. */
const BEGINNINGS: readonly IsoDate[] = ['2024-09-01', '2025-09-01', '2026-09-01'];
const DAYS: readonly IsoDate[] = ['2025-08-31', '2025-09-01', '2027-02-28'];

/** A random rule written as a model with versions and a title, and a learner with units that were replaced. */
export function arbitraryRoad(rule: Arbitrary<RuleCase>): Arbitrary<RoadCase> {
  // A file must list units.
  const listed = rule.filter(({ problem }) => problem.entries.length > 0);
  return listed.chain(({ problem, objectives }) => {
    const names = [...new Set(problem.entries.map(({ ref }) => ref)), ...OLD];
    const row = fc
      .tuple(
        fc.constantFrom(...names),
        fc.constantFrom(...names),
        fc.constantFrom('replaces', 'replaces', 'equivalent'),
      )
      .map(([unit, other, kind]) => ({ unit, other, kind: kind as Equivalence['kind'], basis: 'drawn', place: PLACE }));
    return fc.record({
      problem: fc.constant(problem),
      objectives: fc.constant(objectives),
      inRule: fc.nat(problem.conditions.length),
      versions: fc.array(fc.nat(problem.conditions.length), { maxLength: BEGINNINGS.length }),
      day: fc.nat(DAYS.length - 1),
      titled: fc.boolean(),
      rows: fc.array(row, { maxLength: 4 }).map((rows) => rows.filter(({ unit, other }) => unit !== other)),
      held: fc.subarray(names, { maxLength: 3 }),
    });
  });
}

/**
 * Writes the model, reads it, chooses the version and poses the question; what comes of it must be the rule that was
 * drawn, and the best of its pathways what brute force finds over every use of the units that are held.
 */
export async function compareRoad(road: RoadCase): Promise<readonly string[]> {
  const { problem, objectives, titled, held } = road;
  const text = textOf(road);
  const read = readModel(text, { id: 'random', file: 'random.yaml', openUnits: noTable });
  if (!read.ok) return [`the model is not read: ${told(read)}\n${text}`];
  const chosen = chooseVersion(read.value, { registeredOn: DAYS[road.day] ?? '' });
  if (!chosen.ok) return [`no version is chosen: ${told(chosen)}\n${text}`];
  const { specification } = chosen.value;
  const rows = [...sameRows(problem), ...road.rows];
  const also = titled ? titleOf(specification) : [];
  const posed = pose(specification, { achieved: held, also, objectives }, rows);
  if (!posed.ok) return [`the question is not posed: ${told(posed)}\n${text}`];
  const expected = [...ruleOf(road), ...(titled ? problem.conditions.slice(road.inRule) : [])];
  return [
    ...differing('the rule', linesOf(posed.value.conditions), [ALWAYS, ...linesOf(expected)]),
    ...differing('the units', unitsOf(posed.value), unitsOf(problem)),
    ...(await compareWays(posed.value, { rows, held }, objectives)),
  ].map((line) => `${line}\n${text}`);
}

async function compareWays(
  posed: Problem,
  { rows, held }: { readonly rows: readonly Equivalence[]; readonly held: readonly string[] },
  objectives: readonly Objective[],
): Promise<readonly string[]> {
  const { qualification, entries } = posed;
  const covered = everyUse(qualification, rows, held);
  const problems = covered.map((pieces) => ({
    ...posed,
    achieved: entries.map(({ identity }) => pieces.has(identity)),
  }));
  const flags = (those: readonly Problem[]): string[] =>
    those.map(({ achieved }) => achieved.map(Number).join('')).sort();
  const ways = differing('the ways of using what is held', flags(everyWay(posed)), flags(problems));
  const best = bestOf(problems, objectives);
  const answers = await Promise.all(
    [diagramMeans(), programMeans()].map((means) => findPathway(posed, objectives, means)),
  );
  const values = answers.map((answer) =>
    'objectives' in answer ? answer.objectives.map(({ value }) => value) : answer.status,
  );
  return [...ways, ...values.flatMap((value) => differing('the best pathway', value, best ?? 'infeasible'))];
}

/** The best values over several problems, as objectives have it. */
function bestOf(problems: readonly Problem[], objectives: readonly Objective[]): readonly number[] | null {
  const found = problems.flatMap((problem) => bestByBruteForce(problem, objectives) ?? []);
  const width = objectives.length;
  const all = Array.from({ length: width === 0 ? 0 : found.length / width }, (_, at) =>
    found.slice(at * width, (at + 1) * width),
  );
  const sign = objectives.map(({ sense }) => (sense === 'minimise' ? 1 : -1));
  const order = (a: readonly number[], b: readonly number[]): number =>
    a.map((value, at) => (value - (b[at] ?? NaN)) * (sign[at] ?? NaN)).find((difference) => difference !== 0) ?? 0;
  return all.toSorted(order)[0] ?? null;
}

/** What every rule begins with, as none may be empty. */
const ALWAYS = 'at least 0 units';

function textOf({ problem: { conditions }, problem, inRule, versions }: RoadCase): string {
  const ruleUpTo = (count: number): string[] => [ALWAYS, ...linesOf(conditions.slice(0, count))];
  const title = linesOf(conditions.slice(inRule));
  const listed = versions.map((count, at) => ({ 'valid-from': BEGINNINGS[at], rule: ruleUpTo(count) }));
  return stringify({
    ...unitsAsKeys(problem),
    rule: ruleUpTo(inRule),
    ...(title.length === 0 ? {} : { titles: { [TITLE]: title } }),
    ...(listed.length === 0 ? {} : { versions: listed }),
  });
}

function linesOf(statements: readonly Statement[]): string[] {
  return statements.map((statement) => printStatement(statement));
}

/** The statements of the version that began last before the day. */
function ruleOf({ problem, inRule, versions, day }: RoadCase): readonly Statement[] {
  return problem.conditions.slice(0, versions[Math.min(day, versions.length - 1)] ?? inRule);
}

function titleOf({ titles }: Specification): NonNullable<ReturnType<typeof titles.get>> {
  return titles.get(TITLE) ?? [];
}

/** The rows that make units of the random problem one piece of learning. */
function sameRows({ qualification: { identities } }: Problem): Equivalence[] {
  return [...identities.classes]
    .filter(([unit, other]) => unit !== other)
    .map(([unit, other]) => ({ unit, other, kind: 'same', basis: 'drawn', place: PLACE }));
}

function unitsOf({ entries }: Problem): readonly unknown[] {
  return entries.map(({ group, ref, title, level, credit, glh, figures, identity, valid }) => {
    const sameAs = entries.findIndex((entry) => entry.identity === identity);
    return { group, ref, title, level, credit, glh, cost: figures.get('cost'), sameAs, valid };
  });
}

/** All white space is one to the reader. */
function differing(what: string, found: unknown, expected: unknown): readonly string[] {
  const [a = '', b = ''] = [found, expected].map((it) => JSON.stringify(it).replace(/\s+/g, ' '));
  return a === b ? [] : [`${what} came to ${a} and not ${b}`];
}

function told(result: Result<unknown>): string {
  return result.ok ? '' : result.issues.map(({ message }) => message).join(' ');
}

function noTable(): never {
  throw new Error('a model of the long run lists its units itself');
}
