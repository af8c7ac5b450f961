import { formatMeasure, type Measure } from '../domain/measure.js';
import { countedBy, foldStatement } from '../domain/fold.js';
import { isAchieved, type Problem } from '../domain/problem.js';
import { figureOf, type Quantity } from '../domain/quantity.js';
import type { Statement } from '../domain/statement.js';
import type { Entry } from '../domain/unit.js';
import { formatLevel } from '../domain/level.js';
import { printNoun, printSentence } from './print-rule.js';

/** A unit in a certificate. Figures are those that the question counts, in decimals as the table writes them. */
export interface CertificateEntry {
  readonly ref: string;
  readonly title: string;
  readonly group: string;
  /** `3`, `Entry 2`, or `-`. */
  readonly level: string;
  /** By the words for what is counted: `credits`, `GLH`, or a column in quotes; `units` is 1 always. */
  readonly figures: Readonly<Record<string, string>>;
  /** What the rule tells units apart by, besides their titles. */
  readonly columns: Readonly<Record<string, string>>;
  readonly identity: string;
  readonly achieved: boolean;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a certificate is about: every unit, and the conditions as sentences. */
export interface CertificateQuestion {
  readonly title: string;
  readonly entries: readonly CertificateEntry[];
  readonly rule: readonly string[];
}

/** `statements` of a problem, and all its entries with what the statements and measures look at. */
export function questionOf(
  problem: Problem,
  statements: readonly Statement[],
  measures: readonly Measure[],
): CertificateQuestion {
  const counted = countedQuantities(statements, measures);
  const keys = keyColumns(statements);
  return {
    title: problem.qualification.specification.title,
    entries: problem.entries.map((entry) => entryOf(problem, entry, { counted, keys })),
    rule: statements.map((statement) => printSentence(problem, statement)),
  };
}

/** `new-glh`, `credits`, `new-"cost"`: a measure as a certificate names it. */
export function printMeasure(measure: Measure): string {
  if (typeof measure.quantity === 'string') return formatMeasure(measure);
  return `${measure.over === 'all' ? '' : `${measure.over}-`}${printNoun(measure.quantity)}`;
}

/** What a question looks at: quantities by their words, and columns that tell units apart. */
interface Looked {
  readonly counted: ReadonlyMap<string, Quantity>;
  readonly keys: readonly string[];
}

function countedQuantities(statements: readonly Statement[], measures: readonly Measure[]): Looked['counted'] {
  const quantities = [
    ...statements.flatMap(countedBy).map(({ quantity }) => quantity),
    ...measures.map(({ quantity }) => quantity),
  ];
  const named = quantities.map((quantity) => [printNoun(quantity), quantity] as const);
  return new Map(named.filter(([noun]) => noun !== 'units'));
}

function keyColumns(statements: readonly Statement[]): readonly string[] {
  const columns = statements.flatMap((statement) =>
    foldStatement(statement, (_, it) => (it.kind === 'of-each' && it.key !== 'title' ? [it.key.column] : [])),
  );
  return [...new Set(columns)];
}

function entryOf(problem: Problem, entry: Entry, { counted, keys }: Looked): CertificateEntry {
  const { ref, title, group, level, identity, columns, valid } = entry;
  return {
    ref,
    title,
    group,
    level: formatLevel(level),
    figures: Object.fromEntries(
      [...counted].flatMap(([noun, quantity]) => {
        const figure = knownFigure(entry, quantity);
        return figure === null ? [] : [[noun, String(figure)]];
      }),
    ),
    columns: Object.fromEntries(keys.map((key) => [key, columns.get(key) ?? ''])),
    identity,
    achieved: isAchieved(problem, entry),
    from: valid?.from ?? null,
    to: valid?.to ?? null,
  };
}

/** A figure that is looked at nowhere may be unknown, or be no figure: it is left out, and no proof can count it. */
function knownFigure(entry: Entry, quantity: Quantity): number | null {
  if (typeof quantity === 'object' && typeof entry.figures.get(quantity.column) === 'object') return null;
  return figureOf(entry, quantity);
}
