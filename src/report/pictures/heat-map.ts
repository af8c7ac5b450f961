import type { SweepDocument } from '../documents/sweep.js';
import { valueAt } from '../sweep-csv.js';
import { axisOf, type Axis } from './axis.js';
import { frame, PLOT, svgText } from './frame.js';
import type { Picture } from './picture.js';

/** From the least hours to the most: each is darker than the one before it, in grey as well. */
const SHADES = [
  '#fde725',
  '#b5de2b',
  '#6ece58',
  '#35b779',
  '#1f9e89',
  '#26828e',
  '#31688e',
  '#3e4989',
  '#482878',
  '#440154',
];
const NO_PATHWAY = '#ffffff';
const LEGEND = { left: 520, top: 60, width: 24, height: 16 };

/** The lowest hours over two swept figures, the darker the more; a cross where no pathway exists. */
export function heatMap(names: readonly string[], points: SweepDocument, description: string): Picture {
  const [across, up] = [0, 1].map((axis) => [...new Set(points.map((point) => valueAt(point, names, axis)))]);
  if (across === undefined || up === undefined) throw new Error('a heat map has two axes');
  const x = cellAxis(names[0] ?? '', across, [PLOT.left, PLOT.right]);
  const y = cellAxis(names[1] ?? '', up, [PLOT.bottom, PLOT.top]);
  const hours = points.flatMap(({ glh }) => (glh.min === null ? [] : [glh.min]));
  const [least, most] = [Math.min(...hours), Math.max(...hours)];
  const shadeOf = (value: number): number =>
    most === least ? 0 : Math.min(SHADES.length - 1, Math.floor(((value - least) / (most - least)) * SHADES.length));
  const cells = points.map((point) => {
    const box = boxOf(x, y, valueAt(point, names, 0), valueAt(point, names, 1));
    return point.glh.min === null ? crossed(box) : `${rect(box)} fill="${SHADES[shadeOf(point.glh.min)]}"/>`;
  });
  const isCrossed = hours.length < points.length;
  const marks = [...cells, ...legend(least, most, hours.length > 0, isCrossed)];
  return frame({ title: `Lowest GLH by ${names.join(' and ')}`, description, x: x.axis, y: y.axis, marks });
}

interface CellAxis {
  readonly axis: Axis;
  readonly half: number;
}

function cellAxis(label: string, values: readonly number[], ends: readonly [number, number]): CellAxis {
  const [first = 0, second] = values;
  const half = (second === undefined ? 1 : second - first) / 2;
  const last = values.at(-1) ?? first;
  return { axis: axisOf({ label, scale: 'linear', from: first - half, to: last + half }, [], ends), half };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Boxes overlap by a trace, so that no white shows between neighbours. */
function boxOf(x: CellAxis, y: CellAxis, across: number, up: number): Box {
  const [left, right] = [x.axis.place(across - x.half), x.axis.place(across + x.half)];
  const [bottom, top] = [y.axis.place(up - y.half), y.axis.place(up + y.half)];
  return { left, top, width: right - left + 0.2, height: bottom - top + 0.2 };
}

function rect({ left, top, width, height }: Box): string {
  return `<rect x="${left}" y="${top}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" shape-rendering="crispEdges"`;
}

function crossed(box: Box): string {
  const { left, top, width, height } = box;
  const [w, h] = [(width / 2).toFixed(1), (height / 2).toFixed(1)];
  const start = `M${(left + width / 4).toFixed(1)} ${(top + height / 4).toFixed(1)}`;
  return `${rect(box)} fill="${NO_PATHWAY}"/><path d="${start}l${w} ${h}m-${w} 0l${w} -${h}" stroke="#8a8a8a" fill="none"/>`;
}

function legend(least: number, most: number, isAny: boolean, isCrossed: boolean): readonly string[] {
  const { left, top, width, height } = LEGEND;
  const shades = least === most ? SHADES.slice(0, 1) : SHADES;
  const lines = isAny ? shades : [];
  const y = (at: number): number => top + at * height;
  const boxes = lines.map((shade, at) => `${rect({ left, top: y(at), width, height })} fill="${shade}"/>`);
  const words = isAny
    ? [svgText(left, top - 10, 'lowest GLH', 'start'), svgText(left + width + 8, y(0) + 12, String(least), 'start')]
    : [];
  const last = lines.length > 1 ? [svgText(left + width + 8, y(lines.length - 1) + 12, String(most), 'start')] : [];
  const at = y(lines.length + 1);
  const none = isCrossed
    ? [crossed({ left, top: at, width, height }), svgText(left + width + 8, at + 12, 'no pathway', 'start')]
    : [];
  return [...boxes, ...words, ...last, ...none];
}
