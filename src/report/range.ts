import type { Published } from '../domain/specification.js';
import { HOURS_PER_CREDIT } from '../domain/totals.js';
import type { Pathway } from '../evaluate/certify.js';
import type { Figure, Range } from '../questions/range.js';
import type { Page } from './palette.js';
import { renderPathway } from './solve-text.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

/** One line of the range: a figure in hours, credits or units, and what the awarding organisation prints for it. */
interface RangeLine {
  readonly name: string;
  readonly field: string;
  readonly figure: Figure;
  readonly value: number;
  readonly printed: number | null;
}

function linesOf({ glh, credits, units }: Range, published: Published): readonly RangeLine[] {
  const line = (name: string, field: string, figure: Figure, printed: number | null = null, factor = 1): RangeLine => ({
    name,
    field,
    figure,
    value: figure.value * factor,
    printed,
  });
  return [
    line('lowest GLH', 'glh.min', glh.min, published.minimumGlh),
    line('highest GLH at the minimum credit', 'glh.maxAtMinimumCredit', glh.maxAtMinimumCredit, published.maximumGlh),
    line('highest GLH', 'glh.max', glh.max),
    line('lowest TQT', 'tqt.min', credits.min, published.minimumTqt, HOURS_PER_CREDIT),
    line('highest TQT', 'tqt.max', credits.max, null, HOURS_PER_CREDIT),
    line('lowest credits', 'credits.min', credits.min),
    line('highest credits', 'credits.max', credits.max),
    line('fewest units', 'units.min', units.min),
    line('most units', 'units.max', units.max),
  ];
}

/** The JSON document of `range`; the number of pathways is a string, as it outgrows a double. */
export function rangeJson(qualification: string, range: Range, published: Published): object {
  const lines = linesOf(range, published);
  const { glh, credits, units } = range;
  return {
    qualification,
    glh: { min: glh.min.value, max: glh.max.value, maxAtMinimumCredit: glh.maxAtMinimumCredit.value },
    credits: { min: credits.min.value, max: credits.max.value },
    units: { min: units.min.value, max: units.max.value },
    tqt: { min: credits.min.value * HOURS_PER_CREDIT, max: credits.max.value * HOURS_PER_CREDIT },
    pathways: range.pathways === null ? null : String(range.pathways),
    distinct: range.distinct,
    published: lines
      .filter(({ printed }) => printed !== null)
      .map(({ field, value, printed }) => ({ figure: field, printed, computed: value, agrees: printed === value })),
    witnesses: Object.fromEntries(
      lines.map(({ field, figure }) => [
        field,
        { units: figure.witness.entries.map(({ ref }) => ref), by: figure.by, confirmedBy: figure.confirmedBy },
      ]),
    ),
  };
}

/** The range for people: every figure beside what is printed for it, and with `witness` a pathway behind each. */
export function renderRange(
  title: string,
  range: Range,
  published: Published,
  { witness, page }: { readonly witness: boolean; readonly page: Page },
): string {
  const { bold } = page.palette;
  const lines = linesOf(range, published);
  const printedAny = lines.some(({ printed }) => printed !== null);
  const table = renderTable(
    [
      { head: 'Figure', flexible: true },
      { head: 'Computed', align: 'right' },
      ...(printedAny ? [{ head: 'Printed', align: 'right' as const }, { head: '' }] : []),
    ],
    lines.map((line) => [line.name, formatWhole(line.value), ...(printedAny ? printedCells(line, page) : [])]),
    page,
  );
  const count = range.pathways === null ? 'The pathways are too many to be counted.' : describeCount(range.pathways);
  return [bold(title), '', table, '', count, ...(witness ? witnessLines(lines, page) : [])].join('\n');
}

function printedCells({ value, printed }: RangeLine, { palette }: Page): string[] {
  if (printed === null) return ['', ''];
  return [formatWhole(printed), printed === value ? palette.good('agrees') : palette.bad('DIFFERS')];
}

/** Figures with one pathway behind them share it. */
function witnessLines(lines: readonly RangeLine[], page: Page): string[] {
  const byPathway = new Map<string, { names: string[]; pathway: Pathway }>();
  for (const { name, figure } of lines) {
    const key = figure.witness.selection.join(',');
    const known = byPathway.get(key) ?? { names: [], pathway: figure.witness };
    known.names.push(name);
    byPathway.set(key, known);
  }
  return [...byPathway.values()].flatMap(({ names, pathway }) => [
    '',
    page.palette.bold(wrap(`A pathway with the ${names.join(', the ')}`, page.width)),
    renderPathway(pathway, page),
  ]);
}

const LONGEST_COUNT = 24;

/** The count in full as far as anybody would read it; beyond that about how much it is. */
function describeCount(pathways: bigint): string {
  const digits = String(pathways);
  if (digits.length <= LONGEST_COUNT) return `${formatWhole(pathways)} ${pathways === 1n ? 'pathway' : 'pathways'}.`;
  const leading = `${digits.charAt(0)}.${digits.slice(1, 3)}`;
  return `About ${leading} x 10^${digits.length - 1} pathways (--json gives the number in full).`;
}

/** A whole number with commas between thousands. */
export function formatWhole(value: number | bigint): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
