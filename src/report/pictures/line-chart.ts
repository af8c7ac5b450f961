import type { Picture } from './picture.js';
import { axisOf, type Axis, type AxisSpec } from './axis.js';
import { escapeXml } from './escape-xml.js';

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

const WIDTH = 720;
const HEIGHT = 400;
const PLOT = { left: 64, top: 36, right: 500, bottom: 346 };
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
  const body = [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(PLOT.left, 20, title, 'start', 'font-weight="bold"'),
    ...xTicks(x),
    ...yTicks(y),
    `<path d="M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${PLOT.right}" fill="none" stroke="#333333"/>`,
    ...series.flatMap((it, at) => [...drawSeries(it, at, x, y, steps), ...legendLine(it, at)]),
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="sans-serif" font-size="12">`;
  return { title, description, svg: `${head}${body.join('')}</svg>` };
}

function xTicks({ label, ticks, place }: Axis): readonly string[] {
  const grid = ticks.map((tick) => `M${place(tick.value)} ${PLOT.top}V${PLOT.bottom}`).join('');
  return [
    `<path d="${grid}" stroke="#e4e4e4"/>`,
    ...ticks.map((tick) => text(place(tick.value), PLOT.bottom + 16, tick.text, 'middle')),
    text((PLOT.left + PLOT.right) / 2, PLOT.bottom + 38, label, 'middle'),
  ];
}

function yTicks({ label, ticks, place }: Axis): readonly string[] {
  const grid = ticks.map((tick) => `M${PLOT.left} ${place(tick.value)}H${PLOT.right}`).join('');
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return [
    `<path d="${grid}" stroke="#e4e4e4"/>`,
    ...ticks.map((tick) => text(PLOT.left - 6, place(tick.value) + 4, tick.text, 'end')),
    text(14, middle, label, 'middle', `transform="rotate(-90 14 ${middle})"`),
  ];
}

function text(x: number, y: number, words: string, anchor: string, more = ''): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${more}>${escapeXml(words)}</text>`;
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
  const dash = DASHES[Math.floor(at / COLOURS.length + at) % DASHES.length] ?? '';
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
  return [line, mark([LEGEND.left + 14, y], at), text(LEGEND.left + 36, y + 4, name, 'start')];
}
