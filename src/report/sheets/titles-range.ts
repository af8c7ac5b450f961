import type { Figure, Range } from '../../questions/range.js';
import type { TitleRange } from '../documents/titles-range.js';
import { table, toned, type Cell, type Sheet } from '../sheet.js';
import { countCell, formatWhole } from './number-words.js';

const STATE_WORDS = {
  open: 'values are open',
  infeasible: 'no pathway',
  feasible: 'not settled in time',
  unknown: 'not settled in time',
  disputed: 'disputed',
};

/** The figures of every title, a line each, with those of the qualification itself first. */
export function titlesRangeSheet(title: string, titles: readonly TitleRange[]): Sheet {
  const columns = [
    { head: 'Title', flexible: true },
    ...['Lowest GLH', 'Highest GLH', 'Credits', 'Units', 'Pathways'].map((head) => ({ head, align: 'right' as const })),
  ];
  return { title, parts: [table(columns, titles.map(rowOf))] };
}

function rowOf(it: TitleRange): Cell[] {
  const name = it.title ?? '(the qualification itself)';
  if (it.status !== 'answered') return [name, toned(STATE_WORDS[it.status], 'caution'), null, null, null, null];
  const { glh, credits, units, pathways } = it;
  return [
    name,
    said(glh.min),
    said(glh.max),
    span(credits),
    span(units),
    pathways === null ? 'too many' : countCell(pathways),
  ];
}

function said(figure: Figure | null): Cell {
  return figure === null ? 'TBC' : formatWhole(figure.value);
}

function span({ min, max }: Range['credits']): Cell {
  if (min === null || max === null) return 'TBC';
  return min.value === max.value ? formatWhole(min.value) : `${formatWhole(min.value)} to ${formatWhole(max.value)}`;
}
