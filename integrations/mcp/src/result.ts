import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { checkDocument, InputError, isWrongUsage } from 'qualpath';
import { PLAIN, renderSheet } from 'qualpath/node';
import { ZodError } from 'zod';
import { listed, Refusal, type Problem } from './problem.js';
import type { Given, TextFile } from './tool.js';

/** Wide enough for a title to stay on its line; references stand as they are to be typed, without the escapes of Markdown. */
const PAGE = { width: 160, palette: PLAIN };

type Structured = NonNullable<CallToolResult['structuredContent']>;

/** An answer for people and for programs. */
export function resultOf(given: Given): CallToolResult {
  const { document, outcome, issues, files, written } = given;
  const structured: Structured = {
    outcome,
    document,
    issues: checkDocument(issues),
    ...(files === undefined ? {} : { files }),
    ...(written === undefined ? {} : { written }),
  };
  return {
    content: [{ type: 'text', text: [renderSheet(given.sheet(), PAGE), ...tailOf(given)].join('\n\n') }],
    structuredContent: asJson(structured),
  };
}

function tailOf({ issues, files = [], written }: Given): readonly string[] {
  return [
    ...(issues.length === 0 ? [] : [`Worth knowing about the input:\n\n${listed(issues)}`]),
    ...(files.length === 0 ? [] : [written === true ? 'Written:' : 'Nothing was written. As files these would be:']),
    ...files.map((file) => (written === true ? `- ${file.path}` : fenced(file))),
  ];
}

/** The text of a file as a block of code, whatever marks it holds. */
function fenced({ path, text }: TextFile): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([marks]) => marks.length));
  const fence = '`'.repeat(longest + 1);
  return `${path}\n\n${fence}\n${text.trimEnd()}\n${fence}`;
}

/** What was thrown, as a result that says what to mend: every problem at once. */
export function refusalOf(thrown: unknown): CallToolResult {
  if (thrown instanceof Refusal) return refused('wrong-usage', thrown.problems);
  if (thrown instanceof ZodError) return refused('wrong-usage', thrown.issues.map(argumentProblem));
  if (thrown instanceof InputError) {
    return refused(isWrongUsage(thrown.issues) ? 'wrong-usage' : 'bad-input', thrown.issues);
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return refused('failed', [
    { code: 'internal', severity: 'error', message: `This is a bug in qualpath: ${message}`, source: null },
  ]);
}

function refused(outcome: Given['outcome'], problems: readonly Problem[]): CallToolResult {
  return {
    isError: true,
    content: [{ type: 'text', text: `This cannot be answered as it was asked.\n\n${listed(problems)}` }],
    structuredContent: asJson({ outcome, issues: checkDocument(problems) }),
  };
}

/** A fault that zod found in the arguments, in words and with its place. */
function argumentProblem(issue: ZodError['issues'][number]): Problem {
  const option = issue.path.length === 0 ? 'arguments' : issue.path.map(String).join('.');
  return { code: 'argument', severity: 'error', message: messageOf(issue), source: { option } };
}

function messageOf(issue: ZodError['issues'][number]): string {
  if (issue.code === 'unrecognized_keys') {
    return `There is no argument ${issue.keys.join(', ')} here; the description of the tool lists those that there are.`;
  }
  return issue.message;
}

/** As it travels: fields without a value are left out. */
function asJson(structured: Structured): Structured {
  return JSON.parse(JSON.stringify(structured)) as Structured;
}
