import { error } from '../domain/issue.js';
import type { CohortMerge } from '../cohort/merge.js';
import { EXIT, type ExitCode } from './exit-code.js';
import { InputError } from '../ask/input-error.js';
import type { Terminal } from './terminal.js';

/** What is known of a run when it is over. */
export interface Ended {
  /** The qualification that was asked about; null for several. */
  readonly qualification: string | null;
  /** Whether a model at hand could not be read and was left out. */
  readonly broken: boolean;
  readonly merge: CohortMerge;
  readonly keepGoing: boolean;
  readonly resumeAfter: string | null;
  /** Whether the learner to resume after, if any, was found. */
  readonly resumed: boolean;
  /** The signal that ended it early; null when nobody did. */
  readonly signal: NodeJS.Signals | null;
}

/** Says what is not plain from the answers, and returns the exit code. Refuses a learner to resume after who never came. */
export function tellEnding(terminal: Terminal, ended: Ended): ExitCode {
  const { merge, resumeAfter, signal } = ended;
  if (signal !== null) {
    terminal.tell(`Interrupted: ${sayHowFar(merge)}${sayHowToGoOn(ended)}`);
    return exitCodeOf(merge);
  }
  if (!ended.resumed) {
    const message = 'This learner is nowhere in the input, so nothing was answered.';
    throw new InputError([error('resume-unknown', message, { option: `--resume-after ${resumeAfter}` })]);
  }
  if (merge.issues > 0) terminal.tell(sayIssues(ended));
  if (ended.qualification !== null && merge.answered > 0 && merge.count('infeasible') === merge.answered) {
    terminal.tell(
      `No pathway exists; qualpath solve ${ended.qualification} says which conditions cannot hold together.`,
    );
  }
  if (merge.count('disputed') > 0) {
    terminal.tell(`${merge.count('disputed')} answers are disputed, which is a bug in qualpath; please report it.`);
  }
  const stopped = merge.issues > 0 && !ended.keepGoing;
  return stopped || (ended.broken && merge.count('disputed') === 0) ? EXIT.badInput : exitCodeOf(merge);
}

/** Whether every learner of the input was answered, but for lines that were to be left out. */
export function isWhole({ merge, signal, resumed, keepGoing }: Ended): boolean {
  return signal === null && resumed && (merge.issues === 0 || keepGoing);
}

/** The gravest that happened to any learner or line. */
function exitCodeOf(merge: CohortMerge): ExitCode {
  if (merge.count('disputed') > 0) return EXIT.disputed;
  if (merge.issues > 0) return EXIT.badInput;
  if (merge.count('unknown') + merge.count('feasible') > 0) return EXIT.limitReached;
  return merge.count('infeasible') > 0 ? EXIT.noPathway : EXIT.answered;
}

function sayIssues(ended: Ended): string {
  const { merge, keepGoing } = ended;
  const howFar = sayHowFar(merge);
  if (keepGoing) return `Not everything could be read (${merge.issues} errors above); ${howFar}.`;
  return `Stopped: ${howFar}${sayHowToGoOn(ended)}, once the line is mended, or leave such lines out with --keep-going.`;
}

function sayHowFar({ answered, last }: CohortMerge): string {
  if (last === null) return 'no learner is answered';
  return `${answered.toLocaleString('en-GB')} ${answered === 1 ? 'learner is' : 'learners are'} answered`;
}

function sayHowToGoOn({ merge, resumeAfter }: Ended): string {
  const after = merge.last ?? resumeAfter;
  return after === null ? '; start again' : `; go on with --resume-after ${quoteForShell(after)}`;
}

/** The text as one word of a shell; control characters are left to `printf`, as a terminal may act on them. */
export function quoteForShell(text: string): string {
  if (/^[\w@%+:,./][\w@%+:,./-]*$/.test(text)) return text;
  if (!/\p{Cc}/u.test(text)) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  return `"$(printf '%b' ${quoteForShell(escapeControls(text))})"`;
}

function escapeControls(text: string): string {
  const octal = (control: string): string => `\\0${control.charCodeAt(0).toString(8).padStart(3, '0')}`;
  return text.replaceAll('\\', '\\\\').replace(/\p{Cc}/gu, octal);
}
