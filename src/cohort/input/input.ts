import { error, type Issue } from '../../domain/issue.js';
import { failure, success, type Result } from '../../domain/result.js';
import { formatOfName, formOfNothing, readCohortHeader, type CohortForm, type CohortFormat } from './form.js';
import { namedDelimiter } from '../../read/table/csv-delimiter.js';
import { readCsvBlock } from './csv.js';
import type { CohortBlock } from './item.js';
import { readMarkbookBlock } from './markbook.js';
import { readNdjsonBlock } from './ndjson.js';
import { CohortSplitter } from './splitter.js';
import { decodeLines } from './text.js';
import type { KnowsUnit } from '../../read/units/markbook.js';
import { startOf } from '../../read/text/text-places.js';
import { decodeText } from '../../read/text/decode-text.js';

/** A cohort of which the beginning has been read: how its lines are to be read, and its blocks of whole lines. */
export interface CohortInput {
  readonly form: CohortForm;
  /** The line, from 1, with which the first block begins. */
  readonly firstLine: number;
  readonly blocks: AsyncIterable<Uint8Array>;
}

/** Reads a block of whole lines. */
export function readCohortBlock(bytes: Uint8Array, form: CohortForm): CohortBlock {
  const text = decodeLines(bytes);
  switch (form.format) {
    case 'csv':
      return readCsvBlock(text, form);
    case 'markbook':
      return readMarkbookBlock(text, form);
    case 'ndjson':
      return readNdjsonBlock(text);
  }
}

/** The longest first line that is looked at. */
const LONGEST_HEADER = 100_000;

/**
 * Opens a stream of bytes as a cohort. Without `format` the name of the file decides, and otherwise the first line: one
 * that begins with a brace makes it NDJSON. `knows` says which columns of a markbook are units. Errors: no first line, one that is not UTF-8 text, no header as it should be.
 */
export async function openCohortInput(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
  format: CohortFormat | null,
  knows?: KnowsUnit,
): Promise<Result<CohortInput>> {
  const stream = chunks[Symbol.asyncIterator]();
  const wanted = format ?? formatOfName(file);
  const head = await readHead(stream);
  if (head === null) {
    const form = formOfNothing(file, wanted);
    return form.ok ? success({ form: form.value, firstLine: 1, blocks: blocksOf(form.value, null, stream) }) : form;
  }
  if (head === 'blank') return failure([onlyBlank(file)]);
  const form = readForm(head, file, wanted, knows);
  if (!form.ok) return form;
  const isHeader = form.value.format !== 'ndjson';
  const blocks = blocksOf(form.value, isHeader ? head.rest : head.all, stream);
  return success({ form: form.value, firstLine: isHeader ? head.line + 1 : head.line, blocks }, form.warnings);
}

function onlyBlank(file: string): Issue {
  const message = `This begins with more than ${MOST_BLANK} bytes of blank lines, the most that are skipped.`;
  return error('empty-file', message, startOf(file));
}

/**
 * The first line that is not blank, with its number from 1, what came from there on, and that without the line. A line
 * `sep=;` is no first line, but `named`, what it says of the cells below it.
 */
interface Head {
  readonly named: string | null;
  readonly line: number;
  readonly bytes: Uint8Array;
  readonly all: Uint8Array;
  readonly rest: Uint8Array;
}

/** The most bytes of blank lines that may stand before the first one that is not. */
export const MOST_BLANK = 1_000_000;

