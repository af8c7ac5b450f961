import { Command, CommanderError } from 'commander';
import { loadCommands, type Register } from './commands.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { openTerminal, stopWhenUnread, tellIssues, type Terminal } from './terminal.js';
import { Refusal } from './refusal.js';
import type { Run } from './run.js';
import { VERSION } from './version.js';

/**
 * Runs one command line and returns its exit code: 0 answered, 1 no pathway exists, 2 wrong usage, 3 bad input data,
 * 4 a limit stopped the search, 5 disputed or internal error.
 */
export async function main(args: readonly string[]): Promise<ExitCode> {
  stopWhenUnread();
  const terminal = openTerminal();
  let code: ExitCode = EXIT.answered;
  try {
    const commands = await loadCommands(args[0]);
    const program = createProgram(commands, { terminal, end: (ended) => void (code = ended) });
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    return explain(thrown, terminal);
  }
}

function createProgram(commands: readonly Register[], run: Run): Command {
  const program = new Command('qualpath')
    .description('Finds the unit selections that meet a rule of combination with the least guided learning hours.')
    .version(VERSION)
    .showHelpAfterError('(qualpath --help lists the commands; qualpath help COMMAND explains one)')
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      getOutHelpWidth: () => run.terminal.page.width,
      getErrHelpWidth: () => run.terminal.page.width,
    });
  for (const register of commands) register(program, run);
  return program;
}

function explain(thrown: unknown, terminal: Terminal): ExitCode {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.answered : EXIT.wrongUsage;
  if (thrown instanceof Refusal) {
    tellIssues(terminal, thrown.issues);
    return thrown.code;
  }
  terminal.tell(`internal error: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  terminal.tell('This is a bug in qualpath; please report it with the command that led to it.');
  return EXIT.disputed;
}
