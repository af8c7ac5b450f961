import { InputError, openText, readAchieved, type Question, type Session } from 'qualpath';
import { createSolverIsolation, readTextFile } from 'qualpath/node';
import type * as z from 'zod';
import type { held, named, offered, qualification, source } from './input.js';
import type { Call } from './tool.js';

type Held = { readonly [K in keyof typeof held]: z.output<(typeof held)[K]> };

/** A text with the name of its file. */
export interface NamedText {
  readonly file: string;
  readonly text: string;
}

const { isolate } = createSolverIsolation();

/** Whether what names a qualification is a path, as the library has it. */
const isPath = (name: string): boolean => /[\\/]/.test(name) || /\.ya?ml$/i.test(name);

/** The name of a qualification; throws a Refusal for a path that leads out of the folder. */
export function nameOf(name: z.output<typeof named>, { place }: Call, argument = 'qualification'): string {
  return isPath(name) ? place.toRead(argument, name) : name;
}

/** The names of several, or all of them. */
export function namesOf(names: z.output<typeof offered>, call: Call): readonly string[] | 'all' {
  return names === 'all' ? names : names.map((name) => nameOf(name, call, 'qualifications'));
}

/** Opens a qualification by name or from its texts. */
export function open(asked: z.output<typeof qualification>, call: Call): Session {
  if (typeof asked === 'string') return call.workspace.open(nameOf(asked, call));
  const { model, units } = asked;
  return openText({ model, isolate, ...(units === undefined ? {} : { units }) });
}

/** The text of a source; throws where its file cannot be read. */
export function textOf(argument: string, asked: z.output<typeof source>, { place }: Call): NamedText {
  if ('text' in asked) return { file: argument, text: asked.text };
  const read = readTextFile(place.toRead(argument, asked.file), { option: argument });
  if (!read.ok) throw new InputError(read.issues);
  return { file: asked.file, text: read.value };
}

/** What a learner holds, as a question has it: references, those of a table, or both; nothing where none are given. */
export function heldOf({ achieved, achievedFrom, learner }: Held, call: Call): Pick<Question, 'achieved'> {
  if (achievedFrom === undefined) return achieved === undefined ? {} : { achieved };
  const { file, text } = textOf('achievedFrom', achievedFrom, call);
  const chosen = learner === undefined ? {} : { learner };
  return {
    achieved: (knows) => {
      const read = readAchieved(text, file, { ...chosen, knows });
      return read.ok ? { ...read, value: [...(achieved ?? []), ...read.value] } : read;
    },
  };
}

/** The arguments that were given, without those that were not. */
export function given<T extends object>(arguments_: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  const entries = Object.entries(arguments_).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], undefined> };
}
