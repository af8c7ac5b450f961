import type { Fragment } from './fragment.js';

/** How the lines of a title stand to the other cells of their row. */
const MODES = ['top', 'centre', 'bottom'] as const;
type Mode = (typeof MODES)[number];

/** Lines of one cell stand no further apart than this, in sizes of the font. */
const LINE_SPACING = 1.7;
const MOST_LINES = 8;
/** What it costs, in sizes of the font, to leave a line out of every row, and a row without any line. */
const LEFT_OUT = 1.5;
const WITHOUT = 3;

/** For each row the lines of its title, and the lines that belong to none. */
export interface Assignment {
  readonly rows: readonly (readonly Fragment[])[];
  readonly leftOver: readonly Fragment[];
}

interface Step {
  readonly cost: number;
  readonly from: Step | null;
  readonly row: number;
  /** Lines from `start` up to `end`; of no row where `row` is -1. */
  readonly start: number;
  readonly end: number;
}

/**
 * Gives lines of titles, from above to below, to rows whose other cells stand at `rows`: each row takes lines in a run,
 * aligned at the top, the centre or the bottom, whichever fits the whole table best.
 */
export function assignLines(rows: readonly number[], lines: readonly Fragment[]): Assignment {
  const ends = MODES.map((mode) => best(rows, lines, mode));
  const least = ends.reduce((one, other) => (other.cost < one.cost - 1e-6 ? other : one));
  const given: Fragment[][] = rows.map(() => []);
  const leftOver: Fragment[] = [];
  for (let step: Step | null = least; step !== null; step = step.from) {
    const run = lines.slice(step.start, step.end);
    if (step.row >= 0) given[step.row] = run;
    else leftOver.unshift(...run);
  }
  return { rows: given, leftOver };
}

const START: Step = { cost: 0, from: null, row: -1, start: 0, end: 0 };

function best(rows: readonly number[], lines: readonly Fragment[], mode: Mode): Step {
  const size = lines[0]?.size ?? 10;
  const tight = tightest(lines, size);
  // `now[j]`: the cheapest way to have given the rows so far the first j lines.
  let now: (Step | null)[] = [START, ...lines.map(() => null)];
  skip(now, lines.length, size);
  rows.forEach((y, row) => {
    const next: (Step | null)[] = now.map((step, at) =>
      step === null ? null : { cost: step.cost + WITHOUT * size, from: step, row, start: at, end: at },
    );
    now.forEach((step, start) => {
      if (step === null) return;
      let loose = 0;
      for (let end = start + 1; end <= Math.min(lines.length, start + MOST_LINES); end += 1) {
        const [first, last, before] = [lines[start], lines[end - 1], lines[end - 2]];
        if (first === undefined || last === undefined) break;
        const gap = before === undefined || end - start === 1 ? tight : last.y - before.y;
        if (gap > LINE_SPACING * size) break;
        // Lines of one cell stand closer together than those of two: this tells where rows are set tight.
        loose += Math.max(0, gap - tight);
        take(next, end, { cost: step.cost + loose + distance(y, first.y, last.y, mode), from: step, row, start, end });
      }
    });
    skip(next, lines.length, size);
    now = next;
  });
  const end = now[lines.length];
  if (end === undefined || end === null) throw new Error('lines were given to no row and not left out');
  return end;
}

/** How close together lines of one cell stand: the least distance of any two. */
function tightest(lines: readonly Fragment[], size: number): number {
  const gaps = lines.slice(1).map(({ y }, at) => y - (lines[at]?.y ?? y));
  return Math.min(LINE_SPACING * size, ...gaps.filter((gap) => gap > size / 2));
}

function skip(steps: (Step | null)[], count: number, size: number): void {
  for (let at = 0; at < count; at += 1) {
    const step = steps[at];
    if (step === undefined || step === null) continue;
    take(steps, at + 1, { cost: step.cost + LEFT_OUT * size, from: step, row: -1, start: at, end: at + 1 });
  }
}

function take(steps: (Step | null)[], at: number, step: Step): void {
  const known = steps[at];
  if (known === undefined || known === null || step.cost < known.cost) steps[at] = step;
}

function distance(y: number, first: number, last: number, mode: Mode): number {
  return Math.abs((mode === 'top' ? first : mode === 'bottom' ? last : (first + last) / 2) - y);
}
