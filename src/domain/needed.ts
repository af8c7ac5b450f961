import type { Objective } from './measure.js';
import { isMeasured } from './measure.js';
import { countedBy, foldStatement, type Counted } from './fold.js';
import { identify, identityOf, type Identities } from './identity.js';
import { itemAt } from './item-at.js';
import { isAchieved, type Problem } from './problem.js';
import { figureOf, formatQuantity, sameQuantity, type Quantity } from './quantity.js';
import type { Place } from './source.js';
import type { OpenName } from './open-names.js';
import type { Specification } from './specification.js';
import type { Statement, Threshold } from './statement.js';
import type { Figure, OpenValue, UnitRow } from './unit.js';
import { matches } from './unit-filter.js';

/** A figure, or the level, of a unit that nobody has given yet. */
export interface OpenFigure extends OpenName {
  readonly quantity: Quantity | 'level';
}

/** What a statement reads of the unit table: a quantity over the units that a filter passes. */
type Look = Counted;

/** Unit rows with what is still open about them, of a specification or of a problem. */
interface Table {
  readonly rows: readonly UnitRow<Figure>[];
  /** Whether this value, of the row at this index, is still not given. */
  readonly isUnset: (open: OpenFigure, index: number) => boolean;
  /** Null where it is anybody's guess. */
  readonly isAchieved: (index: number) => boolean | null;
  readonly identities: Identities;
}

/** The open figures and levels that statements read, whoever the learner is; `isSet` names those that are given. */
export function figuresNeeded(
  { rows }: Pick<Specification, 'rows'>,
  statements: readonly Statement<Threshold>[],
  isSet: (name: string) => boolean = () => false,
): readonly OpenFigure[] {
  const table = { rows, isUnset: ({ name }: OpenFigure) => !isSet(name), isAchieved: () => null };
  return neededIn({ ...table, identities: identify(rows) }, statements);
}

/**
 * The unknown figures and levels that conditions of a problem read, and without which they mean nothing.
 *
 * @example
 * ```ts
 * import { neededFigures, openText, pose, valueOrThrow } from 'qualpath';
 *
 * const { specification } = openText({
 *   model: 'title: Draft\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 1 unit\n',
 *   units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,TBC\nA,X 2,Two,2,3,20\n',
 * });
 * const problem = valueOrThrow(pose(specification));
 * console.log(neededFigures(problem)); // []
 * ```
 */
export function neededFigures(
  problem: Problem,
  conditions: readonly Statement<Threshold>[] = problem.conditions,
): readonly OpenFigure[] {
  return neededIn(tableOf(problem), conditions);
}

/**
 * The unknown figures of a quantity in a problem, in table order.
 *
 * @example
 * ```ts
 * import { openText, pose, unknownFigures, valueOrThrow } from 'qualpath';
 *
 * const { specification } = openText({
 *   model: 'title: Draft\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 1 unit\n',
 *   units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,TBC\nA,X 2,Two,2,3,20\n',
 * });
 * const problem = valueOrThrow(pose(specification));
 * console.log(unknownFigures(problem, 'glh').map(({ name }) => name)); // [ 'X 1.glh' ]
 * ```
 */
export function unknownFigures(problem: Problem, quantity: Quantity): readonly OpenFigure[] {
  const { rows } = problem.qualification.specification;
  return problem.entries.flatMap((entry) => {
    if (figureOf(entry, quantity) !== null) return [];
    return openFigure(itemAt(rows, entry.index), quantity);
  });
}

/**
 * The unknown figures that an objective adds up: hours of units that are achieved are no new hours.
 *
 * @example
 * ```ts
 * import { DEFAULT_OBJECTIVES, openText, pose, unknownIn, valueOrThrow } from 'qualpath';
 *
 * const { specification } = openText({
 *   model: 'title: Draft\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 1 unit\n',
 *   units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,TBC\nA,X 2,Two,2,3,20\n',
 * });
 * const problem = valueOrThrow(pose(specification));
 * console.log(unknownIn(problem, DEFAULT_OBJECTIVES[0]).map(({ name }) => name)); // [ 'X 1.glh' ]
 * ```
 */
export function unknownIn(problem: Problem, { measure }: Objective): readonly OpenFigure[] {
  const { rows } = problem.qualification.specification;
  return problem.entries.flatMap((entry) => {
    if (!isMeasured(measure, isAchieved(problem, entry)) || figureOf(entry, measure.quantity) !== null) return [];
    return openFigure(itemAt(rows, entry.index), measure.quantity);
  });
}

