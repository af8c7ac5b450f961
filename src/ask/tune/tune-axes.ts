import { foldStatement, parametersOf } from '../../domain/fold.js';
import { error, type Issue } from '../../domain/issue.js';
import { itemAt } from '../../domain/item-at.js';
import { openNames, type OpenName } from '../../domain/open-names.js';
import { parseWholeNumber, type Quantity } from '../../domain/quantity.js';
import { quote } from '../../domain/quote.js';
import { referenceKey } from '../../domain/reference.js';
import { failure, success, type Result } from '../../domain/result.js';
import type { Specification } from '../../domain/specification.js';
import type { Statement, Threshold } from '../../domain/statement.js';
import type { Figure, UnitRow } from '../../domain/unit.js';
import { gather } from '../gather.js';
import { settingTexts } from '../settings.js';
import { hasOneThreshold, readParameterAxis, readStatementAxis, type SweepAxis } from '../sweep-axis.js';
import type { TuneQuestion } from './tune-question.js';

/** A figure that may be chosen, with the value that is written; null where it is open. */
export interface TuneAxis extends SweepAxis {
  readonly written: number | null;
}

/** The most settings that are looked at. */
export const MOST_SETTINGS = 100_000;

/** What may be chosen, and the settings that remain as they are. */
export interface Tunable {
  readonly axes: readonly TuneAxis[];
  readonly set: readonly string[];
}

/**
 * Every figure that may be chosen: open names that are not set, those that are but may be changed, and thresholds of
 * statements that may be. Errors: names and statements that are not there, figures without bounds, too many settings.
 */
export function readTunable(specification: Specification, question: TuneQuestion): Result<Tunable> {
  const { mayChange = [], parameters = [], statements = [] } = question;
  const texts = settingTexts(question.set ?? []);
  const changing = gather(mayChange.map((item) => readChange(item, specification)));
  const given = gather([
    ...parameters.map((text) => readParameterAxis(text, specification)),
    ...statements.map((text) => readStatementAxis(text, specification)),
  ]);
  if (!changing.ok || !given.ok) return failure([...issuesOf(changing), ...issuesOf(given)]);
  const names = changing.value.filter((it) => typeof it === 'string');
  const isChanged = (name: string): boolean =>
    [...names, ...given.value.map((it) => it.name)].some((it) => same(it, name));
  const set = texts.filter((text) => !isChanged(nameOf(text)));
  const openLeft = openNames(specification).filter(({ name }) => !set.some((text) => same(nameOf(text), name)));
  const open = gather(
    openLeft
      .map((it) => given.value.find((axis) => axis.open === it.name) ?? it)
      .map((it) => axisOf(it, specification)),
  );
  const places = changing.value.filter((it) => typeof it === 'number');
  const own = given.value.filter(({ statement }) => statement !== null);
  const rule = places
    .filter((place) => !own.some(({ statement }) => statement === place))
    .map((place) => thresholdAxis(specification, place));
  if (!open.ok) return open;
  const axes = [...open.value, ...own, ...rule].map((axis) => ({
    ...axis,
    written: writtenOf(axis, specification, texts),
  }));
  const wrong = refuseAxes(axes);
  return wrong.length > 0 ? failure(wrong) : success({ axes, set });
}

function issuesOf(result: Result<unknown>): readonly Issue[] {
  return result.ok ? [] : result.issues;
}

function nameOf(text: string): string {
  return text.slice(0, Math.max(0, text.lastIndexOf('='))).trim();
}

function same(one: string, other: string): boolean {
  return referenceKey(one) === referenceKey(other);
}

