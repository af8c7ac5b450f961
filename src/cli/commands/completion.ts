import { Argument, type Command } from 'commander';
import { candidatesFor } from '../completion/candidates.js';
import { completionScript, SHELLS, type Shell } from '../completion/scripts.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  In ~/.bashrc:
    eval "$(qualpath completion bash)"
  In ~/.zshrc, after compinit:
    eval "$(qualpath completion zsh)"
  Once, for fish:
    qualpath completion fish > ~/.config/fish/completions/qualpath.fish
  In the profile of PowerShell:
    qualpath completion powershell | Out-String | Invoke-Expression
`;

/** Adds `completion` to the program, and `complete`, which its scripts ask and nobody types. */
export function registerCompletion(program: Command, run: Run): void {
  program
    .command('completion')
    .summary('completion of commands, options and ids in a shell')
    .description('Prints the script by which a shell completes commands, options and ids of qualifications.')
    .addArgument(new Argument('<shell>', 'which shell').choices(SHELLS))
    .addHelpText('after', EXAMPLES)
    .action((shell: Shell) => {
      run.streams.stdout.write(completionScript(shell));
    });
  program
    .command('complete', { hidden: true })
    .argument('[words...]')
    .action((words: readonly string[]) => {
      const ids = (): readonly string[] =>
        run
          .workspace(undefined)
          .list()
          .document.map(({ id }) => id);
      const found = candidatesFor(program, words, ids);
      run.streams.stdout.write(found.map((word) => `${word}\n`).join(''));
    });
}
