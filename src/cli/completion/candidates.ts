import type { Argument, Command, Option } from 'commander';

/** The ids of the qualifications at hand; asked for only where one may stand. */
export type Ids = () => readonly string[];

/**
 * What may stand in the place of the last word of a command line (`words`, without `qualpath` itself; the last may be
 * blank): commands, options, the values that an option chooses from, ids of qualifications. Nothing where a file or a
 * number is meant, so that the shell offers its own.
 */
export function candidatesFor(program: Command, words: readonly string[], ids: Ids): readonly string[] {
  const typed = words.at(-1) ?? '';
  return offered(program, words.slice(0, -1), typed, ids).filter((word) => word.startsWith(typed));
}

function offered(program: Command, before: readonly string[], typed: string, ids: Ids): readonly string[] {
  const [name, ...rest] = before;
  if (name === undefined) return typed.startsWith('-') ? longOf(program.options) : namesOf(program);
  if (name === 'help') return rest.length === 0 ? namesOf(program) : [];
  const command = program.commands.find((it) => it.name() === name);
  if (command === undefined) return [];
  const awaited = awaitedBy(command, rest.at(-1));
  if (awaited !== null) return awaited.argChoices ?? (isModel(awaited) ? ids() : []);
  if (typed.startsWith('-')) return [...longOf(command.options), '--help'];
  const argument = argumentAt(command, operandsIn(command, rest));
  if (argument === undefined) return [];
  return argument.argChoices ?? (isQualification(argument) ? ids() : []);
}

function namesOf(program: Command): readonly string[] {
  return [...program.createHelp().visibleCommands(program)].map((command) => command.name());
}

function longOf(options: readonly Option[]): readonly string[] {
  return options.flatMap(({ long, hidden }) => (long === undefined || long === null || hidden ? [] : [long]));
}

/** The option whose value comes next; null where none does. */
function awaitedBy(command: Command, word: string | undefined): Option | null {
  if (word === undefined) return null;
  const option = command.options.find((it) => it.long === word || it.short === word);
  return option !== undefined && (option.required || option.optional) ? option : null;
}

/** How many operands there are among words, which are no options and no values of options. */
function operandsIn(command: Command, words: readonly string[]): number {
  return words.filter((word, at) => !word.startsWith('-') && awaitedBy(command, words[at - 1]) === null).length;
}

/** The last argument goes on where it takes several. */
function argumentAt({ registeredArguments }: Command, operands: number): Argument | undefined {
  const last = registeredArguments.at(-1);
  return registeredArguments[operands] ?? (last?.variadic === true ? last : undefined);
}

/** What an argument is for says whether ids may stand there: files do anyway. */
function isQualification({ description }: Argument): boolean {
  return /\bids?\b|^another one/.test(description);
}

/** The value of an option may be a model by its id. */
function isModel({ description }: Option): boolean {
  return description.includes('id or file');
}
