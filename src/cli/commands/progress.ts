import type { Command } from 'commander';
import { error } from '../../domain/issue.js';
import { checkIdentities, suggestForUnknown } from '../../check/identities.js';
import { isUnsettled, nearestFirst, progressTowards, type Progress } from '../../questions/progress.js';
import { progressJson, renderProgress } from '../../report/progress.js';
import { EXIT } from '../exit-code.js';
import type { Run } from '../run.js';
import { openMethods } from '../methods.js';
import { readHeldUnits } from '../prepare.js';
import { Refusal, valueOrRefuse } from '../refusal.js';
import { addAchievedOption, addSearchOptions, type SearchOptions } from '../request-options.js';
import { tellIssues } from '../terminal.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath progress --achieved "CS 30" --achieved K/506/2169
  qualpath progress --achieved held.csv --json
`;

interface ProgressOptions extends SearchOptions {
  readonly achieved: readonly string[];
  readonly models?: string;
  readonly json?: boolean;
}

/** Adds `progress` to the program. */
export function registerProgress(program: Command, run: Run): void {
  const command = program
    .command('progress')
    .summary('how near a learner is to every qualification')
    .description(
      'For every qualification at hand: whether what a learner holds completes it, and the least new hours if not.',
    )
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES);
  addSearchOptions(addAchievedOption(command)).action(async (options: ProgressOptions) => {
    const { terminal } = run;
    const library = openWorkspace(options.models);
    if (options.achieved.length === 0) {
      throw new Refusal([
        error('no-achieved', 'Say what the learner holds, with --achieved.', { option: '--achieved' }),
      ]);
    }
    const held = valueOrRefuse(readHeldUnits(options.achieved), terminal);
    const equivalences = valueOrRefuse(library.equivalences(), terminal);
    const models = library.list().map(({ id, file }) => ({ id, model: library.load(file) }));
    const specifications = models.flatMap(({ model }) => (model.ok ? [model.value] : []));
    tellIssues(terminal, [
      ...models.flatMap(({ model }) => (model.ok ? model.warnings : model.issues)),
      ...checkIdentities(specifications, equivalences, held),
      ...suggestForUnknown(specifications, equivalences, held),
    ]);
    const { forMany } = openMethods(options);
    const progress: Progress[] = [];
    for (const model of models) progress.push(await progressTowards(model, held, equivalences, forMany));
    const sorted = nearestFirst(progress);
    if (options.json === true) terminal.print(JSON.stringify(progressJson(sorted), null, 2));
    else terminal.print(renderProgress(sorted, terminal.page));
    if (sorted.some(({ status }) => status === 'disputed')) run.end(EXIT.disputed);
    else if (sorted.some(({ status }) => status === 'broken')) run.end(EXIT.badInput);
    else if (sorted.some(isUnsettled)) run.end(EXIT.limitReached);
  });
}
