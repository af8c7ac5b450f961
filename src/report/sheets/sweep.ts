import type { SweepDocument, SweepPointDocument } from '../documents/sweep.js';
import { heatMap } from '../pictures/heat-map.js';
import { sweepLine } from '../pictures/sweep-line.js';
import { line, table, toned, type Cell, type Sheet, type SheetPart, type TableColumn } from '../sheet.js';
import { valueAt } from '../sweep-csv.js';
import { countCell } from './number-words.js';
import { plural } from './plural.js';

const MOST_ROWS = 200;
const WIDEST_GRID = 10;

/** What every setting makes of the rule: its hours and pathways, where it becomes impossible, and a picture. */
export function sweepSheet(title: string, names: readonly string[], points: SweepDocument): Sheet {
  const words = describeSweep(names, points);
  const hasHours = points.some(({ glh }) => glh.min !== null);
  const picture = names.length === 1 ? sweepLine(names[0] ?? '', points, words) : heatMap(names, points, words);
  return {
    title,
    parts: [
      ...(isNarrow(names, points) && hasHours ? grid(names, points) : listing(names, points)),
      // The words of the picture are the same.
      hasHours ? { kind: 'picture', picture } : line(words),
    ],
  };
}

/** Two figures of which the second has few values fit a page as a grid of lowest hours. */
function isNarrow(names: readonly string[], points: SweepDocument): boolean {
  return names.length === 2 && new Set(points.map((point) => valueAt(point, names, 1))).size <= WIDEST_GRID;
}

function grid(names: readonly string[], points: SweepDocument): readonly SheetPart[] {
  const across = [...new Set(points.map((point) => valueAt(point, names, 1)))];
  const rows = new Map<number, Cell[]>();
  for (const point of points) {
    const value = valueAt(point, names, 0);
    const row = rows.get(value) ?? [value];
    rows.set(value, [...row, hoursCell(point, point.glh.min)]);
  }
  const columns: TableColumn[] = [
    { head: names[0] ?? '', align: 'right' },
    ...across.map((value) => ({ head: String(value), align: 'right' as const })),
  ];
  const full = [...rows.values()].map((row) => [
    ...row,
    ...Array.from({ length: columns.length - row.length }, () => null),
  ]);
  return [line(`Lowest GLH; ${names[1] ?? ''} across.`), table(columns, full)];
}

function listing(names: readonly string[], points: SweepDocument): readonly SheetPart[] {
  const columns: TableColumn[] = [
    ...names.map((head) => ({ head, align: 'right' as const })),
    { head: 'Lowest GLH', align: 'right' },
    { head: 'Highest GLH', align: 'right' },
    { head: 'Pathways', align: 'right' },
    { head: 'Best: new against the line above', flexible: true },
  ];
  let before: SweepPointDocument | null = null;
  const rows = points.slice(0, MOST_ROWS).map((point): Cell[] => {
    const row = rowOf(names, point, before);
    before = point;
    return row;
  });
  const more = points.length - rows.length;
  return [
    table(columns, rows),
    ...(more > 0 ? [line(`And ${plural(more, 'setting')} more; --csv and --json give all of them.`)] : []),
  ];
}

function rowOf(names: readonly string[], point: SweepPointDocument, before: SweepPointDocument | null): Cell[] {
  const { glh, pathways } = point;
  return [
    ...names.map((_, axis) => valueAt(point, names, axis)),
    hoursCell(point, glh.min),
    hoursCell(point, glh.max),
    pathways === null ? 'not counted' : countCell(BigInt(pathways)),
    newUnits(point, before),
  ];
}

function hoursCell({ status }: SweepPointDocument, hours: number | null): Cell {
  if (hours !== null) return hours;
  if (status === 'infeasible') return toned('impossible', 'bad');
  return status === 'optimal' ? '-' : toned('not known', 'caution');
}

/** Which units the best pathway counts that the one before did not; how many it has, where there is none before. */
function newUnits({ best }: SweepPointDocument, before: SweepPointDocument | null): string {
  if (best === null) return '';
  if (before === null || before.best === null) return plural(best.units.length, 'unit');
  const known = new Set(before.best.units.map(({ ref }) => ref));
  const fresh = best.units.map(({ ref }) => ref).filter((ref) => !known.has(ref));
  if (fresh.length > 0) return `+ ${fresh.join(', ')}`;
  return best.units.length < before.best.units.length ? 'fewer units' : 'the same';
}

/** Where the rule becomes impossible, and between which hours the lowest stay. */
export function describeSweep(names: readonly string[], points: SweepDocument): string {
  const solved = points.filter(({ glh }) => glh.min !== null);
  const impossible = points.filter(({ status }) => status === 'infeasible');
  const least = solved.reduce<SweepPointDocument | null>(lower, null);
  const most = solved.reduce<SweepPointDocument | null>(
    (a, b) => (a === null || hoursOf(b) > hoursOf(a) ? b : a),
    null,
  );
  const range = least === null || most === null ? [] : [rangeWords(least, most)];
  return [...range, impossibleWords(names, points, impossible)].join(' ');
}

function rangeWords(least: SweepPointDocument, most: SweepPointDocument): string {
  if (hoursOf(least) === hoursOf(most)) return `The lowest GLH is ${hoursOf(least)} wherever there is a pathway.`;
  return `The lowest GLH is from ${hoursOf(least)} (${setWords(least)}) to ${hoursOf(most)} (${setWords(most)}).`;
}

function lower(a: SweepPointDocument | null, b: SweepPointDocument): SweepPointDocument {
  return a === null || hoursOf(b) < hoursOf(a) ? b : a;
}

function hoursOf({ glh }: SweepPointDocument): number {
  if (glh.min === null) throw new Error('a point without hours is compared');
  return glh.min;
}

function setWords({ set }: SweepPointDocument): string {
  return Object.entries(set)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

function impossibleWords(names: readonly string[], points: SweepDocument, impossible: SweepDocument): string {
  if (impossible.length === 0) return `A pathway exists at every one of ${plural(points.length, 'setting')}.`;
  if (impossible.length === points.length) return 'No pathway exists at any setting.';
  if (names.length > 1) return `No pathway exists at ${impossible.length} of ${plural(points.length, 'setting')}.`;
  const runs: string[] = [];
  let start: number | null = null;
  for (const [at, point] of points.entries()) {
    const value = valueAt(point, names, 0);
    const isImpossible = point.status === 'infeasible';
    if (isImpossible) start ??= value;
    const next = points[at + 1];
    if (start !== null && (next === undefined || next.status !== 'infeasible') && isImpossible) {
      runs.push(start === value ? String(value) : `${start} to ${value}`);
      start = null;
    }
  }
  return `No pathway exists with ${names[0] ?? ''} at ${runs.join(', ')}.`;
}
