import { type Command } from 'commander';
import type { SweepQuestion } from '../../ask/sweep-question.js';
import type { SweepDocument } from '../../report/documents/sweep.js';
import type { AnswerWithRows } from '../../ask/answers/overlap.js';
import { EXIT_OF } from '../exit-code.js';
import { addPictureOptions, formatOf, wantsRows } from '../output-format.js';
import { requestOf } from '../question-options.js';
import { addRequestOptions, addSolverOptions, type RequestOptions, type SearchOptions } from '../request-options.js';
import type { Run } from '../run.js';
import { tellIssues } from '../terminal.js';
import { checkOutput, writeAnswer } from '../write-answer.js';
import { writePictures } from '../write-pictures.js';

const EXAMPLES = `
Examples:
  What each value of an open threshold makes of a draft:
    qualpath sweep level-2-diploma-customer-service \\
      --parameter c-minimum=0..69 --set a-credits=20 --set "B&A 38.credit=5" \\
      --set "B&A 38.glh=30" --set d-maximum=10 --svg c-minimum.svg
  The threshold of the second statement and that of the third:
    qualpath sweep ocr-level-3-diploma-customer-service \\
      --statement 2=55..65 --statement 3=10..20 --csv
`;

interface SweepOptions extends RequestOptions, SearchOptions {
  readonly parameter: readonly string[];
  readonly statement: readonly string[];
  readonly csv?: boolean;
}

/** Adds `sweep` to the program. */
export function registerSweep(program: Command, run: Run): void {
  const collect = (value: string, previous: readonly string[]): readonly string[] => [...previous, value];
  const command = program
    .command('sweep')
    .summary('what each value of an open figure or a threshold makes of the rule')
    .description(
      'For every value of one or two figures: the lowest and the highest GLH, the number of pathways, the best pathway, and where none exists. With --json one object a line, as they are answered.',
    )
    .argument('<qualification>', 'an id (see qualpath list) or the path of a model file')
    .option('--parameter <name=from..to[:step]>', 'sweep an open name; may be given twice', collect, [])
    .option('--statement <n=from..to[:step]>', 'sweep the threshold of the n-th statement of the rule', collect, [])
    .option('--csv', 'print a table for a spreadsheet')
    .addHelpText('after', EXAMPLES);
  addPictureOptions(addSolverOptions(addRequestOptions(command))).action(
    async (qualification: string, options: SweepOptions) => {
      const { answers } = run.workspace(options.models).open(qualification);
      checkOutput(options);
      const answer = await answers.sweep(questionOf(run, options));
      if (options.svg !== undefined) {
        writePictures(run.terminal, answer.sheet(), options.svg, options.force === true);
      }
      await write(run, options, answer);
      tellIssues(run.terminal, answer.issues);
      run.end(EXIT_OF[answer.outcome]);
    },
  );
}

/** Lines of JSON are printed as they come, unless a file is to have all of them. */
function printsLines(options: SweepOptions): boolean {
  return options.output === undefined && formatOf(options) === 'json';
}

function questionOf(run: Run, options: SweepOptions): SweepQuestion {
  const { terminal } = run;
  const lines = printsLines(options);
  return {
    ...requestOf(options),
    parameters: options.parameter,
    statements: options.statement,
    solver: options.solver,
    timeLimit: run.deadlineOf(options.timeLimit),
    point: (point, done, all) => {
      if (lines) terminal.print(JSON.stringify(point));
      if (!terminal.showsProgress || (done % 10 !== 0 && done !== all)) return;
      terminal.draw(done === all ? '\r\u001B[K' : `\r\u001B[Ksetting ${done} of ${all}`);
    },
  };
}

async function write({ terminal }: Run, options: SweepOptions, answer: AnswerWithRows<SweepDocument>): Promise<void> {
  if (printsLines(options)) return;
  await writeAnswer(terminal, answer, wantsRows(options) ? { ...options, format: 'csv' } : options);
}
