import type { PageIssue } from '../engine/protocol.js';
import type { Draft } from '../state/document.js';
import { placeInRule } from '../model/rule-text.js';
import { cellAt } from '../model/unit-table.js';
import type { LineIssue } from './rule-editor.js';

/** Issues by where they are shown: in the rule, in a cell of the table, or in words by themselves. */
export interface PlacedIssues {
  readonly rule: readonly LineIssue[];
  /** By `row,cell`, both from 0. */
  readonly cells: ReadonlyMap<string, PageIssue>;
  readonly other: readonly PageIssue[];
}

const SEVERITY = { error: 'error', warning: 'warning', note: 'info' } as const;

/** Where each issue is shown. */
export function placeIssues(draft: Draft, issues: readonly PageIssue[]): PlacedIssues {
  const rule: LineIssue[] = [];
  const cells = new Map<string, PageIssue>();
  const other: PageIssue[] = [];
  for (const issue of issues) {
    const { source, message, severity } = issue;
    const place = source !== null && 'line' in source ? source : null;
    const line = place?.file === `${draft.id}.yaml` ? placeInRule(draft, place) : null;
    const cell =
      place !== null && line === null && place.file.endsWith('.csv') && !place.file.endsWith('equivalences.csv')
        ? cellAt(draft.table, place.line, place.column)
        : null;
    if (line !== null) rule.push({ ...line, severity: SEVERITY[severity], message });
    else if (cell !== null) cells.set(`${cell.row},${cell.cell}`, issue);
    else other.push(issue);
  }
  return { rule, cells, other };
}
