import { Server } from '@modelcontextprotocol/sdk/server/index.js';
import {
  CallToolRequestSchema,
  ErrorCode,
  ListToolsRequestSchema,
  McpError,
  type CallToolResult,
  type Tool as ListedTool,
} from '@modelcontextprotocol/sdk/types.js';
import { openModels } from 'qualpath/node';
import * as z from 'zod';
import { deadlineOf } from './deadline.js';
import { outputSchemaOf } from './output-schema.js';
import { placeOf } from './place.js';
import { refusalOf, resultOf } from './result.js';
import type { Settings } from './settings.js';
import type { Call, Tool } from './tool.js';
import { DESIGNING } from './tools/designing.js';
import { FILES } from './tools/files.js';
import { ONE_QUALIFICATION } from './tools/one-qualification.js';
import { SEVERAL } from './tools/several.js';
import { VERSION } from './version.js';

const TOOLS: readonly Tool[] = [...ONE_QUALIFICATION, ...SEVERAL, ...DESIGNING, ...FILES];

const INSTRUCTIONS = `Exact answers about vocational qualifications: which selections of units meet a rule of combination, \
with the least guided learning hours (GLH), and what a learner or a provider still needs. Begin with list, then show. \
Figures are proved; repeat them as they are, with what the answer says of who proved and confirmed them. A draft with \
open values needs them in "set". An answer "no-pathway" is an answer: it names the conditions that cannot hold together.`;

/** A server that answers questions about qualifications; what it may touch is what the settings say. */
export function createServer(settings: Settings): Server {
  const server = new Server(
    { name: 'qualpath', title: 'qualpath', version: VERSION },
    { capabilities: { tools: {} }, instructions: INSTRUCTIONS },
  );
  const workspace = openModels(settings.models === null ? {} : { userModels: settings.models });
  const place = placeOf(settings);
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: TOOLS.map((it) => listedAs(it, settings)) }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal, sendNotification }) => {
    const asked = TOOLS.find(({ name }) => name === params.name);
    if (asked === undefined) throw new McpError(ErrorCode.InvalidParams, noTool(params.name));
    const { arguments: given = {}, _meta: meta } = params;
    const tell = meta?.progressToken === undefined ? silent : notifier(meta.progressToken, sendNotification);
    const deadline = deadlineOf(secondsOf(given, settings), signal);
    return answer(asked, given, { workspace, place, deadline, tell });
  });
  return server;
}

function listedAs({ name, title, description, document, writes, input }: Tool, { allowWrite }: Settings): ListedTool {
  return {
    name,
    title,
    description,
    inputSchema: z.toJSONSchema(input, { target: 'draft-7', io: 'input' }) as ListedTool['inputSchema'],
    outputSchema: outputSchemaOf(document),
    annotations: {
      readOnlyHint: !(writes && allowWrite),
      destructiveHint: writes && allowWrite,
      openWorldHint: false,
    },
  };
}

function noTool(name: string): string {
  return `There is no tool ${name}; there are ${TOOLS.map((it) => it.name).join(', ')}.`;
}

async function answer(asked: Tool, given: unknown, call: Call): Promise<CallToolResult> {
  try {
    return resultOf(await asked.answer(given, call));
  } catch (thrown) {
    return refusalOf(thrown);
  }
}

/** The time limit that is asked for, but no more than the server's own; what is no number is refused later. */
function secondsOf({ timeLimit }: Readonly<Record<string, unknown>>, settings: Settings): number {
  return typeof timeLimit === 'number' ? Math.min(timeLimit, settings.timeLimit) : settings.timeLimit;
}

const silent = (): void => {};

type Notify = (notification: {
  method: 'notifications/progress';
  params: { progressToken: string | number; progress: number; message: string };
}) => Promise<void>;

/** Tells a client how far an answer has come; one that has gone away in the meantime is not told. */
function notifier(progressToken: string | number, notify: Notify): (message: string) => void {
  let progress = 0;
  return (message) => {
    progress += 1;
    notify({ method: 'notifications/progress', params: { progressToken, progress, message } }).catch(silent);
  };
}
