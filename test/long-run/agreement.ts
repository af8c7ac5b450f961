/**
 * The long run of the property that the ordinary tests hold on a share: every reading of a rule agrees on every
 * selection, and every method finds the same best pathway. One rule in four is written as a model file with versions and
 * a title besides, for a learner with units that were replaced, and read, posed and solved from there. Prints the seed first; a failure ends the run with the seed,
 * the path to the smallest case found, and the case as a model file.
 *
 *   npm run test:long -- --rules 300000 [--names plain|odd|mixed] [--seed N] [--path P]
 *
 * Of `mixed`, which is what is drawn if nothing is said, one rule in three has names out of the words of the notation.
 */
import { parseArgs } from 'node:util';
import fc, { type Arbitrary } from 'fast-check';
import { foldStatement } from '../../src/domain/fold.js';
import type { Statement } from '../../src/domain/statement.js';
import { createProgramMethod } from '../../src/methods/program-method.js';
import { createSolver } from '../../src/solvers/create-solver.js';
import { BACKEND_NAMES } from '../../src/solvers/solver-name.js';
import { arbitraryRule, type NamesDrawn, type RuleCase } from './arbitrary-rule.js';
import { arbitraryRoad, compareRoad, type RoadCase } from './model-road.js';
import { modelText } from './model-text.js';
import { compareReadings } from './readings.js';

const METHODS = BACKEND_NAMES.map((name) => createProgramMethod(createSolver(name)));
const REPORT_EVERY = 1000;
/** A rule with odd names has further columns with odd names. */
const PLAIN_COLUMNS = 2;
/** One rule in so many is followed by one that is read from a model file. */
const ROADS = 4;

interface Settings {
  readonly rules: number;
  readonly seed: number;
  readonly path: string;
  readonly names: NamesDrawn;
}

function readSettings(): Settings {
  const { values } = parseArgs({
    options: {
      rules: { type: 'string', default: '100000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      path: { type: 'string', default: '' },
      names: { type: 'string', default: 'mixed' },
    },
  });
  const whole = (name: 'rules' | 'seed'): number => {
    const value = Number(values[name]);
    if (!Number.isSafeInteger(value) || value < (name === 'rules' ? 1 : 0))
      throw new Error(`--${name} must be a whole number`);
    return value;
  };
  const names = (['plain', 'odd', 'mixed'] as const).find((it) => it === values.names);
  if (names === undefined) throw new Error('--names must be plain, odd or mixed');
  return { rules: whole('rules'), seed: whole('seed'), path: values.path, names };
}

/** Sums over the rules compared so far. */
class Tally {
  rules = 0;
  oddlyNamed = 0;
  models = 0;
  statements = 0;
  selections = 0;
  withPathway = 0;
  readonly declined = new Map<string, number>();
  /** How many statements of each kind there were, those inside others among them. */
  readonly kinds = new Map<string, number>();
  readonly #began = performance.now();

  get seconds(): number {
    return Math.round((performance.now() - this.#began) / 1000);
  }

  get text(): string {
    const declined = [...this.declined].map(([name, times]) => `, ${times} declined by ${name} for size`).join('');
    return (
      `${this.rules} rules (${this.withPathway} with a pathway, ${this.oddlyNamed} with odd names, ${this.models} read from a model) of ${this.statements} statements, ` +
      `${this.selections} selections, ${this.seconds} s${declined}`
    );
  }
}

/** A rule, and now and then one that is read from a model file. */
interface Drawn extends RuleCase {
  readonly road: RoadCase | null;
}

function arbitraryDrawn(names: NamesDrawn): Arbitrary<Drawn> {
  const road = fc.oneof(
    { weight: ROADS - 1, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: arbitraryRoad(arbitraryRule(names)) },
  );
  return fc.tuple(arbitraryRule(names), road).map(([rule, it]) => ({ ...rule, road: it }));
}

async function compareOne({ problem, objectives, road }: Drawn, tally: Tally): Promise<void> {
  const { selections, pathways, declined, ...compared } = await compareReadings(problem, objectives, METHODS);
  const disagreements = [...compared.disagreements, ...(road === null ? [] : await compareRoad(road))];
  tally.models += road === null ? 0 : 1;
  tally.rules += 1;
  tally.oddlyNamed += problem.qualification.specification.columns.length > PLAIN_COLUMNS ? 1 : 0;
  tally.statements += problem.conditions.length;
  tally.selections += selections;
  tally.withPathway += pathways > 0 ? 1 : 0;
  for (const name of declined) addOne(tally.declined, name);
  for (const statement of problem.conditions) tallyKinds(statement, tally.kinds);
  if (tally.rules % REPORT_EVERY === 0) process.stderr.write(`${tally.text}\n`);
  if (disagreements.length > 0) throw new Error(disagreements.join('\n'));
}

function tallyKinds(statement: Statement, kinds: Map<string, number>): void {
  for (const kind of foldStatement(statement, (_, { kind }) => [kind])) addOne(kinds, kind);
}

function addOne(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}

async function main(): Promise<number> {
  const { rules, seed, path, names } = readSettings();
  process.stdout.write(`seed ${seed}\n`);
  const tally = new Tally();
  const property = fc.asyncProperty(arbitraryDrawn(names), (drawn) => compareOne(drawn, tally));
  const outcome = await fc.check(property, { numRuns: rules, seed, ...(path === '' ? {} : { path }) });
  process.stdout.write(`${tally.text}\n${[...tally.kinds].map(([kind, times]) => `${kind} ${times}`).join(', ')}\n`);
  if (!outcome.failed) {
    process.stdout.write('no disagreement\n');
    return 0;
  }
  const [found] = outcome.counterexample ?? [];
  process.stdout.write(
    `disagreement: --rules 1 --names ${names} --seed ${outcome.seed} --path ${outcome.counterexamplePath ?? ''}\n`,
  );
  process.stdout.write(`${String(outcome.errorInstance)}\n\n`);
  if (found !== undefined) process.stdout.write(modelText(found.problem, found.objectives));
  return 1;
}

process.exitCode = await main();
