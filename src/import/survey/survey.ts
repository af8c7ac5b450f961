import { flatten, LONGEST_LINE, MOST_CELLS, type DocumentLine, type SourceDocument } from '../document.js';
import { flushFacts } from './facts.js';
import type { Asides, FoundQualification } from './found.js';
import { surveyRow } from './row-lines.js';
import { aside, lineOf, lose, newState, type SurveyState } from './state.js';
import { surveyTogether } from './together-lines.js';
import { LONGEST_PARAGRAPH, surveyWords } from './word-lines.js';

const CONTENTS = /\.{4,}\s*\d+$|(?:\. ){4,}\s*\d+$/;

/** What the lines of a document come to. */
export interface Survey {
  readonly found: readonly FoundQualification[];
  readonly asides: Asides;
}

/** Sorts the lines of a document into qualifications with their groups, tables and sentences, going over them once. */
export function survey(document: SourceDocument): Survey {
  const state = newState(document.lines);
  for (; state.at < document.lines.length; state.at += 1) surveyLine(state);
  flushFacts(state);
  return { found: state.found, asides: state.asides };
}

function surveyLine(state: SurveyState): void {
  const line = lineOf(state);
  if (line.kind === 'left-out') return aside(state, line.why);
  if (lengthOf(line) > LONGEST_LINE || (line.kind === 'row' && line.cells.length > MOST_CELLS)) return lose(state);
  if (!mayBeFact(line)) flushFacts(state);
  if (line.kind === 'row') return surveyRow(state, line);
  if (line.text.length > LONGEST_PARAGRAPH) return lose(state);
  const text = flatten(line.text);
  if (text === '') return;
  if (CONTENTS.test(text)) return aside(state, 'table of contents');
  if (!surveyTogether(state, text)) surveyWords(state, text, line.heading);
}

function lengthOf(line: DocumentLine): number {
  return line.kind === 'row' ? line.cells.reduce((length, cell) => length + cell.length, 0) : line.text.length;
}

/** Facts of one unit stand under each other; anything else ends them. */
function mayBeFact(line: DocumentLine): boolean {
  if (line.kind === 'row') return line.cells.filter((cell) => flatten(cell) !== '').length === 2;
  return line.kind === 'text' && line.text.includes(':');
}
