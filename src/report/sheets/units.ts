import { itemAt } from '../../domain/item-at.js';
import type { Objective } from '../../domain/measure.js';
import type { PricesAnswer, UnitPrice, Values } from '../../questions/unit-prices.js';
import { costOf, firstOf, sortUnits, type UnitOrder } from '../documents/units.js';
import { aside, line, table, toned, type Cell, type Sheet } from '../sheet.js';
import { objectivesWords } from './measure-words.js';
import { formatShare } from './number-words.js';

type Answered = Extract<PricesAnswer, { status: 'answered' }>;

const LEGEND = {
  figures: 'With, without: the best figure when the unit is counted, and when it is not.',
  several: 'With, without: the best figures when the unit is counted, and when it is not, in the order asked for.',
  minimise: 'Costs: what choosing the unit adds to the best figure.',
  maximise: 'Costs: what choosing the unit takes from the best figure.',
  share: 'Share: of all pathways, those that count the unit.',
};

/** What every unit costs, one line a unit. */
export function unitsSheet(title: string, objectives: readonly Objective[], answer: Answered, order: UnitOrder): Sheet {
  const { sense } = itemAt(objectives, 0);
  const valued = objectives.map((it, index) => ({ ...it, value: itemAt(answer.optimum, index) }));
  const best = objectivesWords(valued).replace(/: (\S+)$/, ' over all pathways: $1');
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
        sortUnits(answer, order).map((price) => rowOf(price, sense, answer.optimum, objectives.length)),
      ),
      aside(objectives.length > 1 ? LEGEND.several : LEGEND.figures, LEGEND[sense], LEGEND.share),
    ],
  };
}

function rowOf(price: UnitPrice, sense: Objective['sense'], optimum: readonly number[], told: number): Cell[] {
  return [
    price.groups.join(', '),
    price.unit.ref,
    price.unit.title,
    valuesCell(price.with, told),
    valuesCell(price.without, told),
    costCell(price, sense, optimum),
    price.share === null ? '-' : formatShare(price.share),
  ];
}

/** A figure, which stays a number in a workbook; several in one cell. */
function valuesCell(values: Values, told: number): Cell {
  if (values === null) return '-';
  return told === 1 ? firstOf(values) : values.slice(0, told).join(', ');
}

function costCell(price: UnitPrice, sense: Objective['sense'], optimum: readonly number[]): Cell {
  if (price.status === 'unknown') return toned('not known', 'caution');
  if (price.status === 'forced') return toned('forced', 'caution');
  const cost = costOf(price, optimum);
  if (price.status === 'impossible' || cost === null) return toned('impossible', 'bad');
  return cost === 0 ? '0' : `${sense === 'minimise' ? '+' : '-'}${cost}`;
}
