import type { Command } from 'commander';
import { valueOrThrow } from '../../ask/input-error.js';
import { createWorkspace } from '../../node/create-workspace.js';
import { STARTER_ID } from '../../node/starter-files.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  qualpath init
  qualpath init my-drafts

It asks nothing and overwrites nothing: where one of its files is there already,
none is written (exit code 3).
`;

/** Adds `init` to the program. */
export function registerInit(program: Command, { terminal }: Run): void {
  program
    .command('init')
    .summary('start a folder of your own: a commented model and its unit table')
    .description(
      'Writes a commented model, its unit table, and the JSON Schema by which editors complete and check the model as you type.',
    )
    .argument('[folder]', 'where to write; the current folder if nothing is given', '.')
    .addHelpText('after', EXAMPLES)
    .action((folder: string) => {
      const written = valueOrThrow(createWorkspace(folder));
      const there = folder === '.' ? '' : `cd ${/^[\w./-]+$/.test(folder) ? folder : `"${folder}"`} && `;
      terminal.print([...written, '', 'Next:', `  ${there}qualpath solve ${STARTER_ID}`].join('\n'));
    });
}
