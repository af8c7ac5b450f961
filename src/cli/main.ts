import { Command, CommanderError } from 'commander';
import { InputError, isWrongUsage } from '../ask/input-error.js';
import type { Workspace } from '../ask/workspace.js';
import { deadlineIn } from '../methods/deadline.js';
import { checkFolder } from '../node/library.js';
import { openModels } from '../node/open.js';
import { loadCommands, type Register } from './commands.js';
import { withoutControls } from './controls.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Run } from './run.js';
import type { Streams } from './streams.js';
import { openTerminal, tellIssues, type Terminal } from './terminal.js';
import { VERSION } from './version.js';
import { watchOutput } from './watch-output.js';

const MILLISECONDS_A_SECOND = 1000;

/**
 * Runs one command line and returns its exit code: 0 answered, 1 no pathway exists, 2 wrong usage, 3 bad input data,
 * 4 a limit stopped the search, 5 disputed or internal error. Streams other than the process's own stand in for it.
 */
export async function main(args: readonly string[], streams: Streams = process): Promise<ExitCode> {
  const start = performance.now();
  const terminal = openTerminal(streams);
  if (streams === process) watchOutput(streams, terminal);
  let code: ExitCode = EXIT.answered;
  const run: Run = {
    terminal,
    streams,
    workspace: openFolder,
    deadlineOf: (seconds) => deadlineIn(seconds * MILLISECONDS_A_SECOND - (performance.now() - start)),
    end: (ended) => void (code = ended),
  };
  try {
    const program = createProgram(await loadCommands(args[0]), run);
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    return explain(thrown, terminal);
  }
}

/** The qualifications of a folder, or of the one named `models` here, then those of the package. */
function openFolder(models?: string): Workspace {
  if (models === undefined) return openModels();
  const problems = checkFolder(models, true);
  if (problems.length > 0) throw new InputError(problems);
  return openModels({ userModels: models });
}

function createProgram(commands: readonly Register[], run: Run): Command {
  const { stdout, stderr } = run.streams;
  const program = new Command('qualpath')
    .description('Finds the unit selections that meet a rule of combination with the least guided learning hours.')
    .version(VERSION)
    .showHelpAfterError('(qualpath --help lists the commands; qualpath help COMMAND explains one)')
    .exitOverride()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput({
      writeOut: (text) => void stdout.write(withoutControls(text)),
      writeErr: (text) => void stderr.write(withoutControls(text)),
      getOutHelpWidth: () => run.terminal.page.width,
      getErrHelpWidth: () => run.terminal.page.width,
    });
  for (const register of commands) register(program, run);
  return program;
}

function explain(thrown: unknown, terminal: Terminal): ExitCode {
  if (thrown instanceof CommanderError) return thrown.exitCode === 0 ? EXIT.answered : EXIT.wrongUsage;
  if (thrown instanceof InputError) {
    tellIssues(terminal, thrown.issues);
    return isWrongUsage(thrown.issues) ? EXIT.wrongUsage : EXIT.badInput;
  }
  terminal.tell(`internal error: ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  terminal.tell('This is a bug in qualpath; please report it with the command that led to it.');
  return EXIT.disputed;
}
