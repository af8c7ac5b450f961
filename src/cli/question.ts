import type { Run } from './run.js';
import type { AllMeans } from '../methods/means.js';
import { openMethods } from './methods.js';
import { prepare, type Prepared } from './prepare.js';
import { valueOrRefuse } from './refusal.js';
import type { RequestOptions, SearchOptions, TypedObjective } from './request-options.js';
import { openWorkspace } from './workspace.js';

/** A question about one qualification, with who answers it. */
export interface Question extends Prepared {
  readonly methods: AllMeans;
  /** Whether the answer is to be one JSON document. */
  readonly json: boolean;
}

/** Puts a question together from the command line; ends the command with every issue when that cannot be done. */
export function openQuestion(
  { terminal }: Run,
  qualification: string,
  options: RequestOptions & SearchOptions,
  objectives: readonly TypedObjective[] = [],
): Question {
  const prepared = valueOrRefuse(prepare(openWorkspace(options.models), qualification, options, objectives), terminal);
  return { ...prepared, methods: openMethods(options), json: options.json === true };
}

/** Prints an answer: as one JSON document, or as text. */
export function printAnswer({ terminal }: Run, { json }: Question, document: () => object, text: () => string): void {
  terminal.print(json ? JSON.stringify(document(), null, 2) : text());
}
