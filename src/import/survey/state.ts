import { textOfLine, type DocumentLine } from '../document.js';
import type { ColumnKind } from '../columns.js';
import type { Asides, FoundQualification, FoundSentence, FoundTable } from './found.js';
import type { RunTogether } from './run-together.js';

/** How much of a line of which nothing can be made is shown, in characters. */
const LONGEST_TEXT = 1000;

/** The group of units that stand above every heading of a group. */
export const NO_GROUP = 'Units';

/** Facts of one unit that stand under each other, as `Unit title: ...`, `Level: ...`. */
export type Facts = Map<ColumnKind, FoundSentence>;

/** What the lines so far come to, and what the next one stands under. */
export interface SurveyState {
  readonly lines: readonly DocumentLine[];
  readonly found: FoundQualification[];
  readonly asides: Asides;
  current: FoundQualification;
  group: string;
  table: FoundTable | null;
  /** The number of the table in its document; rows of another one have another header. */
  tableNumber: number;
  together: RunTogether | null;
  facts: Facts;
  /** The index of the line that is looked at. */
  at: number;
}

/** The state before the first line. */
export function newState(lines: readonly DocumentLine[]): SurveyState {
  const first = qualification(null, null, null);
  return {
    lines,
    found: [first],
    asides: new Map(),
    current: first,
    group: NO_GROUP,
    table: null,
    tableNumber: -1,
    together: null,
    facts: new Map(),
    at: 0,
  };
}

function qualification(title: string | null, level: string | null, line: DocumentLine | null): FoundQualification {
  const place = line?.place ?? null;
  return { title, level, place, groups: [], tables: [], sentences: [], totals: [], lost: [], remarks: [] };
}

/** Begins a qualification. */
export function begin(state: SurveyState, title: string | null, level: string | null, line: DocumentLine): void {
  const { current } = state;
  state.current = qualification(title, level, line);
  state.found.push(state.current);
  if (current.title === null && current.tables.length === 0) {
    state.current.sentences.push(...current.sentences.splice(0).map((it) => ({ ...it, aboveTitle: true })));
  }
  leaveTable(state);
}

/** Nothing that comes belongs to the groups and tables so far. */
export function leaveTable(state: SurveyState): void {
  state.group = NO_GROUP;
  state.table = null;
  state.together = null;
}

/** The line that is looked at. */
export function lineOf(state: SurveyState): DocumentLine {
  const line = state.lines[state.at];
  if (line === undefined) throw new Error('a line of the document is not there');
  return line;
}

/** Says of the line what was made of it, where it is neither a unit nor a sentence. */
export function aside(state: SurveyState, words: string): void {
  state.asides.set(state.at, words);
}

/** Keeps a row of which nothing can be made. */
export function lose(state: SurveyState): void {
  const line = lineOf(state);
  state.current.lost.push({
    index: state.at,
    place: line.place,
    text: textOfLine(line).slice(0, LONGEST_TEXT),
    pair: null,
    group: null,
    aboveTitle: false,
  });
}

/** Keeps a text that may hold a condition, of a label and its value where there are two. */
export function say(state: SurveyState, text: string, pair: FoundSentence['pair'] = null): void {
  const group = state.group === NO_GROUP ? null : state.group;
  state.current.sentences.push({ index: state.at, place: lineOf(state).place, text, pair, group, aboveTitle: false });
}

/** Keeps a row of the table as a unit. */
export function addUnit(state: SurveyState, cells: readonly string[]): void {
  const line = lineOf(state);
  const notes = line.kind === 'row' ? (line.notes ?? []) : [];
  state.table?.rows.push({ index: state.at, place: line.place, group: state.group, cells: [...cells], notes });
  ensureGroup(state);
}

/** Units need a group, even where no heading names one. */
export function ensureGroup({ current, group }: SurveyState): void {
  if (current.groups.some(({ name }) => name === group)) return;
  current.groups.push({ name: group, title: group === NO_GROUP ? 'Units' : '', place: null });
}

/** Keeps a row of totals. */
export function addTotal(state: SurveyState, cells: readonly string[]): void {
  const { current, table, group } = state;
  current.totals.push({ index: state.at, place: lineOf(state).place, group, table, cells });
  aside(state, 'total');
}