/** Null when there is no line; `blank` when there are only blank ones for as long as anybody looks. */
async function readHead(stream: AsyncIterator<Uint8Array>): Promise<Head | 'blank' | null> {
  let kept: Uint8Array = new Uint8Array();
  let line = 1;
  let skipped = 0;
  let looked = 0;
  for (;;) {
    const next = await stream.next();
    const ended = next.done === true;
    // Blank lines are dropped as they come, and the blanks of one that goes on are remembered: none is looked at twice.
    const joined = ended ? kept : concat(kept, next.value);
    const all = skipped === 0 ? withoutMark(joined) : joined;
    const { start, lines, end } = blankLines(all, looked);
    kept = all.subarray(start);
    line += lines;
    skipped += start;
    looked = end - start;
    const head = looked === kept.length ? null : findHead(kept, line, ended || kept.length > LONGEST_HEADER);
    if (head !== null || ended) return head;
    if (skipped + kept.length > MOST_BLANK) return 'blank';
  }
}

const LINE_FEED = 10;
const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 13);

/** What is blank at the beginning of some bytes. */
interface Blank {
  /** Where the first line that is not blank begins, as far as that can be told, and how many lines end before it. */
  readonly start: number;
  readonly lines: number;
  /** Where the first byte stands that is not blank; the number of bytes when there is none. */
  readonly end: number;
}

/** The first `looked` bytes are known to be blanks within one line. */
function blankLines(bytes: Uint8Array, looked = 0): Blank {
  let [start, lines] = [0, 0];
  let at = looked;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === undefined || !isBlank(byte)) break;
    if (byte === LINE_FEED) [start, lines] = [at + 1, lines + 1];
  }
  return { start, lines, end: at };
}

function findHead(all: Uint8Array, line: number, complete: boolean): Head | null {
  const above = firstLine(all, line, complete);
  const named = above === null ? null : namedDelimiter(ascii(above.bytes));
  if (above === null || named === null) return above;
  const { start, lines } = blankLines(above.rest);
  const head = firstLine(above.rest.subarray(start), line + 1 + lines, complete);
  return head === null ? null : { ...head, named };
}

function firstLine(all: Uint8Array, line: number, complete: boolean): Head | null {
  if (!all.some((byte) => !isBlank(byte))) return null;
  const feed = all.indexOf(LINE_FEED);
  if (feed < 0 && !complete) return null;
  const end = feed < 0 ? all.length : feed + 1;
  return { named: null, line, bytes: all.subarray(0, end), all, rest: all.subarray(end) };
}

/** The longest line that may be `sep=;`, with what spreadsheets put around it. */
const LONGEST_NAMED = 20;

function ascii(line: Uint8Array): string {
  return line.length > LONGEST_NAMED ? '' : String.fromCharCode(...line);
}

const MARK = [0xef, 0xbb, 0xbf];

function withoutMark(bytes: Uint8Array): Uint8Array {
  return MARK.every((byte, index) => bytes[index] === byte) ? bytes.subarray(MARK.length) : bytes;
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

const OPENING_BRACE = 123;

function readForm(
  { bytes, line, named }: Head,
  file: string,
  wanted: CohortFormat | null,
  knows: KnowsUnit | undefined,
): Result<CohortForm> {
  const format = wanted ?? (bytes.find((byte) => !isBlank(byte)) === OPENING_BRACE ? 'ndjson' : 'csv');
  if (format === 'ndjson') return success({ format });
  const place = { file, line, column: 1 };
  if (bytes.length > LONGEST_HEADER) {
    return failure([error('line-too-long', `This header has more than ${LONGEST_HEADER} bytes.`, place)]);
  }
  const text = decodeText(bytes, file);
  if (!text.ok) return failure(text.issues.map((issue) => ({ ...issue, source: place })));
  return readCohortHeader(text.value.replace(/\r?\n$/, ''), file, line, knows, named);
}

async function* blocksOf(
  form: CohortForm,
  first: Uint8Array | null,
  stream: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const splitter = new CohortSplitter(form);
  const beginning = first === null ? null : splitter.push(first);
  if (beginning !== null) yield beginning;
  for (let next = await stream.next(); next.done !== true; next = await stream.next()) {
    const block = splitter.push(next.value);
    if (block !== null) yield block;
  }
  const end = splitter.end();
  if (end !== null) yield end;
}
