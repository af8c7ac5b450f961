import { itemAt } from '../domain/item-at.js';
import { csvCell } from './csv-cell.js';
import type { SweepDocument } from './documents/sweep.js';

/** One row a setting; units are separated by semicolons, and what is not known stays empty. */
export function sweepCsv(names: readonly string[], points: SweepDocument): string {
  const rows = points.map(({ set, status, glh, pathways, best }) => {
    const units = best?.units.map(({ ref }) => ref).join(';') ?? null;
    const values = names.map((name) => set[name] ?? null);
    const cells = [...values, status, glh.min, glh.max, pathways, best?.totals.credits ?? null, units];
    return cells.map((cell) => csvCell(cell === null ? '' : String(cell))).join(',');
  });
  const head = [...names, 'status', 'min-glh', 'max-glh', 'pathways', 'best-credits', 'best-units'];
  return [head.map(csvCell).join(','), ...rows].join('\n');
}

/** The value of one swept figure at a point. */
export function valueAt({ set }: SweepDocument[number], names: readonly string[], axis: number): number {
  const value = set[itemAt(names, axis)];
  if (value === undefined) throw new Error(`a point of a sweep has no value of ${itemAt(names, axis)}`);
  return value;
}
