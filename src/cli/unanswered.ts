import { findConflict } from '../questions/conflict.js';
import type { Unanswered } from '../questions/pathway.js';
import { conflictJson, renderConflict } from '../report/conflict.js';
import { solveJson } from '../report/solve-json.js';
import { renderSolve } from '../report/solve-text.js';
import { EXIT, type ExitCode } from './exit-code.js';
import type { Run } from './run.js';
import type { Question } from './question.js';

/**
 * Says why a question about pathways has no proved answer: no pathway (with the conflict), a limit, or a dispute.
 * Returns the exit code that goes with it.
 */
export async function tellUnanswered({ terminal }: Run, question: Question, answer: Unanswered): Promise<ExitCode> {
  const { specification, problem, methods, json } = question;
  const conflict = answer.status === 'infeasible' ? await findConflict(problem, methods.forOne.oracle) : null;
  if (json) {
    const document = { ...solveJson(specification.id, answer), ...(conflict === null ? {} : conflictJson(conflict)) };
    terminal.print(JSON.stringify(document, null, 2));
  } else {
    terminal.print(renderSolve(specification.title, answer, terminal.page));
    if (conflict !== null) terminal.print(renderConflict(conflict, terminal.page));
  }
  return exitCodeOf(answer);
}

/** The exit code of an answer without a proof. */
export function exitCodeOf({ status }: Unanswered): ExitCode {
  switch (status) {
    case 'infeasible':
      return EXIT.noPathway;
    case 'feasible':
    case 'unknown':
      return EXIT.limitReached;
    case 'disputed':
      return EXIT.disputed;
  }
}
