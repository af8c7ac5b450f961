import type { SweepDocument } from '../documents/sweep.js';
import { valueAt } from '../sweep-csv.js';
import { axisOf, type Axis } from './axis.js';
import { frame, PLOT, svgText } from './frame.js';
import type { Picture } from './picture.js';

const LINES = [
  { name: 'highest GLH', field: 'max', stroke: 'stroke="#0072b2" stroke-width="2"' },
  { name: 'lowest GLH', field: 'min', stroke: 'stroke="#d55e00" stroke-width="2" stroke-dasharray="7 3"' },
] as const;
const LEGEND = { left: 516, top: 44, line: 20 };
const NO_PATHWAY = 'fill="#d9d9d9"';

/** The lowest and the highest hours as a figure is swept, as steps; grey where no pathway exists. */
export function sweepLine(name: string, points: SweepDocument, description: string): Picture {
  const values = points.map((point) => valueAt(point, [name], 0));
  const step = stepOf(values);
  const [first, last] = [values[0] ?? 0, values.at(-1) ?? 0];
  const hours = points.flatMap(({ glh }) => [glh.min, glh.max].filter((it) => it !== null));
  const x = axisOf(
    { label: name, scale: 'linear', from: first - step / 2, to: last + step / 2 },
    [],
    [PLOT.left, PLOT.right],
  );
  const y = axisOf({ label: 'guided learning hours', scale: 'linear' }, hours, [PLOT.bottom, PLOT.top]);
  const ends = values.map((value) => [x.place(value - step / 2), x.place(value + step / 2)] as const);
  const grey = points.flatMap(({ status }, at) => (status === 'infeasible' ? [band(ends[at])] : []));
  const lines = LINES.flatMap(({ field, stroke }) =>
    segments(
      points.map(({ glh }) => glh[field]),
      ends,
      y,
      stroke,
    ),
  );
  return frame({ title: `GLH by ${name}`, description, x, y, marks: [...grey, ...lines, ...legend(grey.length > 0)] });
}

type Ends = readonly [left: number, right: number];

/** The distance of neighbours, which is the same all along. */
function stepOf(values: readonly number[]): number {
  const [first, second] = values;
  return first === undefined || second === undefined ? 1 : second - first;
}

function band(ends: Ends | undefined): string {
  const [left, right] = ends ?? [0, 0];
  return `<rect x="${left}" y="${PLOT.top}" width="${(right - left + 0.2).toFixed(1)}" height="${PLOT.bottom - PLOT.top}" ${NO_PATHWAY}/>`;
}

/** A level stretch for each value, joined to the one before it where there is one. */
function segments(
  heights: readonly (number | null)[],
  ends: readonly Ends[],
  y: Axis,
  stroke: string,
): readonly string[] {
  let path = '';
  let drawing = false;
  for (const [at, height] of heights.entries()) {
    const [left, right] = ends[at] ?? [0, 0];
    if (height !== null) path += `${drawing ? `V${y.place(height)}` : `M${left} ${y.place(height)}`}H${right}`;
    drawing = height !== null;
  }
  return path === '' ? [] : [`<path d="${path}" fill="none" ${stroke}/>`];
}

function legend(isAnywhereImpossible: boolean): readonly string[] {
  const { left, top, line } = LEGEND;
  const lines = LINES.flatMap(({ name, stroke }, at) => [
    `<path d="M${left} ${top + at * line}h28" fill="none" ${stroke}/>`,
    svgText(left + 36, top + at * line + 4, name, 'start'),
  ]);
  const y = top + LINES.length * line;
  const grey = [
    `<rect x="${left}" y="${y - 7}" width="28" height="14" ${NO_PATHWAY}/>`,
    svgText(left + 36, y + 4, 'no pathway', 'start'),
  ];
  return isAnywhereImpossible ? [...lines, ...grey] : lines;
}
