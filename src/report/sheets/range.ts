import type { Published } from '../../domain/specification.js';
import type { Pathway } from '../../evaluate/certify.js';
import type { Range } from '../../questions/range.js';
import { rangeLines, type RangeLine } from '../documents/range.js';
import { heading, line, table, toned, type Cell, type Sheet, type SheetPart } from '../sheet.js';
import { describeCount, formatWhole } from './number-words.js';
import { pathwayParts } from './pathway.js';

/** Every figure of a range beside what is printed for it, and with `witness` a pathway behind each. */
export function rangeSheet(title: string, range: Range, published: Published, witness: boolean): Sheet {
  const lines = rangeLines(range, published);
  const anyPrinted = lines.some(({ printed }) => printed !== null);
  const figures = table(
    [
      { head: 'Figure', flexible: true },
      { head: 'Computed', align: 'right' },
      ...(anyPrinted ? [{ head: 'Printed', align: 'right' as const }, { head: '' }] : []),
    ],
    lines.map((it) => [it.name, formatWhole(it.value), ...(anyPrinted ? printedCells(it) : [])]),
  );
  return { title, parts: [figures, line(countWords(range)), ...(witness ? witnessParts(lines) : [])] };
}

function countWords({ pathways, distinct }: Range): string {
  if (pathways === null) return 'The pathways are too many to be counted.';
  return describeCount(pathways, distinct === 'units' ? 'pathway' : 'placement');
}

function printedCells({ value, printed }: RangeLine): Cell[] {
  if (printed === null) return [null, null];
  return [formatWhole(printed), printed === value ? toned('agrees', 'good') : toned('DIFFERS', 'bad')];
}

/** Figures with one pathway behind them share it. */
function witnessParts(lines: readonly RangeLine[]): readonly SheetPart[] {
  const byPathway = new Map<string, { names: string[]; pathway: Pathway }>();
  for (const { name, figure } of lines) {
    const key = figure.witness.selection.join(',');
    const known = byPathway.get(key) ?? { names: [], pathway: figure.witness };
    known.names.push(name);
    byPathway.set(key, known);
  }
  return [...byPathway.values()].flatMap(({ names, pathway }) => [
    heading(`A pathway with the ${names.join(', the ')}`),
    ...pathwayParts(pathway),
  ]);
}
