import { itemAt } from '../../domain/item-at.js';
import type { Picture } from './picture.js';
import { axisOf, type Axis, type AxisSpec } from './axis.js';
import { frame, PLOT, svgText } from './frame.js';

/** One line of a chart. */
export interface Series {
  readonly name: string;
  /** Points by their x, ascending. */
  readonly points: readonly (readonly [x: number, y: number])[];
}

/** A chart of lines over two axes. */
export interface LineChart {
  readonly title: string;
  readonly description: string;
  readonly x: AxisSpec;
  readonly y: AxisSpec;
  readonly series: readonly Series[];
  /** Whether a line keeps its height up to the next point, as what is counted does. */
  readonly steps?: boolean;
}

const LEGEND = { left: 516, top: 44, line: 20 };

/** Colours that most people tell apart, also with weak sight for colours; dashes and marks say the same. */
const COLOURS = [
  '#0072b2',
  '#d55e00',
  '#009e73',
  '#cc79a7',
  '#56b4e9',
  '#b8860b',
  '#000000',
  '#7f3c8d',
  '#8a8a8a',
  '#a52a2a',
];
const DASHES = ['', '7 3', '2 3', '9 3 2 3'];

/** The chart as a picture; lines without points are left to the legend. */
export function lineChart(chart: LineChart): Picture {
  const { title, description, series, steps = false } = chart;
  const points = series.flatMap((it) => it.points);
  const x = axisOf(
    chart.x,
    points.map(([value]) => value),
    [PLOT.left, PLOT.right],
  );
  const y = axisOf(
    chart.y,
    points.map(([, value]) => value),
    [PLOT.bottom, PLOT.top],
  );
  const lines = series.flatMap((it, at) => [...drawSeries(it, at, x, y, steps), ...legendLine(it, at)]);
  return frame({ title, description, x, y, marks: lines });
}

function drawSeries({ points }: Series, at: number, x: Axis, y: Axis, steps: boolean): readonly string[] {
  const [first, ...rest] = points.map(([a, b]): [number, number] => [x.place(a), y.place(b)]);
  if (first === undefined) return [];
  const onwards = rest.map(([a, b]) => (steps ? `H${a}V${b}` : `L${a} ${b}`));
  const end = steps ? `H${PLOT.right}` : '';
  const path = `<path d="M${first[0]} ${first[1]}${onwards.join('')}${end}" fill="none" ${strokeOf(at)}/>`;
  return [path, ...(steps ? [] : [first, ...rest].map((point) => mark(point, at)))];
}

function strokeOf(at: number): string {
  const dash = itemAt(DASHES, Math.floor(at / COLOURS.length + at) % DASHES.length);
  return `stroke="${colourOf(at)}" stroke-width="2"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}`;
}

function colourOf(at: number): string {
  return COLOURS[at % COLOURS.length] ?? '#000000';
}

function mark([x, y]: readonly [number, number], at: number): string {
  const fill = `fill="${colourOf(at)}"`;
  switch (at % 3) {
    case 0:
      return `<circle cx="${x}" cy="${y}" r="3.5" ${fill}/>`;
    case 1:
      return `<rect x="${x - 3.5}" y="${y - 3.5}" width="7" height="7" ${fill}/>`;
    default:
      return `<path d="M${x} ${y - 4.5}l4.5 8h-9z" ${fill}/>`;
  }
}

function legendLine({ name }: Series, at: number): readonly string[] {
  const y = LEGEND.top + at * LEGEND.line;
  const line = `<path d="M${LEGEND.left} ${y}h28" fill="none" ${strokeOf(at)}/>`;
  return [line, mark([LEGEND.left + 14, y], at), svgText(LEGEND.left + 36, y + 4, name, 'start')];
}
