import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Offered } from '../ask/offered.js';
import { InputError } from '../ask/input-error.js';
import { error } from '../domain/issue.js';
import { parseWholeNumber } from '../domain/quantity.js';
import { addFormatOptions, type FormatOptions } from './output-format.js';
import { addSetOption, addSolverOptions, type SearchOptions } from './request-options.js';

/** Options of commands about what a provider offers, as typed. */
export interface ProviderOptions extends FormatOptions, SearchOptions {
  readonly all?: boolean;
  readonly csv?: boolean;
  readonly models?: string;
  readonly set: readonly string[];
  readonly asOf?: string;
}

/** Several qualifications, or all of them; values for open names; how the answer is written. */
export function addProviderOptions(command: Command): Command {
  command
    .argument('[qualifications...]', 'ids (see qualpath list) or paths of model files')
    .option('--all', 'every qualification at hand whose values are all set')
    .option('--csv', 'print the answer as a table')
    .option('--as-of <date>', 'deliver what can be started on this day; today without')
    .option('--models <folder>', "look qualifications up in this folder before the package's own");
  return addSolverOptions(addFormatOptions(addSetOption(command)));
}

/** The qualifications that are named, or all. */
export function offeredOf(named: readonly string[], { all = false }: Pick<ProviderOptions, 'all'>): Offered {
  if (all && named.length > 0) throw wrong('Name qualifications, or give --all; not both.', '--all');
  if (!all && named.length === 0)
    throw wrong('Name the qualifications, or give --all for every one at hand.', 'qualifications');
  return all ? 'all' : named;
}

function wrong(message: string, option: string): InputError {
  return new InputError([error('setting', message, { option })]);
}

/** The day that is asked for, if one is. */
export function dayOf({ asOf }: Pick<ProviderOptions, 'asOf'>): { readonly asOf?: string } {
  return asOf === undefined ? {} : { asOf };
}

/** An option that takes a whole number of `least` or more. */
export function countOption(flags: string, meaning: string, least = 0): Option {
  return new Option(flags, meaning).argParser((text: string): number => {
    const value = parseWholeNumber(text);
    if (value === null || value < least) throw new InvalidArgumentError(`Give a whole number of ${least} or more.`);
    return value;
  });
}

/** Adds what is typed to what was typed before. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
