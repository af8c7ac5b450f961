import { InvalidArgumentError, type Command } from 'commander';
import { gather } from '../../ask/gather.js';
import { InputError, valueOrThrow } from '../../ask/input-error.js';
import { error } from '../../domain/issue.js';
import { parseWholeNumber } from '../../domain/quantity.js';
import { openLibrary } from '../../node/library.js';
import { carriedModel, renderPage, servePage } from '../../node/page.js';
import { codeOf, reasonFor } from '../../node/system-error.js';
import { refuseExisting, writeText } from '../write-answer.js';
import type { Run } from '../run.js';

const EXAMPLES = `
Examples:
  One file with every qualification at hand, to be opened by a double click:
    qualpath page --output rules.html
  The same with two of them, or with a draft of your own:
    qualpath page level-2-diploma-customer-service drafts/models/mine.yaml \\
      --output two.html
  In the browser until you press Ctrl+C; no other machine can reach it:
    qualpath page

The page solves by itself: it needs no network, and sends nothing anywhere.
`;

const LAST_PORT = 65_535;

interface PageOptions {
  readonly output?: string;
  readonly force?: boolean;
  readonly port: number;
}

/** Adds `page` to the program. */
export function registerPage(program: Command, run: Run): void {
  program
    .command('page')
    .summary('a page that edits, solves, imports and plans in a browser')
    .description(
      'Writes one file that works in a browser with nothing installed: the rule and the units of qualifications can be edited in it and are solved at every keystroke. Without --output it is served to this machine alone.',
    )
    .argument('[qualifications...]', 'ids (see qualpath list) or paths of model files; all at hand if none is given')
    .option('--output <file>', 'write the page to this file')
    .option('--force', 'replace the file if it is there already')
    .option('--port <n>', 'serve on this port instead of a free one', parsePort, 0)
    .addHelpText('after', EXAMPLES)
    .action(async (named: readonly string[], options: PageOptions) => {
      const { terminal } = run;
      refuseExisting('--output', options.output, options);
      const library = openLibrary();
      const ids = named.length > 0 ? named : valueOrThrow(library.list()).map(({ id }) => id);
      const models = valueOrThrow(gather(ids.map(carriedModel)));
      const page = renderPage(models, valueOrThrow(library.equivalences()));
      if (options.output !== undefined) {
        writeText(terminal, new TextEncoder().encode(page), options.output, options.force === true);
        return;
      }
      await serve(run, page, options.port);
    });
}

/** Serves until the first interrupt. */
async function serve({ terminal }: Run, page: string, port: number): Promise<void> {
  const { server, address } = await listening(page, port);
  terminal.print(`The page is at ${address} for this machine alone. Ctrl+C ends it.`);
  await new Promise<void>((resolve) => {
    const end = (): void => {
      process.off('SIGINT', end);
      process.off('SIGTERM', end);
      server.closeAllConnections();
      server.close(() => resolve());
    };
    process.on('SIGINT', end);
    process.on('SIGTERM', end);
  });
}

async function listening(page: string, port: number): ReturnType<typeof servePage> {
  try {
    return await servePage(page, port);
  } catch (thrown) {
    const message = `Port ${port} cannot be used: ${reasonFor(codeOf(thrown))}.`;
    throw new InputError([error('file-unwritable', message, { option: `--port ${port}` })]);
  }
}

function parsePort(text: string): number {
  const port = parseWholeNumber(text);
  if (port !== null && port <= LAST_PORT) return port;
  throw new InvalidArgumentError(`A port is a whole number up to ${LAST_PORT}.`);
}
