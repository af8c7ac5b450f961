import { Option, type Command } from 'commander';
import type { Equivalence } from '../../domain/identity.js';
import type { Issue } from '../../domain/issue.js';
import type { Settings } from '../../domain/settings.js';
import { referenceKey } from '../../domain/reference.js';
import { formatSource } from '../../domain/source.js';
import { openNames, type Specification } from '../../domain/specification.js';
import { checkIdentities } from '../../check/identities.js';
import { checkModel } from '../../check/model.js';
import type { Means } from '../../methods/means.js';
import { createDiagramStore } from '../../methods/diagram-method.js';
import { checkTable, isTablePath } from '../../node/check-table.js';
import { inOrder } from '../../read/text/issue-order.js';
import type { CheckedModel } from '../../node/library.js';
import { issuesJson } from '../../report/issues-json.js';
import { plural } from '../../report/plural.js';
import { EXIT, exitCodeFor, type ExitCode } from '../exit-code.js';
import type { Run } from '../run.js';
import { openMethods } from '../methods.js';
import { readSettings } from '../prepare.js';
import { withProgressLine } from '../progress-line.js';
import { addSetOption, parseSeconds } from '../request-options.js';
import { valueOrRefuse } from '../refusal.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath check models/my-draft.yaml
  qualpath check models/*.yaml --json
  qualpath check level-2-diploma-customer-service --set "B&A 38.credit=10" --set "B&A 38.glh=74" \\
    --set a-credits=25 --set c-minimum=10 --set d-maximum=6

Exit codes: 0 nothing worse than a warning, 1 a rule that cannot be met, 2 wrong usage, 3 a file with errors, 4 the
time limit stopped the proofs.
`;

const DEFAULT_SECONDS = 60;
/** Nodes of the diagram that knows every unit of a rule: a fraction of a second. */
const NODE_BUDGET = 2_000_000;
const IMPOSSIBLE = new Set(['never-met', 'conflict']);

interface CheckOptions {
  readonly models?: string;
  readonly set: readonly string[];
  readonly timeLimit: number;
  readonly json?: boolean;
}

/** Adds `check` to the program. */
export function registerCheck(program: Command, run: Run): void {
  const command = program
    .command('check')
    .summary('everything that is wrong or odd about models and their unit tables')
    .description(
      'Checks models with their unit tables, and proves what can be proved about each rule: statements that can never be met or never bind, groups that no statement mentions, units in no pathway.',
    )
    .argument('<files...>', 'model files, ids (see qualpath list), or tables by themselves (.csv)');
  addSetOption(command)
    .addOption(
      new Option('--time-limit <seconds>', 'stop the proofs about a model after this time')
        .default(DEFAULT_SECONDS)
        .argParser(parseSeconds),
    )
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const issues = await checkAll(run, files, options);
      print(run, files, issues, options.json === true);
      run.end(exitCodeOf(issues));
    });
}

async function checkAll({ terminal }: Run, files: readonly string[], options: CheckOptions): Promise<Issue[]> {
  const library = openWorkspace(options.models);
  const settings = valueOrRefuse(readSettings(options.set), terminal);
  const checked = files.map((file) =>
    isTablePath(file) ? { model: null, issues: checkTable(file) } : library.check(file),
  );
  const table = library.equivalences();
  const equivalences = table.ok ? table.value : [];
  const specifications = checked.flatMap(({ model }) => (model === null ? [] : [model.specification]));
  const issues: Issue[] = [...(table.ok ? table.warnings : table.issues)];
  for (const one of checked) {
    const specification = one.model?.specification;
    const own = settingsFor(specification, specifications, settings);
    const proving = proveOne(one, { settings: own, equivalences }, options.timeLimit);
    const proved = await withProgressLine(terminal, `checking ${specification?.id ?? ''}`, proving);
    issues.push(...inOrder([...one.issues, ...proved], specification?.file ?? ''));
  }
  return [...issues, ...checkIdentities(specifications, equivalences)];
}

/** The settings that a model knows; the first model also gets those that no model knows, and so tells them. */
function settingsFor(
  specification: Specification | undefined,
  all: readonly Specification[],
  settings: Settings,
): Settings {
  const known = all.map((it) => new Set([...namesIn(it)].map(referenceKey)));
  const own = specification === undefined ? -1 : all.indexOf(specification);
  return new Map(
    [...settings].filter(([name]) => {
      const key = referenceKey(name);
      return known[own]?.has(key) === true || (own === 0 && !known.some((names) => names.has(key)));
    }),
  );
}

function namesIn(specification: Specification): string[] {
  return [...openNames(specification).map(({ name }) => name), ...specification.parameters.keys()];
}

async function proveOne(
  { model }: CheckedModel,
  inputs: { readonly settings: Settings; readonly equivalences: readonly Equivalence[] },
  seconds: number,
): Promise<readonly Issue[]> {
  if (model === null) return [];
  const { specification, places } = model;
  const { issues, complete } = await checkModel(specification, places, inputs, meansFor(seconds));
  return [...issues, ...(complete ? [] : [stopped(specification, seconds)])];
}

function meansFor(seconds: number): Means {
  const { forOne } = openMethods({ solver: 'auto', timeLimit: seconds });
  return { ...forOne, store: createDiagramStore({ nodeBudget: NODE_BUDGET, deadline: forOne.deadline }) };
}

function stopped({ rule }: Specification, seconds: number): Issue {
  const message = `The time limit of ${seconds} s stopped the proofs about this rule: what is told is right, but there may be more. Give more time with --time-limit.`;
  return { code: 'time-limit', severity: 'warning', message, source: rule[0]?.source ?? null };
}

function print({ terminal }: Run, files: readonly string[], issues: readonly Issue[], json: boolean): void {
  if (json) {
    terminal.print(JSON.stringify(issuesJson(issues), null, 2));
    return;
  }
  for (const { severity, message, source } of issues) {
    terminal.print(`${source === null ? '' : `${formatSource(source)}: `}${severity}: ${message}`);
  }
  const counts = (['error', 'warning', 'note'] as const).map((severity) =>
    plural(issues.filter((issue) => issue.severity === severity).length, severity),
  );
  terminal.print(`${plural(files.length, files.some(isTablePath) ? 'file' : 'model')} checked: ${counts.join(', ')}.`);
}

function exitCodeOf(issues: readonly Issue[]): ExitCode {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) {
    return issues.some(({ code }) => code === 'time-limit') ? EXIT.limitReached : EXIT.answered;
  }
  return errors.every(({ code }) => IMPOSSIBLE.has(code)) ? EXIT.noPathway : exitCodeFor(errors);
}
