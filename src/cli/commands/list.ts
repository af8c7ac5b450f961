import type { Command } from 'commander';
import { formatLevel } from '../../domain/level.js';
import { openNames } from '../../domain/specification.js';
import { renderTable } from '../../report/table.js';
import type { Run } from '../run.js';
import { Refusal } from '../refusal.js';
import { tellIssues } from '../terminal.js';
import { openWorkspace } from '../workspace.js';

const EXAMPLES = `
Examples:
  qualpath list
  qualpath list --models drafts --json
`;

/** Adds `list` to the program. */
export function registerList(program: Command, run: Run): void {
  program
    .command('list')
    .summary('the qualifications at hand')
    .description('Lists the qualifications of the models folder here and of the package, with what each leaves open.')
    .option('--models <folder>', "look qualifications up in this folder before the package's own")
    .option('--json', 'print one JSON document')
    .addHelpText('after', EXAMPLES)
    .action((options: { models?: string; json?: boolean }) => {
      const { terminal } = run;
      const library = openWorkspace(options.models);
      const loaded = library.list().map(({ file }) => library.load(file));
      const issues = loaded.flatMap((result) => (result.ok ? result.warnings : result.issues));
      const specifications = loaded.flatMap((result) => (result.ok ? [result.value] : []));
      const listed = specifications.map((specification) => ({
        id: specification.id,
        title: specification.title,
        level: specification.level === null ? null : formatLevel(specification.level),
        awardingOrganisation: specification.awardingOrganisation,
        open: openNames(specification).map(({ name }) => name),
      }));
      if (options.json === true) terminal.print(JSON.stringify(listed, null, 2));
      else {
        const rows = listed.map(({ id, title, level, open }) => [
          id,
          title,
          level ?? '',
          open.length === 0 ? '' : `${open.length} open`,
        ]);
        terminal.print(
          renderTable(
            [{ head: 'Id' }, { head: 'Title', flexible: true }, { head: 'Level', align: 'right' }, { head: 'Values' }],
            rows,
            terminal.page,
          ),
        );
      }
      if (loaded.some((result) => !result.ok)) throw new Refusal(issues);
      tellIssues(terminal, issues);
    });
}
