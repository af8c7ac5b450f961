import type { Command } from 'commander';
import { checkIdentities } from '../../check/identities.js';
import { proposeMatches } from '../../questions/match-units.js';
import { matchCsv, matchJson, renderMatches } from '../../report/match.js';
import type { Run } from '../run.js';
import { Refusal, valueOrRefuse } from '../refusal.js';
import { tellIssues } from '../terminal.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath match level-3-diploma-customer-service ocr-level-3-diploma-customer-service
  qualpath match my-draft level-2-diploma-customer-service --csv >> data/equivalences.csv
`;

/** Adds `match` to the program. */
export function registerMatch(program: Command, run: Run): void {
  program
    .command('match')
    .summary('units of two qualifications that may be one piece of learning')
    .description('Proposes rows for the equivalences table, best first, with why; a person decides.')
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .argument('<other>', 'another one')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--csv', 'print rows for the equivalences table')
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action((first: string, second: string, options: { models?: string; csv?: boolean; json?: boolean }) => {
      const { terminal } = run;
      const library = openWorkspace(options.models);
      const loaded = [library.load(first), library.load(second)] as const;
      // What is wrong with either is told at once.
      if (loaded.every(({ ok }) => !ok)) throw new Refusal(loaded.flatMap((it) => (it.ok ? [] : it.issues)));
      const one = valueOrRefuse(loaded[0], terminal);
      const two = valueOrRefuse(loaded[1], terminal);
      const equivalences = valueOrRefuse(library.equivalences(), terminal);
      tellIssues(terminal, checkIdentities([one, two], equivalences));
      const proposals = proposeMatches(one, two, equivalences);
      if (options.json === true) terminal.print(JSON.stringify(matchJson(proposals), null, 2));
      else if (options.csv === true) terminal.print(matchCsv(proposals));
      else terminal.print(renderMatches(proposals, terminal.page));
    });
}
