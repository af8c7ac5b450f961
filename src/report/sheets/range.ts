import type { Problem } from '../../domain/problem.js';
import type { Statement } from '../../domain/statement.js';
import { printStatement } from '../../notation/print-statement.js';
import type { Pathway } from '../../evaluate/certify.js';
import type { PrintedFigure } from '../../questions/published.js';
import type { DistributionsAnswer } from '../../questions/distribution.js';
import type { Range } from '../../questions/range.js';
import { distributionDocument, notSaidOfDistribution } from '../documents/distribution.js';
import { notSaidOfRange, rangeLines, type RangeLine } from '../documents/range.js';
import { line, section, table, toned, type Cell, type Sheet, type SheetPart, type TableColumn } from '../sheet.js';
import { distributionParts } from './distribution.js';
import { describeCount, formatWhole } from './number-words.js';
import { pathwayParts } from './pathway.js';

/** What is shown of a range besides its figures. */
export interface RangeShown {
  readonly witness: boolean;
  readonly distributions?: DistributionsAnswer | null;
  /** Conditions asked for besides the rule. */
  readonly besides?: readonly Statement[];
}

/**
 * Every figure of a range beside what is printed for it, printed figures of groups and counts, what could not be said, the
 * distributions if asked for, and with `witness` a pathway behind each figure.
 */
export function rangeSheet(
  title: string,
  range: Range,
  problem: Problem,
  printed: readonly PrintedFigure[],
  { witness, distributions = null, besides = [] }: RangeShown,
): Sheet {
  const lines = rangeLines(range);
  const fields = new Set(lines.map(({ field }) => field));
  const further = printed.filter(({ figure }) => !fields.has(figure));
  const columns: readonly TableColumn[] = [
    { head: 'Figure', flexible: true },
    { head: 'Computed', align: 'right' },
    ...(printed.length > 0 ? [{ head: 'Printed', align: 'right' as const }, { head: '' }] : []),
  ];
  const figures = table(columns, [
    ...lines.map((it): Cell[] => [
      it.name,
      formatWhole(it.value),
      ...(printed.length > 0 ? printedCells(printed.find(({ figure }) => figure === it.field)) : []),
    ]),
    ...further.map((it): Cell[] => [
      it.words,
      it.computed === null ? 'not known' : formatWhole(it.computed),
      ...printedCells(it),
    ]),
  ]);
  const silent = notSaidOfRange(problem, range, printed).map(({ why }) => line(`${why}.`, 'caution'));
  return {
    title,
    parts: [
      ...(besides.length === 0 ? [] : [line(besideWords(besides), 'caution')]),
      figures,
      line(countWords(range)),
      ...silent,
      ...(distributions === null ? [] : spreadParts(distributions)),
      ...(witness ? witnessParts(lines) : []),
    ],
  };
}

function besideWords(besides: readonly Statement[]): string {
  const told = besides.map((statement) => `'${printStatement(statement)}'`).join(', ');
  return `Asked for besides the rule: ${told}. Figures that are printed for the rule alone are not compared.`;
}

/** How all pathways spread, and what of it cannot be said. */
export function spreadParts(distributions: DistributionsAnswer): readonly SheetPart[] {
  const silent = notSaidOfDistribution(distributions).map(({ why }) => line(`${why}.`, 'caution'));
  return [...silent, ...distributionParts(distributionDocument(distributions))];
}

function countWords({ pathways, distinct }: Range): string {
  if (pathways === null) return 'The pathways are too many to be counted.';
  return describeCount(pathways, distinct === 'units' ? 'pathway' : 'placement');
}

function printedCells(it: PrintedFigure | undefined): Cell[] {
  if (it === undefined) return [null, null];
  const { printed, computed } = it;
  if (computed === null) return [formatWhole(printed), toned('not checked', 'caution')];
  return [formatWhole(printed), printed === computed ? toned('agrees', 'good') : toned('DIFFERS', 'bad')];
}

/** A pathway behind each figure; figures with one pathway behind them share it. */
export function witnessParts(lines: readonly RangeLine[]): readonly SheetPart[] {
  const byPathway = new Map<string, { names: string[]; pathway: Pathway }>();
  for (const { name, figure } of lines) {
    const key = figure.witness.selection.join(',');
    const known = byPathway.get(key) ?? { names: [], pathway: figure.witness };
    known.names.push(name);
    byPathway.set(key, known);
  }
  return [...byPathway.values()].flatMap(({ names, pathway }) =>
    section(`A pathway with the ${names.join(', the ')}`, pathwayParts(pathway)),
  );
}
