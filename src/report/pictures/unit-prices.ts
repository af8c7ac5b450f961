import type { UnitPriceDocument, UnitsDocument } from '../documents/units.js';
import { plural } from '../sheets/plural.js';
import { escapeXml } from './escape-xml.js';
import { svgText, WIDTH } from './frame.js';
import type { Picture } from './picture.js';

const ROW = 18;
const TOP = 52;
/** Labels stand left of the bars, one a row, so that no two of them collide however many units there are. */
const LABELS = 330;
const BARS = { left: 340, right: 650 };
const LONGEST_LABEL = 44;

/** What choosing each unit costs, as bars one below the other, the cheapest first; what has no price is told in words. */
export function unitPrices({ units, objective, optimum }: UnitsDocument): Picture {
  const title = `What each unit costs (${objective.sense} ${objective.measure})`;
  const description = describe(units, optimum);
  const sorted = units.toSorted((a, b) => rankOf(a) - rankOf(b));
  const most = Math.max(1, ...units.map((unit) => priceOf(unit) ?? 0));
  const height = TOP + sorted.length * ROW + 12;
  const body = [
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>`,
    svgText(12, 20, title, 'start', 'font-weight="bold"'),
    svgText(BARS.left, 40, `added to or taken from the best figure, ${optimum}`, 'start', 'fill="#444444"'),
    ...sorted.flatMap((unit, at) => rowOf(unit, TOP + at * ROW, most)),
    `<path d="M${BARS.left} ${TOP - 4}V${height - 12}" stroke="#333333"/>`,
  ];
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" font-family="sans-serif" font-size="12">`;
  return { title, description, svg: `${head}${body.join('')}</svg>` };
}

/** The price of a unit that may be chosen or left. */
function priceOf({ status, costs }: UnitPriceDocument): number | null {
  return status === 'free' ? costs : null;
}

/** Forced units first, as they are in every pathway; those without a price last. */
function rankOf(unit: UnitPriceDocument): number {
  if (unit.status === 'forced') return -1;
  return priceOf(unit) ?? Number.MAX_SAFE_INTEGER;
}

const WORDS = { forced: 'in every pathway', impossible: 'in no pathway', unknown: 'not known', free: 'not known' };

function rowOf(unit: UnitPriceDocument, top: number, most: number): readonly string[] {
  const price = priceOf(unit);
  const label = svgText(LABELS, top + 12, labelOf(unit), 'end');
  if (price === null) return [label, svgText(BARS.left + 6, top + 12, WORDS[unit.status], 'start', 'fill="#444444"')];
  const width = ((BARS.right - BARS.left) * price) / most;
  const bar = `<rect x="${BARS.left}" y="${top + 2}" width="${width.toFixed(1)}" height="${ROW - 5}" fill="#0072b2"/>`;
  return [label, bar, svgText(BARS.left + width + 6, top + 12, String(price), 'start')];
}

function labelOf({ ref, title }: UnitPriceDocument): string {
  const label = `${ref} ${title}`;
  return label.length <= LONGEST_LABEL ? label : `${label.slice(0, LONGEST_LABEL - 1).trimEnd()}…`;
}

function describe(units: readonly UnitPriceDocument[], optimum: number): string {
  const priced = units.filter((unit) => priceOf(unit) !== null);
  const free = priced.filter((unit) => priceOf(unit) === 0).length;
  const forced = units.filter(({ status }) => status === 'forced').length;
  const dearest = priced.reduce<UnitPriceDocument | null>(
    (most, unit) => (most === null || (priceOf(unit) ?? 0) > (priceOf(most) ?? 0) ? unit : most),
    null,
  );
  const counts = `${plural(forced, 'unit')} in every pathway; of ${priced.length} that may be chosen ${free} cost nothing`;
  const most = dearest === null ? '' : `, and ${dearest.ref} costs most: ${priceOf(dearest) ?? 0}`;
  return `Best figure ${optimum}. ${counts}${most}.`;
}
