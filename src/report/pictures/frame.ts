import type { Axis } from './axis.js';
import { escapeXml } from './escape-xml.js';
import type { Picture } from './picture.js';

/** The size of a picture over two axes, and where they stand, in the units of its own page. */
export const WIDTH = 720;
export const HEIGHT = 400;
export const PLOT = { left: 64, top: 36, right: 500, bottom: 346 };

/** Where the plot of a picture without a legend ends. */
export const WIDE = { right: 700 };

/** What is drawn over two axes. */
export interface Framed {
  readonly title: string;
  readonly description: string;
  readonly x?: Axis;
  readonly y?: Axis;
  /** Elements of SVG over the grid. */
  readonly marks: readonly string[];
  /** Where the plot ends; left of the legend without. */
  readonly right?: number;
  readonly height?: number;
}

/** The page with its title, its axes where it has some, and the marks on it. */
export function frame({ title, description, x, y, marks, right = PLOT.right, height = HEIGHT }: Framed): Picture {
  const body = [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    svgText(PLOT.left, 20, title, 'start', 'font-weight="bold"'),
    ...(x === undefined ? [] : xTicks(x, right)),
    ...(y === undefined ? [] : yTicks(y, right)),
    ...(x === undefined
      ? []
      : [`<path d="M${PLOT.left} ${PLOT.top}V${PLOT.bottom}H${right}" fill="none" stroke="#333333"/>`]),
    ...marks,
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">`;
  return { title, description, svg: `${head}${body.join('')}</svg>` };
}

function xTicks({ label, ticks, place }: Axis, right: number): readonly string[] {
  const grid = ticks.map((tick) => `M${place(tick.value)} ${PLOT.top}V${PLOT.bottom}`).join('');
  return [
    `<path d="${grid}" stroke="#e4e4e4"/>`,
    ...ticks.map((tick) => svgText(place(tick.value), PLOT.bottom + 16, tick.text, 'middle')),
    svgText((PLOT.left + right) / 2, PLOT.bottom + 38, label, 'middle'),
  ];
}

function yTicks({ label, ticks, place }: Axis, right: number): readonly string[] {
  const grid = ticks.map((tick) => `M${PLOT.left} ${place(tick.value)}H${right}`).join('');
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return [
    `<path d="${grid}" stroke="#e4e4e4"/>`,
    ...ticks.map((tick) => svgText(PLOT.left - 6, place(tick.value) + 4, tick.text, 'end')),
    svgText(14, middle, label, 'middle', `transform="rotate(-90 14 ${middle})"`),
  ];
}

/** Words at a place of the page. */
export function svgText(x: number, y: number, words: string, anchor: string, more = ''): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" ${more}>${escapeXml(words)}</text>`;
}
