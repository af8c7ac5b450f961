import { columnByHeader, type ColumnKind } from '../columns.js';
import { flatten } from '../document.js';
import type { FoundTable } from './found.js';
import { ensureGroup, lineOf, NO_GROUP, type SurveyState } from './state.js';

const KINDS: readonly ColumnKind[] = ['ref', 'urn', 'title', 'level', 'credit', 'glh'];
const LABELLED = /^([^:|]{2,40}):\s*(\S.*)$/;
const LONGEST_VALUE = 160;

/** Keeps a label and its value where they may be a fact of one unit, as `Unit title: ...`; whether it did. */
export function keepFact(state: SurveyState, label: string, value: string): boolean {
  const kind = columnByHeader(label);
  if (kind === null || !KINDS.includes(kind) || value.length > LONGEST_VALUE) return false;
  if (state.facts.has(kind)) flushFacts(state);
  const group = state.group === NO_GROUP ? null : state.group;
  const { place } = lineOf(state);
  state.facts.set(kind, {
    index: state.at,
    place,
    text: `${label}: ${value}`,
    pair: [label, value],
    group,
    aboveTitle: false,
  });
  return true;
}

/** The label and value of a text such as `Credit value: 4`; null for any other. */
export function labelled(text: string): readonly [string, string] | null {
  const found = LABELLED.exec(text);
  return found?.[1] === undefined || found[2] === undefined ? null : [flatten(found[1]), flatten(found[2])];
}

/** Makes a unit of the facts so far; what is no unit by itself is kept as sentences. */
export function flushFacts(state: SurveyState): void {
  const { facts, current } = state;
  if (facts.size === 0) return;
  state.facts = new Map();
  const title = facts.get('title');
  if (title === undefined || facts.size < 2) {
    current.sentences.push(...facts.values());
    return;
  }
  const cells = KINDS.map((kind) => facts.get(kind)?.pair?.[1] ?? '');
  const group = title.group ?? NO_GROUP;
  factTable(state).rows.push({ index: title.index, place: title.place, group, cells, notes: [] });
  for (const { index } of facts.values())
    if (index !== title.index) state.asides.set(index, 'a fact of the unit above');
  ensureGroup({ ...state, group });
}

/** One table for all units of a qualification that are set out as labels and values. */
function factTable({ current }: SurveyState): FoundTable {
  const known = current.tables.find(({ named }) => named === KINDS);
  if (known !== undefined) return known;
  const table: FoundTable = { headers: KINDS, named: KINDS, runTogether: false, rows: [] };
  current.tables.push(table);
  return table;
}
