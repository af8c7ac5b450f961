import type { Meaning, NamedProgram, ProgramFormat } from './named-program.js';
import { nameTable } from './name-table.js';
import { writeLp } from './lp.js';
import { writeMiniZinc } from './minizinc.js';
import { writeMps } from './mps.js';
import { writeOpb } from './opb.js';

/** The formats that are text of their own; JSON is the document. */
export type TextFormat = Exclude<ProgramFormat, 'json'>;

/** How a comment begins in each format. */
const COMMENT: Readonly<Record<TextFormat, string>> = { lp: '\\ ', mps: '* ', opb: '* ', mzn: '% ' };

/** Some readers refuse longer lines, even of comments. */
const LONGEST_COMMENT = 200;

/**
 * The program as text, with what it is about in comments at its head, and there too, if asked for, every name with what
 * it stands for. The same program always gives the same text. Throws a RangeError for crossed bounds, which have no
 * word in some formats: such a row is two rows.
 */
export function writeNamed(named: NamedProgram, format: TextFormat, withNames: boolean): string {
  refuseCrossedBounds(named);
  const names = withNames ? nameTable(named, format).map((row) => `${row.name}: ${meaningWords(row)}`) : [];
  const comments = [...named.about, ...names].map((text) => COMMENT[format] + commentText(text));
  const text = write(named, format);
  // OPB has a first line of its own, which solvers look for.
  const head = format === 'opb' ? text.indexOf('\n') + 1 : 0;
  return [text.slice(0, head), ...comments.map((it) => `${it}\n`), text.slice(head)].join('');
}

function write({ program }: NamedProgram, format: TextFormat): string {
  switch (format) {
    case 'lp':
      return writeLp(program);
    case 'mps':
      return writeMps(program);
    case 'opb':
      return writeOpb(program);
    case 'mzn':
      return writeMiniZinc(program);
  }
}

function meaningWords({ ref, text }: Meaning): string {
  return ref === null ? text : `${ref}, ${text}`;
}

/** One line, whatever stands in titles. */
function commentText(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  return line.length > LONGEST_COMMENT ? `${line.slice(0, LONGEST_COMMENT - 1)}…` : line;
}

function refuseCrossedBounds({ program: { rows } }: NamedProgram): void {
  const crossed = rows.findIndex(({ interval: { min, max } }) => min !== null && max !== null && min > max);
  if (crossed >= 0) throw new RangeError(`the bounds of row ${crossed} are crossed`);
}