/**
 * Those of the objectives whose every figure is known.
 *
 * @example
 * ```ts
 * import { DEFAULT_OBJECTIVES, formatMeasure, knownObjectives, openText, pose, valueOrThrow } from 'qualpath';
 *
 * const { specification } = openText({
 *   model: 'title: Draft\nunits: u.csv\ngroups: { A: Units }\nrule:\n  - at least 1 unit\n',
 *   units: 'group,ref,title,level,credit,glh\nA,X 1,One,2,3,TBC\nA,X 2,Two,2,3,20\n',
 * });
 * const problem = valueOrThrow(pose(specification));
 * const known = knownObjectives(problem, DEFAULT_OBJECTIVES);
 * console.log(known.map(({ measure }) => formatMeasure(measure))); // [ 'new-units' ]
 * ```
 */
export function knownObjectives(problem: Problem, objectives: readonly Objective[]): readonly Objective[] {
  return objectives.filter((objective) => unknownIn(problem, objective).length === 0);
}

function tableOf(problem: Problem): Table {
  return {
    rows: problem.qualification.specification.rows,
    isUnset: ({ quantity }, index) => {
      const entry = itemAt(problem.entries, index);
      return quantity === 'level' ? entry.level === 'open' : figureOf(entry, quantity) === null;
    },
    isAchieved: (index) => problem.achieved[index] === true,
    identities: problem.qualification.identities,
  };
}

/** Every open figure that some look of the statements reads, each once, in table order. */
function neededIn(table: Table, statements: readonly Statement<Threshold>[]): readonly OpenFigure[] {
  const looks = statements.flatMap(looksOf).filter((look) => look.quantity !== 'units' || look.filter.level !== null);
  if (looks.length === 0) return [];
  const found = table.rows.flatMap((row, index) => {
    const own = looks.flatMap((look) => (mayRead(table, look, row, index) ? openIn(row, look) : []));
    return own.filter((open) => table.isUnset(open, index));
  });
  return [...new Map(found.map((open) => [open.name, open])).values()];
}

/** What a look reads of one row that is open: its level, and the figure when the level does not keep the row out. */
function openIn(row: UnitRow<Figure>, { quantity, filter }: Look): OpenFigure[] {
  return [...(filter.level !== null && row.level === 'open' ? [openLevel(row)] : []), ...openFigure(row, quantity)];
}

/** Whether the row at this index may pass the filter of a look; a level that is open may be any. */
function mayRead(
  { identities, isAchieved: isHeld }: Table,
  { filter }: Look,
  row: UnitRow<Figure>,
  index: number,
): boolean {
  const unit = { ...row, identity: identityOf(identities, row.ref) };
  const asked = row.level === 'open' ? { ...filter, level: null } : filter;
  const held = isHeld(index);
  return (held === null ? [true, false] : [held]).some((it) => matches(asked, unit, it, identities));
}

/** What a statement reads of units: figures, and levels where it looks at nothing else. */
function looksOf(statement: Statement<Threshold>): readonly Look[] {
  return foldStatement(statement, ({ counted, filters }): readonly Look[] => [
    ...counted,
    ...filters.map((filter): Look => ({ quantity: 'units', filter })),
  ]);
}

/** The quantities that statements count, each once. */
export function quantitiesIn(statements: readonly Statement<Threshold>[]): readonly Quantity[] {
  const all = statements.flatMap(countedBy).map(({ quantity }) => quantity);
  return all.filter((quantity, index) => all.findIndex((other) => sameQuantity(other, quantity)) === index);
}

/** The open figure of a row, if that quantity of it is open. */
export function openFigure(row: UnitRow<Figure>, quantity: Quantity): OpenFigure[] {
  const figure: Figure | undefined = isColumnText(row, quantity) ? undefined : figureOf(row, quantity);
  return typeof figure === 'object' ? [toOpenFigure(figure, quantity, row.place)] : [];
}

function isColumnText({ figures }: UnitRow<Figure>, quantity: Quantity): boolean {
  if (typeof quantity !== 'object') return false;
  const figure = figures.get(quantity.column);
  return figure === undefined || (typeof figure === 'object' && 'text' in figure);
}

/** The open level of a row whose level is open. */
export function openLevel(row: UnitRow<Figure>): OpenFigure {
  return { name: levelName(row), min: null, max: null, note: null, place: row.place, quantity: 'level' };
}

function levelName({ ref }: UnitRow<unknown>): string {
  return `${ref}.level`;
}

function toOpenFigure({ open, min, max }: OpenValue, quantity: Quantity, place: Place): OpenFigure {
  return { name: open, min, max, note: null, place, quantity };
}

/** What a figure of the quantity is called in messages: `credit`, `GLH`, `level`, or the column's name. */
export function figureWord(quantity: Quantity | 'level'): string {
  if (quantity === 'level') return 'level';
  return quantity === 'credits' ? 'credit' : formatQuantity(quantity);
}
