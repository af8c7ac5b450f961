import type { Objective } from '../../domain/measure.js';
import type { PricesAnswer, UnitPrice } from '../../questions/unit-prices.js';
import { costOf, firstOf, sortUnits, type UnitOrder } from '../documents/units.js';
import { aside, line, table, toned, type Cell, type Sheet } from '../sheet.js';
import { measureWords } from './measure-words.js';
import { formatShare } from './number-words.js';

type Answered = Extract<PricesAnswer, { status: 'answered' }>;

const LEGEND = {
  figures: 'With, without: the best figure when the unit is counted, and when it is not.',
  minimise: 'Costs: what choosing the unit adds to the best figure.',
  maximise: 'Costs: what choosing the unit takes from the best figure.',
  share: 'Share: of all pathways, those that count the unit.',
};

/** What every unit costs, one line a unit. */
export function unitsSheet(title: string, objective: Objective, answer: Answered, order: UnitOrder): Sheet {
  const { sense, measure } = objective;
  const best = `${sense === 'minimise' ? 'Least' : 'Most'} ${measureWords(measure)} over all pathways: ${firstOf(answer.optimum)}`;
  return {
    title,
    parts: [
      line(best, 'good'),
      table(
        [
          { head: 'Group' },
          { head: 'Ref' },
          { head: 'Title', flexible: true },
          { head: 'With', align: 'right' },
          { head: 'Without', align: 'right' },
          { head: 'Costs', align: 'right' },
          { head: 'Share', align: 'right' },
        ],
        sortUnits(answer, order).map((price) => rowOf(price, sense, answer.optimum)),
      ),
      aside(LEGEND.figures, LEGEND[sense], LEGEND.share),
    ],
  };
}

function rowOf(price: UnitPrice, sense: Objective['sense'], optimum: readonly number[]): Cell[] {
  return [
    price.groups.join(', '),
    price.unit.ref,
    price.unit.title,
    firstOf(price.with) ?? '-',
    firstOf(price.without) ?? '-',
    costCell(price, sense, optimum),
    price.share === null ? '-' : formatShare(price.share),
  ];
}

function costCell(price: UnitPrice, sense: Objective['sense'], optimum: readonly number[]): Cell {
  if (price.status === 'unknown') return toned('not known', 'caution');
  if (price.status === 'forced') return toned('forced', 'caution');
  const cost = costOf(price, optimum);
  if (price.status === 'impossible' || cost === null) return toned('impossible', 'bad');
  return cost === 0 ? '0' : `${sense === 'minimise' ? '+' : '-'}${cost}`;
}
