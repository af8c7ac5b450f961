import { formatLevel } from '../../domain/level.js';
import type { Specification } from '../../domain/specification.js';
import type { Figure, UnitRow } from '../../domain/unit.js';

/** A unit that both versions list, and one thing that differs; figures that are open are null. */
export interface UnitChange {
  readonly ref: string;
  readonly field: 'title' | 'level' | 'credit' | 'glh' | 'groups';
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** What became of the units, in table order. */
export interface UnitChanges {
  readonly added: readonly UnitRow<Figure>[];
  readonly removed: readonly UnitRow<Figure>[];
  readonly changed: readonly UnitChange[];
}

/** A table with the piece of learning of each row, under names that both tables share. */
export interface NamedRows {
  readonly specification: Specification;
  readonly pieces: readonly string[];
}

/** Units by what they are, not by where they stand: a unit that moved to another group is changed, not removed. */
export function compareUnits(before: NamedRows, after: NamedRows): UnitChanges {
  const [old, young] = [rowsOf(before), rowsOf(after)];
  const first = (rows: readonly UnitRow<Figure>[]): readonly UnitRow<Figure>[] => rows.slice(0, 1);
  return {
    added: [...young].flatMap(([piece, rows]) => (old.has(piece) ? [] : first(rows))),
    removed: [...old].flatMap(([piece, rows]) => (young.has(piece) ? [] : first(rows))),
    changed: [...old].flatMap(([piece, rows]) => changesOf(rows, young.get(piece) ?? [])),
  };
}

function rowsOf({ specification, pieces }: NamedRows): ReadonlyMap<string, readonly UnitRow<Figure>[]> {
  const rows = new Map<string, UnitRow<Figure>[]>();
  for (const [at, row] of specification.rows.entries()) {
    const piece = pieces[at];
    if (piece === undefined) throw new RangeError(`row ${at} has no piece of learning`);
    rows.set(piece, [...(rows.get(piece) ?? []), row]);
  }
  return rows;
}

function changesOf(before: readonly UnitRow<Figure>[], after: readonly UnitRow<Figure>[]): readonly UnitChange[] {
  const [old, young] = [before[0], after[0]];
  if (old === undefined || young === undefined) return [];
  const fields: readonly Omit<UnitChange, 'ref'>[] = [
    { field: 'groups', before: groupsOf(before), after: groupsOf(after) },
    { field: 'title', before: old.title, after: young.title },
    { field: 'level', before: levelOf(old), after: levelOf(young) },
    { field: 'credit', before: figureOf(old.credit), after: figureOf(young.credit) },
    { field: 'glh', before: figureOf(old.glh), after: figureOf(young.glh) },
  ];
  return fields.filter((it) => it.before !== it.after).map((it) => ({ ref: young.ref, ...it }));
}

function groupsOf(rows: readonly UnitRow<Figure>[]): string {
  return rows.map(({ group }) => group).join(', ');
}

function levelOf({ level }: UnitRow<Figure>): string | null {
  return level === null ? null : formatLevel(level);
}

function figureOf(figure: Figure): number | null {
  return typeof figure === 'number' ? figure : null;
}
