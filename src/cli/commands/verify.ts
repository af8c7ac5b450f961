import type { Command } from 'commander';
import { answerVerify } from '../../ask/answers/verify.js';
import { valueOrThrow } from '../../ask/input-error.js';
import { readTextFile } from '../../node/read-text-file.js';
import { give } from '../give.js';
import { requestOf } from '../question-options.js';
import { addRequestOptions, type RequestOptions } from '../request-options.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  Whether a certificate proves what it claims:
    qualpath solve ocr-level-3-diploma-customer-service --certificate ocr.json
    qualpath verify ocr.json
  And whether it is about the model as it stands now:
    qualpath verify ocr.json --model ocr-level-3-diploma-customer-service
  One of a request is compared with the same request:
    qualpath verify mine.json --model ocr-level-3-diploma-customer-service \\
      --achieved K/506/2169 --also "at most 280 GLH"
`;

/** Adds `verify` to the program. */
export function registerVerify(program: Command, run: Run): void {
  const command = program
    .command('verify')
    .summary('whether a certificate proves its claim')
    .description(
      'Proves the claim of a certificate again, exactly and without any solver. It is proved of the units and conditions ' +
        'that the certificate lists; with --model these are compared with the model as it stands now.',
    )
    .argument('<file>', 'a certificate')
    .option('--model <qualification>', 'an id (see qualpath list) or the path of a model file to compare it with')
    .addHelpText('after', EXAMPLES);
  addRequestOptions(command).action(async (file: string, options: RequestOptions & { readonly model?: string }) => {
    const text = valueOrThrow(readTextFile(file));
    const { model } = options;
    await give(run, options, 'checking the proof', () =>
      model === undefined
        ? answerVerify(text, null, file)
        : run.workspace(options.models).open(model).answers.verify(text, requestOf(options), file),
    );
  });
}
