import type { Answer } from '../ask/answer.js';
import { withProgressLine } from './progress-line.js';
import { EXIT_OF } from './exit-code.js';
import type { FormatOptions } from './output-format.js';
import { checkOutput, writeAnswer } from './write-answer.js';
import { writePictures } from './write-pictures.js';
import type { Run } from './run.js';
import { tellIssues, type Terminal } from './terminal.js';

/**
 * Waits for an answer and gives it: what is to be told about the input on standard error, the answer itself on
 * standard output, as the options have it written or as `write` does it, and the exit code. `doing` says what is being done meanwhile.
 */
export async function give<D>(
  run: Run,
  format: FormatOptions,
  doing: string,
  work: () => Answer<D> | Promise<Answer<D>>,
  write: (terminal: Terminal, answer: Answer<D>) => void | Promise<void> = (to, answer) =>
    writeAnswer(to, answer, format),
): Promise<Answer<D>> {
  const { terminal } = run;
  checkOutput(format);
  const answer = await withProgressLine(terminal, doing, (async () => work())());
  if (format.svg !== undefined) writePictures(terminal, answer.sheet(), format.svg, format.force === true);
  await write(terminal, answer);
  tellIssues(terminal, answer.issues);
  run.end(EXIT_OF[answer.outcome]);
  return answer;
}
