import type { Interval } from '../../domain/interval.js';
import type { LinearProgram, Row } from '../../program/linear-program.js';
import { reduceRow } from '../../program/reduce-row.js';
import { Draft } from './draft.js';
import { dominateColumns } from './dominate.js';
import { tightenRows } from './tighten.js';

/**
 * A program that is smaller and has the same best value, with the way back: `lift` turns each of its points into a point
 * of the first program with the same value. Or that the first one has no point.
 */
export type Presolved =
  | { readonly kind: 'impossible' }
  | {
      readonly kind: 'program';
      readonly program: LinearProgram;
      readonly lift: (point: readonly number[]) => readonly number[];
    };

/** Makes a minimising program smaller until nothing changes any more. Every pass changes something or is the last. */
export function presolve(program: LinearProgram): Presolved {
  const draft = new Draft(program);
  for (let changed = true; changed && !draft.impossible;) {
    const tightened = tightenRows(draft);
    changed = (!draft.impossible && dominateColumns(draft)) || tightened;
  }
  if (draft.impossible) return { kind: 'impossible' };
  const { program: left, lift } = draft.finish();
  const rows = left.rows.map((row) => reduceRow(row, left.columns));
  if (rows.includes('never')) return { kind: 'impossible' };
  const distinct = mergeEqual(rows.filter((row) => typeof row === 'object'));
  return { kind: 'program', program: { ...left, rows: distinct }, lift };
}

/** Rows with the same terms as one, with the narrower of their bounds. */
function mergeEqual(rows: readonly Row[]): readonly Row[] {
  const byTerms = new Map<string, Row>();
  for (const row of rows) {
    const key = row.terms.map(({ column, factor }) => `${column}:${factor}`).join(' ');
    const known = byTerms.get(key);
    const interval = known === undefined ? row.interval : narrower(known.interval, row.interval);
    byTerms.set(key, { terms: row.terms, interval });
  }
  return [...byTerms.values()];
}

function narrower(a: Interval, b: Interval): Interval {
  const [mins, maxs] = [[a.min, b.min].filter((it) => it !== null), [a.max, b.max].filter((it) => it !== null)];
  return { min: mins.length === 0 ? null : Math.max(...mins), max: maxs.length === 0 ? null : Math.min(...maxs) };
}
