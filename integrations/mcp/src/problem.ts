import { formatIssue, type Issue } from 'qualpath';

/** One thing that is wrong with a call: an issue of the library, or one of this server with a code of its own. */
export type Problem = Omit<Issue, 'code'> & { readonly code: string };

/** A call that is refused: every problem at once. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'));
    this.name = 'Refusal';
    this.problems = problems;
  }
}

/** A problem with one argument of a call. */
export function problemWith(argument: string, code: string, message: string): Problem {
  return { code, severity: 'error', message, source: { option: argument } };
}

/** Problems as a list, each with its place. */
export function listed(problems: readonly Problem[]): string {
  return problems.map((problem) => `- ${formatIssue(problem)}`).join('\n');
}
