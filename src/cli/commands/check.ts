import type { Command } from 'commander';
import type { Issue } from '../../domain/issue.js';
import { pose } from '../../domain/problem.js';
import { settle } from '../../domain/qualification.js';
import { formatSource } from '../../domain/source.js';
import { openNames, type Specification } from '../../domain/specification.js';
import { checkPublished } from '../../plan/check-published.js';
import { checkRule } from '../../plan/check-rule.js';
import type { Library } from '../../read/library.js';
import { issuesJson } from '../../report/issues-json.js';
import { EXIT, type ExitCode } from '../exit-code.js';
import type { Run } from '../main.js';
import { openMethods } from '../methods.js';
import { readSettings } from '../prepare.js';
import { addSetOption } from '../request-options.js';
import { Refusal } from '../refusal.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath check models/my-draft.yaml
  qualpath check models/*.yaml --json
  qualpath check level-2-diploma-customer-service --set "B&A 38.credit=10" --set "B&A 38.glh=74" \\
    --set a-credits=25 --set c-minimum=10 --set d-maximum=6

Exit codes: 0 nothing worse than a warning, 1 a rule that cannot be met, 3 a file with errors.
`;

const SECONDS_PER_QUESTION = 10;
const IMPOSSIBLE = new Set(['never-met', 'conflict']);

interface CheckOptions {
  readonly models?: string;
  readonly set: readonly string[];
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
    .argument('<files...>', 'model files, or ids (see qualpath list)');
  addSetOption(command)
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action(async (files: readonly string[], options: CheckOptions) => {
      const library = openWorkspace(options.models);
      const issues: Issue[] = [];
      for (const file of files) issues.push(...(await checkOne(library, file, options.set)));
      print(run, files, issues, options.json === true);
      run.end(exitCodeOf(issues));
    });
}

async function checkOne(library: Library, file: string, settings: readonly string[]): Promise<readonly Issue[]> {
  const issues = library.check(file);
  const loaded = library.load(file);
  if (!loaded.ok) return issues;
  const equivalences = library.equivalences();
  const read = readSettings(settings);
  if (!read.ok) throw new Refusal(read.issues);
  const missing = openNames(loaded.value).filter(({ name }) => !read.value.has(name));
  const figures = checkPublished(loaded.value);
  if (missing.length > 0)
    return [
      ...issues,
      ...figures,
      unproved(
        loaded.value,
        missing.map(({ name }) => name),
      ),
    ];
  const settled = settle(loaded.value, read.value, equivalences.ok ? equivalences.value : []);
  const posed = settled.ok ? pose(settled.value) : settled;
  if (!posed.ok) return [...issues, ...figures, ...posed.issues];
  const { oracle } = openMethods({ solver: 'auto', timeLimit: SECONDS_PER_QUESTION });
  return [...issues, ...figures, ...(await checkRule(posed.value, oracle))];
}

function unproved(specification: Specification, names: readonly string[]): Issue {
  const message = `Nothing is proved about this rule while values are open; give them with --set: ${names.join(', ')}.`;
  const source = { file: specification.file, line: 1, column: 1 };
  return { code: 'open-values', severity: 'note', message, source };
}

function print({ terminal }: Run, files: readonly string[], issues: readonly Issue[], json: boolean): void {
  if (json) {
    terminal.print(JSON.stringify(issuesJson(issues), null, 2));
    return;
  }
  for (const { severity, message, source } of issues) {
    terminal.print(`${source === null ? '' : `${formatSource(source)}: `}${severity}: ${message}`);
  }
  const count = (severity: Issue['severity']): number => issues.filter((issue) => issue.severity === severity).length;
  const checked = `${files.length} ${files.length === 1 ? 'model' : 'models'} checked`;
  terminal.print(`${checked}: ${count('error')} errors, ${count('warning')} warnings, ${count('note')} notes.`);
}

function exitCodeOf(issues: readonly Issue[]): ExitCode {
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return EXIT.answered;
  if (errors.every(({ code }) => code === 'unknown-qualification')) return EXIT.wrongUsage;
  return errors.every(({ code }) => IMPOSSIBLE.has(code)) ? EXIT.noPathway : EXIT.badInput;
}
