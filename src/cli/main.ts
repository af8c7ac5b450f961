import { Command, CommanderError } from 'commander';
import { registerAlternatives } from './commands/alternatives.js';
import { registerAudit } from './commands/audit.js';
import { registerCheck } from './commands/check.js';
import { registerCohort } from './commands/cohort.js';
import { registerList } from './commands/list.js';
import { registerMatch } from './commands/match.js';
import { registerProgress } from './commands/progress.js';
import { registerRange } from './commands/range.js';
import { registerShow } from './commands/show.js';
import { registerSolve } from './commands/solve.js';
import { registerUnits } from './commands/units.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { openTerminal, stopWhenUnread, tellIssues, type Terminal } from './terminal.js';
import { Refusal } from './refusal.js';
import { VERSION } from './version.js';

const COMMANDS = [
  registerList,
  registerShow,
  registerCheck,
  registerSolve,
  registerRange,
  registerAlternatives,
  registerUnits,
  registerAudit,
  registerProgress,
  registerMatch,
  registerCohort,
];

/** What a command is given, and how it says how it ended. */
export interface Run {
  readonly terminal: Terminal;
  /** Keeps the exit code of the command that ran. */
  readonly end: (code: ExitCode) => void;
}

/**
 * Runs one command line and returns its exit code: 0 answered, 1 no pathway exists, 2 wrong usage, 3 bad input data,
 * 4 a limit stopped the search, 5 disputed or internal error.
 */
export async function main(args: readonly string[]): Promise<ExitCode> {
  stopWhenUnread();
  const terminal = openTerminal();
  let code: ExitCode = EXIT.answered;
  const program = createProgram({ terminal, end: (ended) => void (code = ended) });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (thrown) {
    return explain(thrown, terminal);
  }
}

function createProgram(run: Run): Command {
  const program = new Command('qualpath')
    .description('Finds the unit selections that meet a rule of combination with the least guided learning hours.')
    .version(VERSION)
    .showHelpAfterError('(qualpath --help lists the commands; qualpath help COMMAND explains one)')
    .exitOverride()
    .configureOutput({
      getOutHelpWidth: () => run.terminal.page.width,
      getErrHelpWidth: () => run.terminal.page.width,
    });
  for (const register of COMMANDS) register(program, run);
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
