import { formatMeasure, type Objective } from '../domain/measure.js';
import type { PricesAnswer, UnitPrice } from '../questions/unit-prices.js';
import type { Page } from './palette.js';
import { renderTable } from './table.js';
import { wrap } from './wrap.js';

type Answered = Extract<PricesAnswer, { status: 'answered' }>;

/** The orders in which units may be listed. */
export const UNIT_ORDERS = ['table', 'cost', 'share', 'glh'] as const;

/** One of the orders. */
export type UnitOrder = (typeof UNIT_ORDERS)[number];

/** What choosing the unit costs over the best pathway, in the objective's own unit; null when no pathway counts it. */
export function costOf(price: UnitPrice, optimum: readonly number[]): number | null {
  const [own, best] = [price.with?.[0], optimum[0]];
  return own === undefined || best === undefined ? null : Math.abs(own - best);
}

/** The units in the order asked for; those without a figure come last. */
export function sortUnits({ units, optimum }: Answered, order: UnitOrder): readonly UnitPrice[] {
  const keys: Readonly<Record<UnitOrder, (price: UnitPrice) => number>> = {
    table: () => 0,
    cost: (price) => costOf(price, optimum) ?? Number.MAX_SAFE_INTEGER,
    share: (price) => -(price.share ?? 0),
    glh: (price) => price.unit.glh,
  };
  return [...units].sort((a, b) => keys[order](a) - keys[order](b));
}

/** The JSON document of `units`. */
export function unitPricesJson(
  qualification: string,
  objective: Objective,
  answer: Answered,
  order: UnitOrder,
): object {
  return {
    qualification,
    objective: { sense: objective.sense, measure: formatMeasure(objective.measure) },
    optimum: answer.optimum[0],
    limit: answer.limit,
    by: answer.by,
    confirmedBy: answer.confirmedBy,
    units: sortUnits(answer, order).map((price) => ({
      ref: price.unit.ref,
      title: price.unit.title,
      groups: price.groups,
      credit: price.unit.credit,
      glh: price.unit.glh,
      with: price.with?.[0] ?? null,
      without: price.without?.[0] ?? null,
      costs: costOf(price, answer.optimum),
      share: price.share,
      status: price.status,
    })),
  };
}

const LEGEND = [
  'With, without: the best figure when the unit is counted, and when it is not.',
  'Costs: what choosing the unit adds to the best figure.',
  'Share: of all pathways, those that count the unit.',
];

/** The prices for people: one line a unit. */
export function renderUnitPrices(
  title: string,
  objective: Objective,
  answer: Answered,
  { order, page }: { readonly order: UnitOrder; readonly page: Page },
): string {
  const { palette } = page;
  const rows = sortUnits(answer, order).map((price) => [
    price.groups.join(', '),
    price.unit.ref,
    price.unit.title,
    figure(price.with),
    figure(price.without),
    price.status === 'free' ? `+${costOf(price, answer.optimum) ?? 0}` : statusWord(price.status, page),
    price.share === null ? '-' : formatShare(price.share),
  ]);
  const best = `${objective.sense === 'minimise' ? 'Least' : 'Most'} ${formatMeasure(objective.measure)} over all pathways: ${answer.optimum[0]}`;
  return [
    palette.bold(title),
    best,
    '',
    renderTable(
      [
        { head: 'Group' },
        { head: 'Ref' },
        { head: 'Title', flexible: true },
        { head: 'With', align: 'right' },
        { head: 'Without', align: 'right' },
        { head: 'Costs', align: 'right' },
        { head: 'Share', align: 'right' },
      ],
      rows,
      page,
    ),
    '',
    ...LEGEND.map((line) => wrap(line, page.width)),
  ].join('\n');
}

function figure(values: readonly number[] | null): string {
  return values === null ? '-' : String(values[0]);
}

function statusWord(status: UnitPrice['status'], { palette }: Page): string {
  if (status === 'unknown') return palette.caution('not known');
  return status === 'forced' ? palette.caution('forced') : palette.bad('impossible');
}

function formatShare(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.1) return '<0.1%';
  return `${percent > 99.9 && percent < 100 ? '>99.9' : percent.toFixed(1)}%`;
}
