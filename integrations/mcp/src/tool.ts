import type { Answer, Deadline, Workspace } from 'qualpath';
import type * as z from 'zod';
import type { Place } from './place.js';

/** What a tool is given besides its arguments. */
export interface Call {
  readonly workspace: Workspace;
  readonly place: Place;
  /** Ends with the time limit of the call, or where the client no longer waits. */
  readonly deadline: Deadline;
  /** Tells a client that wants to know how far the answer has come, in a sentence. */
  readonly tell: (message: string) => void;
}

/** A file as it would be, or was, written. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** What a tool answers: as the library does, and files that belong to the answer. */
export interface Given extends Pick<Answer<unknown>, 'document' | 'outcome' | 'issues' | 'sheet'> {
  readonly files?: readonly TextFile[];
  /** Whether the files are on the disk. */
  readonly written?: boolean;
}

/** A question that a client may ask. */
export interface Tool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The base name of the document's JSON Schema in `qualpath/schema`. */
  readonly document: string;
  /** Whether it may write files, where the server is allowed to. */
  readonly writes: boolean;
  readonly input: z.ZodObject;
  /** Answers a call with arguments of any shape. Throws what the schema of the input and the library throw. */
  readonly answer: (given: unknown, call: Call) => Promise<Given>;
}

type Asked<I extends z.ZodObject> = Omit<Tool, 'input' | 'answer' | 'writes'> & {
  readonly input: I;
  readonly writes?: boolean;
  readonly ask: (asked: z.output<I>, call: Call) => Given | Promise<Given>;
};

/** A tool whose arguments have the types that its schema says. */
export function tool<I extends z.ZodObject>({ ask, input, writes = false, ...rest }: Asked<I>): Tool {
  return { ...rest, input, writes, answer: async (given, call) => ask(input.parse(given), call) };
}
