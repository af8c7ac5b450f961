import type { JSX } from 'preact';
import { signal } from '@preact/signals';
import { referenceKey, type UnitsAnswerDocument } from '../../src/index.js';
import type { PageIssue } from '../engine/protocol.js';
import { memo } from '../parts/memo.js';
import { editDraft, type Draft } from '../state/document.js';
import { columnOf, COLUMNS, pasteCells, type UnitTable } from '../model/unit-table.js';

/** What one unit costs, and how many of all pathways count it. */
export type UnitPrice = Extract<UnitsAnswerDocument, { status: 'answered' }>['units'][number];

interface Props {
  readonly draft: Draft;
  /** References of the units of the best pathway, as they are compared. */
  readonly chosen: ReadonlySet<string>;
  readonly prices: ReadonlyMap<string, UnitPrice>;
  readonly issues: ReadonlyMap<string, PageIssue>;
  readonly old: boolean;
}

type Wish = 'require' | 'exclude';

/** By which column rows are shown; null for the order of the table. */
const order = signal<{ readonly column: number; readonly down: boolean } | null>(null);

/** The unit table: every cell can be edited; beside it what each unit costs. */
export function UnitGrid({ draft, chosen, prices, issues, old }: Props): JSX.Element {
  const { table, wishes } = draft;
  const [head = []] = table;
  const ref = columnOf(table, 'ref');
  if (head.length === 0) {
    return (
      <p>
        This model has no unit table.{' '}
        <button type="button" onClick={beginTable}>
          Begin one
        </button>
      </p>
    );
  }
  const wished = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(referenceKey));
  const [required, excluded] = [wished(wishes.require), wished(wishes.exclude)];
  return (
    <>
      <div class={old ? 'scroll units old' : 'scroll units'} role="group" tabIndex={0} aria-label="Unit table">
        <table>
          <thead>
            <tr>
              <th scope="col">Best</th>
              <th scope="col">Ask</th>
              <th scope="col" class="right" title="What choosing the unit adds to the least hours">
                Costs
              </th>
              <th scope="col" class="right" title="How many of all pathways count it">
                Share
              </th>
              {head.map((name, cell) => (
                <th key={cell} scope="col" aria-sort={sortOf(cell)}>
                  <button type="button" class="sort" onClick={() => sortBy(cell)}>
                    {NAMES[name.trim().toLowerCase()] ?? name}
                  </button>
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shownRows(table).map((row) => {
              const cells = table[row] ?? [];
              const key = referenceKey(cells[ref] ?? '');
              return (
                <Row
                  key={row}
                  row={row}
                  cells={cells}
                  name={cells[ref] ?? `row ${row}`}
                  best={chosen.has(key)}
                  price={prices.get(key)}
                  wish={required.has(key) ? 'require' : excluded.has(key) ? 'exclude' : null}
                  wrong={wrongIn(issues, row, cells.length)}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      <p>
        <button type="button" onClick={addRow}>
          Add a unit
        </button>{' '}
        <span class="quiet">Cells copied in a spreadsheet can be pasted onto any cell.</span>
      </p>
      {issues.size === 0 ? null : (
        <ul class="issues">
          {[...issues].map(([place, issue]) => (
            <li key={place} class={issue.severity}>
              <strong>Row {place.split(',')[0]}:</strong> {issue.message}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  group: 'Group',
  ref: 'Ref',
  urn: 'URN',
  title: 'Title',
  level: 'Level',
  credit: 'Credit',
  glh: 'GLH',
};

interface RowProps {
  readonly row: number;
  readonly cells: readonly string[];
  readonly name: string;
  readonly best: boolean;
  readonly price: UnitPrice | undefined;
  readonly wish: Wish | null;
  /** Messages by cell, as one text, so that rows can be told apart cheaply. */
  readonly wrong: string;
}

const Row = memo(({ row, cells, name, best, price, wish, wrong }: RowProps): JSX.Element => {
  const messages = new Map(
    wrong.split('\n').flatMap((line) => {
      const at = line.indexOf(' ');
      return at === -1 ? [] : [[Number(line.slice(0, at)), line.slice(at + 1)] as const];
    }),
  );
  return (
    <tr class={best ? 'best' : ''}>
      <td>
        {best ? (
          <span title="In the best pathway">
            ✓<span class="hidden"> in the best pathway</span>
          </span>
        ) : null}
      </td>
      <td class="asks">
        <button
          type="button"
          aria-pressed={wish === 'require'}
          aria-label={`must: ${name}`}
          title="Only pathways with it"
          onClick={() => toggle('require', name)}
        >
          must
        </button>
        <button
          type="button"
          aria-pressed={wish === 'exclude'}
          aria-label={`not: ${name}`}
          title="Only pathways without it"
          onClick={() => toggle('exclude', name)}
        >
          not
        </button>
      </td>
      <td class="right figure">{costOf(price)}</td>
      <td class="right figure">{price?.share === null || price === undefined ? '' : shareOf(price.share)}</td>
      {cells.map((text, cell) => (
        <td key={cell}>
          <input
            value={text}
            size={Math.max(3, Math.min(44, text.length))}
            aria-label={`${HEADS[cell] ?? 'cell'} of ${name}`}
            aria-invalid={messages.has(cell)}
            title={messages.get(cell) ?? ''}
            data-row={row}
            data-cell={cell}
            onInput={(event) => setCell(row, cell, event.currentTarget.value)}
            onPaste={(event) => paste(event, row, cell)}
            onKeyDown={(event) => move(event, row, cell)}
          />
        </td>
      ))}
      <td class="asks">
        <button
          type="button"
          aria-label={`Delete ${name} from the table`}
          title="Delete the unit from the table"
          onClick={() => removeRow(row)}
        >
          ×
        </button>
      </td>
    </tr>
  );
});

let HEADS: readonly string[] = [];

function costOf(price: UnitPrice | undefined): string {
  if (price === undefined) return '';
  if (price.status === 'forced') return 'always in';
  if (price.status === 'impossible') return 'never in';
  if (price.costs === null) return '';
  return price.costs > 0 ? `+${price.costs}` : String(price.costs);
}

function shareOf(share: number): string {
  const percent = share * 100;
  if (percent === 0 || percent === 100) return `${percent}%`;
  return percent < 1 ? '<1%' : percent > 99 ? '>99%' : `${Math.round(percent)}%`;
}

function wrongIn(issues: ReadonlyMap<string, PageIssue>, row: number, width: number): string {
  if (issues.size === 0) return '';
  const lines: string[] = [];
  for (let cell = 0; cell < width; cell += 1) {
    const issue = issues.get(`${row},${cell}`);
    if (issue !== undefined) lines.push(`${cell} ${issue.message.replaceAll('\n', ' ')}`);
  }
  return lines.join('\n');
}

function shownRows(table: UnitTable): readonly number[] {
  [HEADS = []] = table;
  const rows = table.slice(1).map((_, at) => at + 1);
  const by = order.value;
  if (by === null) return rows;
  const compare = new Intl.Collator('en-GB', { numeric: true }).compare;
  const textAt = (row: number): string => table[row]?.[by.column] ?? '';
  const sorted = rows.toSorted((a, b) => compare(textAt(a), textAt(b)) || a - b);
  return by.down ? sorted.toReversed() : sorted;
}

function sortOf(column: number): 'ascending' | 'descending' | 'none' {
  if (order.value?.column !== column) return 'none';
  return order.value.down ? 'descending' : 'ascending';
}

/** Up, then down, then as the table has them. */
function sortBy(column: number): void {
  const { value } = order;
  if (value?.column !== column) order.value = { column, down: false };
  else order.value = value.down ? null : { column, down: true };
}

function setTable(what: string, change: (table: UnitTable) => UnitTable): void {
  editDraft(what, (draft) => ({ ...draft, table: change(draft.table) }));
}

function setCell(row: number, cell: number, text: string): void {
  setTable(`cell ${row},${cell}`, (table) =>
    table.map((cells, at) => (at === row ? cells.map((before, place) => (place === cell ? text : before)) : cells)),
  );
}

function paste(event: ClipboardEvent, row: number, cell: number): void {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (!/[\t\n]/.test(text.trimEnd())) return;
  event.preventDefault();
  setTable('paste', (table) => pasteCells(table, row, cell, text));
}

/** Up, down and Enter go from row to row, as in a spreadsheet. */
function move(event: KeyboardEvent, row: number, cell: number): void {
  const step = event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  document.querySelector<HTMLInputElement>(`.units input[data-row="${row + step}"][data-cell="${cell}"]`)?.focus();
}

function addRow(): void {
  setTable('add a unit', (table) => {
    const last = table.at(-1) ?? [];
    const group = columnOf(table, 'group');
    return [...table, (table[0] ?? []).map((_, cell) => (cell === group ? (last[cell] ?? '') : ''))];
  });
}

function removeRow(row: number): void {
  setTable('delete a unit', (table) => table.filter((_, at) => at !== row));
}

function beginTable(): void {
  setTable('begin a table', () => [COLUMNS, ['A', 'U1', '', '', '', '']]);
}

function toggle(wish: Wish, ref: string): void {
  const other = wish === 'require' ? 'exclude' : 'require';
  editDraft(`${wish} ${ref}`, (draft) => {
    const has = draft.wishes[wish].some((it) => referenceKey(it) === referenceKey(ref));
    const without = (list: readonly string[]): readonly string[] =>
      list.filter((it) => referenceKey(it) !== referenceKey(ref));
    const list = has ? without(draft.wishes[wish]) : [...draft.wishes[wish], ref];
    return { ...draft, wishes: { ...draft.wishes, [other]: without(draft.wishes[other]), [wish]: list } };
  });
}