/** What `--may-change` names: the place of a statement, from 0, or an open name. */
function readChange(item: string, specification: Specification): Result<number | string> {
  const source = { option: `--may-change ${item}` };
  const name = openNames(specification).find((it) => same(it.name, item))?.name;
  if (name !== undefined) return success(name);
  const number = parseWholeNumber(item.trim());
  const statement = number === null ? undefined : specification.rule[number - 1];
  if (number === null || statement === undefined) {
    const message = `There is no statement or open name ${quote(item)}; the rule has ${specification.rule.length} statements, from 1 (qualpath show).`;
    return failure([error('setting', message, source)]);
  }
  const [parameter] = parametersOf(statement);
  if (parameter !== undefined) return success(parameter);
  if (hasOneThreshold(statement)) return success(number - 1);
  return failure([
    error('setting', `Statement ${number} has no threshold, or several, so that none can be chosen.`, source),
  ]);
}

function axisOf(it: SweepAxis | OpenName, specification: Specification): Result<SweepAxis> {
  if ('values' in it) return success(it);
  const using = specification.rule.filter((statement) => parametersOf(statement).includes(it.name));
  const most =
    it.max ?? (using.length === 0 ? null : Math.max(...using.map((statement) => mostOf(specification, statement))));
  if (most === null) {
    const message = `${it.name} has no bounds: give it a value with --set, or values to choose from with --parameter "${it.name}=FROM..TO".`;
    return failure([error('setting', message, { option: '--parameter' })]);
  }
  return success({ name: it.name, open: it.name, statement: null, values: wholesFrom(it.min ?? 0, most) });
}

function thresholdAxis(specification: Specification, place: number): SweepAxis {
  const most = mostOf(specification, itemAt(specification.rule, place));
  return { name: `statement ${place + 1}`, open: null, statement: place, values: wholesFrom(0, most) };
}

/** Beyond this no threshold of a statement makes a difference: all that the units in question come to. */
function mostOf({ rows, groups }: Specification, statement: Statement<Threshold>): number {
  if (statement.kind === 'share') return 100;
  if (statement.kind === 'groups-used') return groups.size;
  const quantities = foldStatement(statement, ({ counted }) => counted.map(({ quantity }) => quantity));
  const totals = quantities.map((quantity) =>
    rows.reduce((sum, row) => {
      const figure = figureIn(row, quantity);
      return sum + (typeof figure === 'number' ? figure : 0);
    }, 0),
  );
  return Math.ceil(Math.max(rows.length, ...totals));
}

function figureIn(row: UnitRow<Figure>, quantity: Quantity): unknown {
  if (typeof quantity === 'object') return row.figures.get(quantity.column);
  return quantity === 'credits' ? row.credit : quantity === 'glh' ? row.glh : 1;
}

function wholesFrom(least: number, most: number): readonly number[] {
  return Array.from({ length: Math.max(1, Math.floor(most) - Math.ceil(least) + 1) }, (_, at) => Math.ceil(least) + at);
}

function writtenOf({ open, statement }: SweepAxis, { rule }: Specification, texts: readonly string[]): number | null {
  if (open !== null) {
    const text = texts.find((it) => same(nameOf(it), open));
    return text === undefined ? null : Number(text.slice(text.lastIndexOf('=') + 1));
  }
  if (statement === null) throw new Error('a figure that may be chosen is a name or a threshold');
  const [bound] = foldStatement(itemAt(rule, statement), ({ thresholds }) => thresholds);
  return typeof bound === 'number' ? bound : null;
}

function refuseAxes(axes: readonly TuneAxis[]): readonly Issue[] {
  const source = { option: '--may-change' };
  if (axes.length === 0) {
    return [
      error('setting', 'Nothing is open: say with --may-change which statements may have another threshold.', source),
    ];
  }
  const all = axes.reduce((product, { values }) => product * values.length, 1);
  if (all <= MOST_SETTINGS) return [];
  const each = axes.map(({ name, values }) => `${name} (${values.length} values)`).join(', ');
  const message = `That is ${all} settings, and ${MOST_SETTINGS} are looked at: ${each}. Narrow them with --parameter NAME=FROM..TO:STEP or --statement N=FROM..TO:STEP.`;
  return [error('setting', message, source)];
}
