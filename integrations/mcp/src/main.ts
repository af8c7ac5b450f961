#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createServer } from './server.js';
import { DEFAULT_TIME_LIMIT, LONGEST_TIME_LIMIT, type Settings } from './settings.js';
import { VERSION } from './version.js';

const HELP = `Usage: qualpath-mcp [options]

Answers questions about vocational qualifications as a server of the Model
Context Protocol, over standard input and output.

  --folder <folder>        where files are named from, and beyond which none is
                           touched; the current folder without
  --models <folder>        your own models; the folder "models" there without
  --allow-write            import and export may write files below the folder
  --time-limit <seconds>   an answer takes no longer, ${DEFAULT_TIME_LIMIT} without
  --version, --help
`;

const WRONG_USAGE = 2;

interface Options {
  readonly folder?: string;
  readonly models?: string;
  readonly 'allow-write'?: boolean;
  readonly 'time-limit'?: string;
  readonly version?: boolean;
  readonly help?: boolean;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      folder: { type: 'string' },
      models: { type: 'string' },
      'allow-write': { type: 'boolean' },
      'time-limit': { type: 'string' },
      version: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  return values;
}

/** What the options allow; throws an error in words where they are wrong. */
function settingsOf(options: Options): Settings {
  const timeLimit = Number(options['time-limit'] ?? DEFAULT_TIME_LIMIT);
  if (!(timeLimit > 0 && timeLimit <= LONGEST_TIME_LIMIT)) {
    throw new Error(`--time-limit: give seconds above 0 and up to ${LONGEST_TIME_LIMIT}`);
  }
  // From here on files are named from the folder, whoever started the server.
  if (options.folder !== undefined) process.chdir(options.folder);
  return {
    folder: process.cwd(),
    models: options.models ?? null,
    allowWrite: options['allow-write'] === true,
    timeLimit,
  };
}

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  if (options.help === true) process.stdout.write(HELP);
  else if (options.version === true) process.stdout.write(`${VERSION}\n`);
  else await createServer(settingsOf(options)).connect(new StdioServerTransport());
}

try {
  await main();
} catch (thrown) {
  process.stderr.write(`qualpath-mcp: ${thrown instanceof Error ? thrown.message : String(thrown)}\n`);
  process.exitCode = WRONG_USAGE;
}
