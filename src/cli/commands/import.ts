import { InvalidArgumentError, Option, type Command } from 'commander';
import { valueOrThrow } from '../../ask/input-error.js';
import { DOCUMENT_KINDS, type DocumentKind } from '../../import/kind.js';
import { importFiles } from '../../node/import-files.js';
import { writeImport } from '../../node/write-import.js';
import { give } from '../give.js';
import { addPrintOptions, type FormatOptions } from '../output-format.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  A handbook becomes models, unit tables and a review below this folder:
    qualpath import handbook.pdf
  A rule and a table in two files, one qualification with an id of its own:
    qualpath import rule.docx units.xlsx --id baking-level-2 --output drafts
  A new issue of a handbook whose model is there, and what changed in it:
    qualpath import handbook-2027.pdf --update baking-level-2 --output next

Every figure and sentence has its place in the review. What was not understood
is listed there and stands in the model as a comment; it is never guessed.
Nothing is sent anywhere. Exit codes: 0 imported, 3 nothing could be read.
`;

interface ImportCommandOptions extends FormatOptions {
  readonly output: string;
  readonly id?: string;
  readonly kind?: DocumentKind;
  readonly update?: string;
  readonly force?: boolean;
}

/** Adds `import` to the program. */
export function registerImport(program: Command, run: Run): void {
  const command = program
    .command('import')
    .summary('draft models from a handbook: PDF, Word, workbook, web page or pasted text')
    .description(
      'Reads documents and writes a draft model and a unit table for each qualification in them, and a review that ' +
        'shows every line beside what was made of it. Several files are read as one document.',
    )
    .argument('<files...>', 'documents: .pdf, .docx, .xlsx, .html, .txt, .csv')
    .option('--output <folder>', 'write below this folder', '.')
    .option('--id <id>', 'the id of the (first) qualification, instead of one made of its title', parseId)
    .addOption(new Option('--kind <kind>', 'what the files are, where their names do not say').choices(DOCUMENT_KINDS))
    .option('--update <model>', 'a new issue of this model (id or file): what changed, notes and edits kept')
    .option('--force', 'replace files that are there already')
    .addHelpText('after', EXAMPLES);
  addPrintOptions(command).action(async (files: readonly string[], options: ImportCommandOptions) => {
    const { format, json } = options;
    const printed = { ...(format === undefined ? {} : { format }), ...(json === undefined ? {} : { json }) };
    await give(run, printed, 'reading the documents', async () => {
      const imported = await importFiles(files, options);
      return valueOrThrow(writeImport(imported, { folder: options.output, replace: options.force === true }));
    });
  });
}

function parseId(text: string): string {
  if (/^[\p{L}\p{N}][\p{L}\p{N}_.-]{0,79}$/u.test(text) && !/\.ya?ml$/i.test(text)) return text;
  throw new InvalidArgumentError('An id is one word of letters, figures, hyphens and dots, at most 80 long.');
}
