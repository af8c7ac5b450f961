import { InvalidArgumentError, Option, type Command } from 'commander';
import { DEFAULT_TIME_LIMIT } from '../ask/means.js';
import type { ObjectiveText } from '../ask/question.js';
import { isSolverName, SOLVER_NAMES, type SolverName } from '../solvers/solver-name.js';
import { addFormatOptions, type FormatOptions } from './output-format.js';

/** Options that every command with a request takes, as typed. */
export interface RequestOptions extends FormatOptions {
  readonly models?: string;
  readonly achieved: readonly string[];
  readonly learner?: string;
  readonly require: readonly string[];
  readonly exclude: readonly string[];
  readonly also: readonly string[];
  readonly set: readonly string[];
  readonly title?: string;
  readonly asOf?: string;
  readonly registeredOn?: string;
}

/** Options of commands that search for the best pathway, as typed. */
export interface SearchOptions {
  readonly solver: SolverName;
  readonly timeLimit: number;
  readonly confirm?: boolean;
}

const LONGEST_TIME_LIMIT = 86_400;

/** What `--as-of` does, in the words of the help. */
export const AS_OF = 'leave out what cannot be started on this day, unless it is held (2026-09-01)';

/** What `--registered-on` does, in the words of the help. */
export const REGISTERED_ON = 'the version of the qualification that could be started on this day';

/** Objectives in the order typed: `--minimise` and `--maximise` share one list. */
export function addObjectiveOptions(command: Command): ObjectiveText[] {
  const typed: ObjectiveText[] = [];
  for (const sense of ['minimise', 'maximise'] as const) {
    const add = (measure: string): void => {
      typed.push(sense === 'minimise' ? { minimise: measure } : { maximise: measure });
    };
    command
      .addOption(
        new Option(`--${sense} <measure>`, `${sense} a measure; may be repeated, taken in the order given`).argParser(
          add,
        ),
      )
      .addOption(new Option(`--${sense.replace('ise', 'ize')} <measure>`).argParser(add).hideHelp());
  }
  return typed;
}

/** What the learner holds, units to count or leave out, further statements, and values for open names. */
export function addRequestOptions(command: Command): Command {
  return addFormatOptions(addConditionOptions(addAchievedOption(command)));
}

/** Units to count or leave out, further statements, values for open names, and where models are looked up. */
export function addConditionOptions(command: Command): Command {
  return addSetOption(command)
    .option('--require <unit>', 'count this unit; may be repeated', collect, [])
    .option('--exclude <unit>', 'leave this unit out; may be repeated', collect, [])
    .option('--also <statement>', 'a further condition, worded as in a rule; may be repeated', collect, [])
    .option('--title <name>', 'what this title of the model asks for, besides the rule')
    .option('--as-of <date>', AS_OF)
    .option('--registered-on <date>', REGISTERED_ON)
    .option('--models <folder>', "look qualifications up in this folder before the package's own");
}

/** What the learner holds. */
export function addAchievedOption(command: Command): Command {
  return command
    .option(
      '--achieved <unit|file>',
      'a unit already held, or a file of them (CSV, a markbook, or one a line); may be repeated',
      collect,
      [],
    )
    .option('--learner <name>', 'of a file with several learners, the one that is meant');
}

/** Values for open names. */
export function addSetOption(command: Command): Command {
  return command.option('--set <name=value>', 'give a value to an open name; may be repeated', collect, []);
}

/** Which solver answers, and for how long. */
export function addSolverOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--solver <name>', `which solver answers: ${SOLVER_NAMES.join(', ')}`)
        .default('auto')
        .argParser(parseSolverName),
    )
    .addOption(
      new Option('--time-limit <seconds>', 'stop the search after this time')
        .default(DEFAULT_TIME_LIMIT)
        .argParser(parseSeconds),
    );
}

/** Which solver answers, for how long, and whether a second one must agree. */
export function addSearchOptions(command: Command): Command {
  return addSolverOptions(command).option('--confirm', 'have a second solver confirm the answer as well');
}

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function parseSolverName(text: string): SolverName {
  if (!isSolverName(text))
    throw new InvalidArgumentError(`There is no solver of that name; choose ${SOLVER_NAMES.join(', ')}.`);
  return text;
}

/** Reads a time limit: seconds above 0 and up to a day. */
export function parseSeconds(text: string): number {
  const seconds = Number(text);
  if (text.trim() === '' || !(seconds > 0 && seconds <= LONGEST_TIME_LIMIT)) {
    throw new InvalidArgumentError(`Give seconds above 0 and up to ${LONGEST_TIME_LIMIT}.`);
  }
  return seconds;
}
